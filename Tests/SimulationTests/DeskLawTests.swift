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
    let waits = (0..<min(250, Replications.forComparison)).map { index in
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
}
