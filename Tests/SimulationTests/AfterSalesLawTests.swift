import Glibc
import Simulation
import StoreModel
import Testing

/// After-sales work against closed forms: with endless people each piece ends its handle time after it
/// came, and without a desk the time from one to the other has a stated law.
///
/// Binomial tails at 2·10⁻¹¹ each (Chernoff), some 40 of them; means at 7 standard errors.
@Suite struct AfterSalesLawTests {
  /// Endless people at all hours.
  private static func endless(_ mean: Double) -> Operation {
    var store = WorkStores.store(WorkStores.staff(10_000, 0...24))
    store.serviceDesk?.shrinkage = 0
    store.serviceDesk?.hourlyProfile = (0..<24).map { Double(($0 * 7) % 24 + 1) }
    store.afterSales.disputes = TestStores.known("after_sales.disputes", 0.2)
    store.afterSalesWork.tickets = TestStores.known("after_sales.tickets", 0.5)
    store.afterSalesWork.taskTimeMeanInSeconds = TestStores.known("desk.task", mean)
    return store
  }

  /// P(T ≤ x) of a log-normal time.
  private static func reached(_ x: Double, mean: Double, sigma: Double) -> Double {
    let zeta = log(mean) - sigma * sigma / 2
    return 0.5 * erfc(-(log(x) - zeta) / sigma / 2.0.squareRoot())
  }

  /// Mean over an hour-by-hour density of times of day, at midpoints of 10 seconds.
  private static func mean(_ profile: [Double], _ value: (Double) -> Double) -> Double {
    let total = profile.reduce(0, +)
    return (0..<24).reduce(0) { sum, hour in
      sum + profile[hour] / total / 360
        * (0..<360).reduce(0) { $0 + value(Double(hour) * 3600 + Double($1) * 10 + 5) }
    }
  }

