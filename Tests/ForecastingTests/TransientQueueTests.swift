import Forecasting
import Glibc
import Sampling
import Testing

/// The time-varying queue against closed forms.
@Suite struct TransientQueueTests {
  /// P(empty at t) of an M/M/1 that starts empty, by its Bessel series (Parthasarathy 1987), to 15
  /// digits with 30-digit arithmetic.
  @Test(arguments: [
    (0.5, 3.0, 0.590145859768745), (0.9, 10.0, 0.227266132842932), (1.5, 4.0, 0.12182988907738),
  ])
  func oneServerFollowsTheBesselSeries(arrivals: Double, time: Double, empty: Double) {
    var queue = TransientQueue()
    queue.advance(seconds: time, arrivalRate: arrivals, serviceRate: 1, servers: 1)
    #expect(abs(queue.state[0] - empty) < 1e-11)
    #expect(abs(queue.state.probabilities.reduce(0, +) - 1) < 1e-12)
  }

  @Test func timeMayPassInAnyNumberOfSteps() {
    var once = TransientQueue()
    var often = TransientQueue()
    once.advance(seconds: 90, arrivalRate: 0.7, serviceRate: 0.1, servers: 8)
    for _ in 0..<90 { often.advance(seconds: 1, arrivalRate: 0.7, serviceRate: 0.1, servers: 8) }
    for count in 0..<40 { #expect(abs(once.state[count] - often.state[count]) < 1e-11) }
  }

  /// In the long run a share of arrivals waits as Erlang C says.
  @Test(arguments: [(14, 200.0, 180.0), (3, 10.0, 900.0), (60, 550.0, 360.0)])
  func theLongRunIsErlangC(servers: Int, perHour: Double, handle: Double) throws {
    let load = StaffingLoad(
      contactsPerHour: perHour,
      handleSeconds: handle,
      patienceSeconds: nil,
      withinSeconds: 20
    )
    let steady = try #require(StaffingAnswer(load, servers: servers))
    var queue = TransientQueue()
    // The slowest of the three settles in 11 hours.
    for _ in 0..<1000 {
      queue.advance(
        seconds: 3600,
        arrivalRate: perHour / 3600,
        serviceRate: 1 / handle,
        servers: servers
      )
    }
    let waits = queue.state.expectation { $0 >= servers ? 1 : 0 }
    #expect(abs(waits - steady.waitProbability) < 1e-9)
    let length = queue.state.expectation { Double(max(0, $0 - servers)) }
    #expect(abs(length - steady.meanQueueLength) < 1e-8)
  }

  /// With endless servers the number at the desk is Poisson with mean λ/μ (1 − e^−μt), and its
  /// average over time has the integral of that mean.
  @Test func endlessServersGiveAPoisson() {
    var queue = TransientQueue()
    let average = queue.advance(
      seconds: 3600,
      arrivalRate: 0.2,
      serviceRate: 1 / 300.0,
      servers: 100_000
    )
    let mean = 60 * (1 - exp(-12.0))
    for count in 0..<130 {
      #expect(abs(queue.state[count] - Distributions.poissonPMF(count, mean: mean)) < 1e-10)
    }
    #expect(abs(average.mean - (60 - 60 * (1 - exp(-12.0)) / 12)) < 1e-8)
  }

  @Test func nobodyAtWorkLetsArrivalsPileUp() {
    var queue = TransientQueue()
    queue.advance(seconds: 7200, arrivalRate: 0.01, serviceRate: 0.5, servers: 0)
    for count in 0..<150 {
      #expect(abs(queue.state[count] - Distributions.poissonPMF(count, mean: 72)) < 1e-11)
    }
  }

  /// Each server is as likely to leave as any other: of Poisson numbers below the servers a share
  /// stays, and whoever waits goes on waiting.
  @Test func whoLeavesTakesTheirChatAlong() {
    var queue = TransientQueue()
    queue.advance(seconds: 100, arrivalRate: 0.02, serviceRate: 0, servers: 40)
    let before = queue.state.mean
    queue.change(from: 40, to: 30)
    #expect(abs(queue.state.mean - before * 0.75) < 1e-10)
    queue.change(from: 30, to: 50)
    #expect(abs(queue.state.mean - before * 0.75) < 1e-10)
    var crowded = TransientQueue()
    crowded.advance(seconds: 100, arrivalRate: 2, serviceRate: 0, servers: 5)
    crowded.change(from: 5, to: 0)
    #expect(abs(crowded.state.mean - 195) < 1e-8)
  }
}
