import Glibc
import StoreModel
import Testing

/// The queue of the reference's desk against the moment equations of M(t)/M/s, which are themselves
/// checked against closed forms.
///
/// Three means and three variances at z 7: with n ≥ 10⁴ less than 10⁻¹⁰ together.
@Suite struct QueueLawTests {
  private static func still(
    _ arrivals: Double,
    servers: Int,
    impatience: Double = 0,
    room: Int
  ) -> QueueMoments {
    var queue = QueueMoments(
      arrivals: { _ in arrivals },
      service: 1,
      servers: servers,
      impatience: impatience,
      room: room
    )
    queue.run(from: 0, to: 300, steps: 6000)
    return queue
  }

  @Test func withoutRoomErlangsBIsLost() {
    let queue = Self.still(7, servers: 9, room: 9)
    #expect(abs(queue.states[9] - ErlangForms.lost(load: 7, servers: 9)) < 1e-9)
    // Erlang's own table: 2 lines, 1 erlang, one fifth lost.
    #expect(abs(ErlangForms.lost(load: 1, servers: 2) - 0.2) < 1e-12)
  }

  @Test func withEndlessRoomErlangsCWaits() {
    let queue = Self.still(7, servers: 9, room: 160)
    let waits = queue.states[9...].reduce(0, +)
    let expected = ErlangForms.waits(load: 7, servers: 9)
    #expect(abs(waits - expected) < 1e-9)
    #expect(abs(queue.meanWaiting - expected * 7 / 2) < 1e-7)
  }

  @Test func withImpatienceErlangsAHolds() {
    let queue = Self.still(8, servers: 7, impatience: 0.3, room: 40)
    let expected = ErlangForms.impatient(
      arrivals: 8,
      service: 1,
      servers: 7,
      impatience: 0.3,
      room: 40
    )
    for (found, wanted) in zip(queue.states, expected) { #expect(abs(found - wanted) < 1e-9) }
  }

  @Test(arguments: [0.5, 2, 8])
  func theWayThereIsThatOfOneServer(time: Double) {
    var queue = QueueMoments(arrivals: { _ in 0.8 }, service: 1, servers: 1, room: 80)
    queue.run(from: 0, to: time, steps: 4000)
    for n in 0...12 {
      let expected = ErlangForms.oneServer(n, arrivals: 0.8, service: 1, time: time)
      #expect(abs(queue.states[n] - expected) < 1e-9, "P(\(n)) at \(time)")
    }
  }

  /// With servers for all nobody waits, and the number present is a Poisson number.
  @Test func withServersForAllTheNumberIsPoisson() {
    var queue = QueueMoments(arrivals: { 3 + sin($0) }, service: 0.5, servers: 60, room: 60)
    queue.run(from: 0, to: 5, steps: 2000)
    let steps = 20_000
    let mean = (0..<steps).reduce(0) { sum, step in
      let time = 5 * (Double(step) + 0.5) / Double(steps)
      return sum + (3 + sin(time)) * exp(-(5 - time) / 2) * 5 / Double(steps)
    }
    #expect(queue.totalWait.mean < 1e-12)
    for k in 0...15 {
      let below = queue.states[...k].reduce(0, +)
      #expect(abs(below - KnownLaw.poisson(k, mean: mean)) < 1e-8)
    }
  }

  /// Chats a day, servers, mean handle seconds: at ease, tight with two peaks beyond capacity, one
  /// server.
  @Test(arguments: [(200.0, 5, 480.0), (260, 2, 420), (90, 1, 500)])
  func theReferencesQueueHasTheMomentsOfTheEquations(
    chats: Double,
    servers: Int,
    handle: Double
  ) {
    let profile = TestStores.twoPeaks
    let weight = profile.reduce(0, +)
    var oracle = QueueMoments(
      arrivals: { chats * profile[min(23, Int($0 / 3600))] / weight / 3600 },
      service: 1 / handle,
      servers: servers,
      room: 160
    )
    for hour in 0..<24 {
      oracle.run(from: Double(hour) * 3600 + 1e-6, to: Double(hour + 1) * 3600 - 1e-6, steps: 240)
    }
    let waits = Self.totalWaits(chats: chats, servers: servers, handle: handle)
    let n = Double(waits.count)
    let (mean, variance) = oracle.totalWait
    let average = waits.reduce(0, +) / n
    #expect(abs(average - mean) < 7 * (variance / n).squareRoot(), "\(average) for \(mean)")
    let second = waits.reduce(0) { $0 + pow($1 - mean, 2) } / n
    let fourth = waits.reduce(0) { $0 + pow($1 - mean, 4) } / n
    let error = ((fourth - second * second) / n).squareRoot()
    #expect(abs(second - variance) < 7 * error, "\(second) for \(variance)")
    #expect(oracle.states[150...].reduce(0, +) < 1e-9)
  }

  /// Total wait of each of many days that start empty, up to midnight.
  private static func totalWaits(chats: Double, servers: Int, handle: Double) -> [Double] {
    var law = TestStores.ordinaryDesk
    law.concurrency = 1
    law.efficiency = 1
    law.shrinkage = 0
    law.reactionInSeconds = 0
    law.shifts = [
      ServiceDesk.Shift(
        name: "all day",
        fromHour: 0,
        toHour: 24,
        agents: servers,
        wageInYuanPerDay: 1
      )
    ]
    var operation = TestStores.plain()
    operation.serviceDesk = law
    var none: ReferenceGenerator?
    let inputs = ReferenceInputs(operation: operation, generator: &none)
    let empty = ReferenceDesk(desk: law, inputs: inputs, faults: [])
    var generator = ReferenceGenerator(seed: Replications.seed(77))
    return (0..<Replications.forMoments).map { _ in
      let arrivals = (0..<generator.poisson(mean: chats)).map { _ in
        ReferenceDesk.Chat(
          arrival: (Double(generator.choice(TestStores.twoPeaks)) + generator.uniform()) * 3600,
          waited: 0,
          handle: generator.exponential(mean: handle),
          patience: .infinity
        )
      }
      var desk = empty
      var day = ReferenceDesk.Day()
      desk.serve(arrivals, &day)
      return desk.waiting.reduce(Double(day.replyMilliseconds) / 1000) { $0 + $1.waited }
    }
  }
}
