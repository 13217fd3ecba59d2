import Glibc
import Simulation
import StoreModel
import Testing

/// The desk at constant load against queueing theory.
///
/// Handle times are log-normal, so one slot is
/// M/G/1, whose mean wait is λ E[S²] / (2 (1 − ρ)) by Pollaczek and Khinchine.
@Suite struct DeskLawTests {
  private static func store(sigma: Double, quietAfter: Double) -> Operation {
    var store = TestStores.plain()
    store.demand.promotions = []
    store.demand.weekdayFactors = Array(repeating: 1, count: 7)
    // Many orders with few chats each, so that the load hardly varies from day to day.
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 20_000)
    var desk = TestStores.ordinaryDesk
    desk.contactsPerOrderBefore = TestStores.known("desk.before", 172.8 / 20_000)
    desk.contactsPerOrderAfter = TestStores.known("desk.after", 0)
    desk.botResolves = TestStores.known("desk.bot", 0)
    desk.hourlyProfile = Array(repeating: 1, count: 24)
    desk.handleTimeMeanInSeconds = TestStores.known("desk.handle", 300)
    desk.handleTimeSigma = sigma
    desk.concurrency = 1
    desk.efficiency = 1
    desk.reactionInSeconds = 0
    desk.shrinkage = 0
    desk.followsEveryChat = true
    desk.turnsQuietAfterInSeconds = TestStores.known("desk.quiet", quietAfter)
    desk.shifts = [
      ServiceDesk.Shift(name: "all day", fromHour: 0, toHour: 24, agents: 1, wageInYuanPerDay: 1)
    ]
    store.serviceDesk = desk
    return store
  }

  /// Mean wait in seconds over replications, with its standard error.
  private static func meanWait(_ store: Operation) -> (mean: Double, error: Double) {
    let simulate = Engine.simulator(Engine.scenario(store))()
    let waits = (0..<Replications.scaled(250)).map { index in
      let log = simulate(index)
      return Double(log.sum(of: .firstReplySecondsTotal, over: 1...30)) / 1000
        / Double(log.sum(of: .contactsAnswered, over: 1...30))
    }
    let mean = waits.reduce(0, +) / Double(waits.count)
    let squares = waits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(waits.count * (waits.count - 1))).squareRoot())
  }

  /// Each morning starts with a free slot, which shortens the mean wait by less than 2 %.
  @Test(arguments: [0.1, 0.8])
  func oneSlotWaitsAsPollaczekAndKhinchineSay(sigma: Double) {
    let load = 172.8 * 300 / 86_400
    let second = 300.0 * 300 * exp(sigma * sigma)
    let expected = 172.8 / 86_400 * second / (2 * (1 - load))
    let (mean, error) = Self.meanWait(Self.store(sigma: sigma, quietAfter: 1e12))
    #expect(abs(mean - expected) < 7 * error + 0.02 * expected, "\(mean), expected \(expected)")
    #expect(error < 0.03 * expected)
  }

  /// Where every buyer turns quiet at once, each wait beyond 0 halves the handling: less waiting than
  /// with full handling and more than with half of it.
  @Test func quietBuyersTakeHalfTheHandling() {
    let quiet = Self.meanWait(Self.store(sigma: 0.8, quietAfter: 1e-6)).mean
    let patient = Self.meanWait(Self.store(sigma: 0.8, quietAfter: 1e12)).mean
    #expect(quiet < 0.8 * patient)
    #expect(quiet > 0.1 * patient)
  }

  @Test func everyChatIsAnsweredSoonerOrLater() {
    var store = Self.store(sigma: 0.8, quietAfter: 600)
    store.serviceDesk?.shifts[0].fromHour = 9
    store.serviceDesk?.shifts[0].toHour = 21
    store.serviceDesk?.handleTimeMeanInSeconds = TestStores.known("desk.handle", 120)
    let simulate = Engine.simulator(Engine.scenario(store))()
    for index in 0..<50 {
      let log = simulate(index)
      let asked = log.sum(of: .contacts, over: log.firstDay...29)
      let answered = log.sum(of: .contactsAnswered, over: log.firstDay...30)
      #expect(answered >= asked)
      #expect(answered <= asked + log[30, .contacts])
    }
  }

  /// Chats of one hour of the night, a desk from 9 on with several slots, equal handle times.
  private static func burst(slots: Int, handle: Double, orders: Double) -> Operation {
    var store = Self.store(sigma: 1e-9, quietAfter: 1e12)
    store.demand.dispersion = 3
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", orders)
    store.serviceDesk?.contactsPerOrderBefore = TestStores.known("desk.before", 1)
    store.serviceDesk?.hourlyProfile = (0..<24).map { $0 == 3 ? 1 : 0 }
    store.serviceDesk?.handleTimeMeanInSeconds = TestStores.known("desk.handle", handle)
    store.serviceDesk?.reactionInSeconds = 20
    store.serviceDesk?.shifts = [
      ServiceDesk.Shift(
        name: "day",
        fromHour: 9,
        toHour: 21,
        agents: slots,
        wageInYuanPerDay: 1
      )
    ]
    return store
  }

  /// The i-th of n chats that wait for the opening is taken up when ⌊i / slots⌋ handle times have
  /// passed: exact, path by path.
  @Test(arguments: [1, 4])
  func aBurstBeforeTheOpeningIsWorkedOffRowByRow(slots: Int) {
    let handle = 100.0
    let simulate = Engine.simulator(
      Engine.scenario(Self.burst(slots: slots, handle: handle, orders: 40))
    )()
    for index in 0..<20 {
      let log = simulate(index)
      for day in 1...30 {
        let count = log[day, .contacts]
        let waits = (0..<count).map { handle * Double($0 / slots) + 20 }
        let total = waits.reduce(0, +)
        #expect(log[day, .contactsAnswered] == count)
        #expect(log[day, .repliedSameDay] == count)
        #expect(log[day, .repliedWithin3min] == waits.filter { $0 <= 180 }.count)
        let told = Double(log[day, .firstReplySecondsTotal]) / 1000
        #expect(abs(told - total) < 0.01 * Double(count + 1), "\(told) for \(total)")
      }
    }
  }

  /// A desk that takes up K chats a day at most hands the rest over: Lindley's recursion, exact.
  @Test func whatADeskHandsOverFollowsLindleysRecursion() {
    // Slots take up chats at 0, 1, … 11.999 handle times after the opening.
    let simulate = Engine.simulator(
      Engine.scenario(Self.burst(slots: 2, handle: 3601, orders: 12))
    )()
    var handedOver = false
    for index in 0..<20 {
      let log = simulate(index)
      var backlog = 0
      for day in log.firstDay...log.lastDay {
        backlog += log[day, .contacts]
        let answered = min(24, backlog)
        #expect(log[day, .contactsAnswered] == answered, "day \(day)")
        backlog -= answered
        handedOver = handedOver || backlog > 0
      }
    }
    #expect(handedOver)
  }

  /// With hands for all, every chat of the day is taken up at once.
  @Test func withHandsForAllTheFirstReplyIsTheReaction() {
    var store = Self.burst(slots: 400, handle: 300, orders: 40)
    store.serviceDesk?.hourlyProfile = TestStores.twoPeaks
    store.serviceDesk?.shifts[0].fromHour = 0
    store.serviceDesk?.shifts[0].toHour = 24
    let simulate = Engine.simulator(Engine.scenario(store))()
    for index in 0..<20 {
      let log = simulate(index)
      for day in 1...30 {
        let count = log[day, .contacts]
        #expect(log[day, .firstReplySecondsTotal] == 20_000 * count)
        #expect(log[day, .firstReply8To23SecondsTotal] == 20_000 * log[day, .asked8To23])
        #expect(log[day, .replied30s9To23] == log[day, .asked9To23])
        #expect(log[day, .replied3min8To24] == log[day, .asked8To24])
        #expect(log[day, .repliedSameDay] == count)
      }
    }
  }
}