  private static func expect(
    _ part: DayCounter,
    of whole: DayCounter,
    in logs: [TallyLog],
    from first: Int? = nil,
    chance: Double
  ) {
    func total(_ counter: DayCounter) -> Int {
      logs.reduce(0) { $0 + $1.sum(of: counter, over: (first ?? $1.firstDay)...$1.lastDay) }
    }
    let (trials, hits) = (total(whole), total(part))
    let tail = Bounds.binomialTail(successes: hits, trials: trials, chance: chance)
    #expect(
      tail > Bounds.exactAlpha,
      "\(part.name): \(hits) of \(trials) \(whole.name), expected \(chance)"
    )
    #expect(trials > 1000)
  }

  /// The longest handle time of a service order that comes at a time of day and is in time.
  private static func limit(_ arrival: Double) -> Double {
    let (nine, twentyOne) = (9 * 3600.0, 21 * 3600.0)
    if arrival < nine { return nine - arrival + 1200 }
    if arrival <= twentyOne - 1200 { return 1200 }
    return 24 * 3600 + nine - arrival + 1200 - max(0, twentyOne - arrival)
  }

  @Test(arguments: [900.0, 6000])
  func endlessPeopleTakeTheHandleTimeAlone(mean: Double) {
    let store = Self.endless(mean)
    let logs = WorkStores.logs(store, count: 20)
    func chance(_ limit: Double) -> Double { Self.reached(limit, mean: mean, sigma: 0.8) }
    let profile = store.serviceDesk?.hourlyProfile ?? []
    let audits = Self.mean(profile) { chance(Self.limit($0)) }
    Self.expect(.audits20min, of: .audits, in: logs, chance: audits)
    Self.expect(.processed20min, of: .processed, in: logs, chance: chance(1200))
    Self.expect(.ticketsOver3h, of: .tickets, in: logs, chance: 1 - chance(10_800))
    let office = (0..<24).map { (9..<18).contains($0) ? 1.0 : 0 }
    let late = Self.mean(office) { 1 - chance(($0 < 57_600 ? 64_800 : 151_200) - $0) }
    Self.expect(.mailsLate, of: .mails, in: logs, chance: late)
    // It is drawn from the first day that something reads, audits before.
    Self.expect(.pendingFeedback, of: .audits, in: logs, from: -29, chance: 0.1)
  }

  /// Refunds take the handle time and an exponential time that the system ends after a week.
  @Test func refundHoursAreHandlingAndCompletion() {
    var store = Self.endless(6000)
    store.afterSales.refundOnlyMeanInHours = 90
    store.afterSales.returnRefundMeanInHours = 11
    let logs = WorkStores.logs(store, count: 40)
    func expect(_ hours: DayCounter, per count: DayCounter, _ expected: Double) {
      let means = logs.map {
        Double($0.sum(of: hours, over: -20...30)) / 3600 / Double($0.sum(of: count, over: -20...30))
      }
      let mean = means.reduce(0, +) / Double(means.count)
      let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(means.count * (means.count - 1))).squareRoot()
      #expect(abs(mean - expected) < 7 * error, "\(hours.name): \(mean), expected \(expected)")
      #expect(error < 0.02 * expected)
    }
    let handling = 6000.0 / 3600
    expect(
      .refundOnlyHoursTotal,
      per: .refundOnlyCount,
      handling + 90 * (1 - exp(-168.0 / 90))
    )
    expect(
      .returnRefundHoursTotal,
      per: .returnRefundCount,
      2 * handling + 11 * (1 - exp(-168.0 / 11))
    )
  }

  @Test func buyersAnswerAsTheirAuditWas() {
    let stars = DayCounter.stars(of: "after_sales_rated") ?? []
    for (mean, share) in [(1.0, 0.9), (900_000.0, 0.6)] {
      let logs = WorkStores.logs(Self.endless(mean), count: 20)
      func sum(_ counters: [DayCounter]) -> Int {
        logs.reduce(0) { sum, log in
          counters.reduce(sum) { $0 + log.sum(of: $1, over: -20...30) }
        }
      }
      func expect(_ part: [DayCounter], of whole: [DayCounter], _ chance: Double) {
        let tail = Bounds.binomialTail(
          successes: sum(part),
          trials: sum(whole),
          chance: chance
        )
        #expect(tail > Bounds.exactAlpha, "\(part.map(\.name)) at \(mean) s")
      }
      expect(stars, of: [.processed], 0.3)
      expect(Array(stars.suffix(2)), of: stars, share)
      expect([stars[4]], of: Array(stars.suffix(2)), 0.8)
      expect([stars[0]], of: Array(stars.prefix(3)), 0.4)
      expect([stars[2]], of: Array(stars.prefix(3)), 0.3)
    }
  }

  @Test(arguments: [0.5, 4.0])
  func withoutADeskTimesAreLogNormal(mean: Double) {
    var store = WorkStores.store(nil, hasDesk: false)
    store.afterSales.disputes = TestStores.known("after_sales.disputes", 0.2)
    store.afterSalesWork.tickets = TestStores.known("after_sales.tickets", 0.5)
    store.afterSalesWork.auditMeanInHours = mean
    let logs = WorkStores.logs(store, count: 20)
    func chance(_ hours: Double) -> Double { Self.reached(hours, mean: mean, sigma: 1) }
    Self.expect(.audits20min, of: .audits, in: logs, chance: chance(1.0 / 3))
    Self.expect(.processed20min, of: .processed, in: logs, chance: chance(1.0 / 3))
    Self.expect(.ticketsOver3h, of: .tickets, in: logs, chance: 1 - chance(3))
    let office = (0..<24).map { (9..<18).contains($0) ? 1.0 : 0 }
    let late = Self.mean(office) {
      let hour = $0 / 3600
      return 1 - chance((hour < 16 ? 18 : 42) - hour)
    }
    Self.expect(.mailsLate, of: .mails, in: logs, chance: late)
    // ∫₀⁴⁸ P(T > x) dx, the mean of a time that ends after 48 hours.
    let audit = (0..<48_000).reduce(0) { $0 + (1 - chance((Double($1) + 0.5) / 1000)) / 1000 }
    let hours = logs.reduce(0) { $0 + $1.sum(of: .refundOnlyHoursTotal, over: -20...30) }
    let refunds = logs.reduce(0) { $0 + $1.sum(of: .refundOnlyCount, over: -20...30) }
    let expected = audit + 12 * (1 - exp(-168.0 / 12))
    // The standard deviation of a refund is below 20 hours.
    let found = Double(hours) / 3600 / Double(refunds)
    #expect(abs(found - expected) < 7 * 20 / Double(refunds).squareRoot())
  }

  /// Days too large to follow every piece keep their shares and lose nothing for long.
  @Test func someOfManyPiecesStandForAll() {
    var store = Self.endless(900)
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 150_000)
    store.serviceDesk?.contactsPerOrderBefore = TestStores.known("desk.before", 0)
    store.serviceDesk?.contactsPerOrderAfter = TestStores.known("desk.after", 0)
    let log = WorkStores.logs(store, count: 1)[0]
    let all = (-29 - Plan.workLeadInDays)...log.lastDay
    let requests = log.sum(of: .refundOrders, over: all)
    #expect(abs(log.sum(of: .audits, over: all) - requests) < 30)
    #expect(
      abs(log.sum(of: .processed, over: all) - log.sum(of: .refundsCompleted, over: all)) < 30
    )
    let profile = store.serviceDesk?.hourlyProfile ?? []
    let quick = Self.mean(profile) { Self.reached(Self.limit($0), mean: 900, sigma: 0.8) }
    let share = Double(log.sum(of: .audits20min, over: all)) / Double(requests)
    #expect(abs(share - quick) < 0.01)
  }
}
