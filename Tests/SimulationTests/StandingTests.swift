import Simulation
import StoreModel
import Testing

/// What the user told of the month so far, and of service orders that wait, stands as it was told.
@Suite struct StandingTests {
  /// Friday, 21 August 2026: twenty days of the month have passed.
  private static let start = TestStores.start + 20

  private static func plan(
    _ operation: Operation,
    monthToDate: [DayCounter: Int] = [:],
    lastThirtyDays: [DayCounter: Int] = [:],
    serviceOrders: Int? = nil,
    history: [StoreHistory.Day] = []
  ) -> Plan {
    let scenario = Scenario(
      name: "standing",
      platform: "test",
      category: nil,
      start: start,
      horizonInDays: 20,
      replications: 1,
      seed: 11,
      rules: [],
      standing: StoreStanding(
        ladders: [:],
        gates: [:],
        displayed: [:],
        lastThirtyDays: lastThirtyDays,
        monthToDate: monthToDate,
        open: StoreStanding.OpenWork(serviceOrders: serviceOrders)
      ),
      history: history.isEmpty ? nil : StoreHistory(days: history),
      operation: operation,
      alternatives: [],
      assumptions: []
    )
    return Plan(scenario: scenario, programs: [], producesEveryCounter: true)
  }

  private static func log(_ plan: Plan, replication: Int = 0) -> TallyLog {
    let replicator = Replicator(plan)
    _ = replicator.replicate(replication)
    return replicator.log
  }

  @Test func totalsOfTheMonthAreMet() {
    let totals: [DayCounter: Int] = [.audits: 713, .samples: 9, .reviews5: 1000, .mails: 0]
    for replication in 0..<5 {
      let log = Self.log(
        Self.plan(TestStores.plain(), monthToDate: totals),
        replication: replication
      )
      for (counter, total) in totals {
        #expect(log.sum(of: counter, over: -19...0) == total, "\(counter.name)")
      }
      #expect(log[-20, .audits] > 0)
    }
  }

  @Test func theMonthWinsOnItsDaysAndTheLastThirtyDaysOnTheOthers() {
    let log = Self.log(
      Self.plan(
        TestStores.plain(),
        monthToDate: [.audits: 100, .disputes: 50],
        lastThirtyDays: [.audits: 130, .disputes: 20, .complaintsMerchantFault: 7]
      )
    )
    #expect(log.sum(of: .audits, over: -19...0) == 100)
    #expect(log.sum(of: .audits, over: -29...0) == 130)
    #expect(log.sum(of: .disputes, over: -19...0) == 50)
    #expect(log.sum(of: .disputes, over: -29...(-20)) == 0)
    #expect(log.sum(of: .complaintsMerchantFault, over: -29...0) == 7)
  }

  @Test func observedDaysOfTheMonthStay() {
    let history = (1...5).reversed().map {
      StoreHistory.Day(date: Self.start - $0, counts: [.audits: 40, .tickets: 1])
    }
    let plan = Self.plan(TestStores.plain(), monthToDate: [.audits: 500], history: history)
    let log = Self.log(plan)
    for day in -4...0 { #expect(log[day, .audits] == 40 && log[day, .tickets] == 1) }
    #expect(log.sum(of: .audits, over: -19...0) == 500)
    #expect(plan.contradictions.isEmpty)
  }

  @Test func aMonthThatTheHistoryContradictsIsTold() {
    let history = (1...25).reversed().map {
      StoreHistory.Day(date: Self.start - $0, counts: [.audits: 40])
    }
    func contradictions(_ total: Int) -> [Contradiction] {
      Self.plan(TestStores.plain(), monthToDate: [.audits: total], history: history).contradictions
    }
    #expect(contradictions(800).isEmpty)
    let found = contradictions(801)
    #expect(found.map(\.subject) == [.monthToDate(.audits)])
    #expect(found.first?.fromHistory == 800)
    #expect(found.first?.historyCounts == true)
  }

  /// The samples of the month so far count against the month's inspections.
  @Test func inspectionsOfTheMonthSoFarCount() {
    var store = WorkStores.store(WorkStores.staff(20))
    store.afterSalesWork.inspectionsPerMonth = TestStores.known("inspections", 62)
    let log = Self.log(Self.plan(store, monthToDate: [.samples: 50, .samplesPassed: 50]))
    // 2 a day; 50 by the 20th are as many as the 25th asks for.
    for day in 1...5 { #expect(log[day, .samples] == 0) }
    for day in 6...11 { #expect(log[day, .samples] == 2) }
  }

  private static func sleeping(hasDesk: Bool) -> Operation {
    var store = WorkStores.store(hasDesk ? WorkStores.staff(2) : nil, hasDesk: hasDesk)
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 0)
    return store
  }

  /// They came at 20:00 of the day before, so one service hour has passed and the night.
  @Test(arguments: [true, false])
  func openServiceOrdersAreAuditedAndNoneInTime(hasDesk: Bool) {
    let log = Self.log(Self.plan(Self.sleeping(hasDesk: hasDesk), serviceOrders: 300))
    #expect(log.sum(of: .audits, over: 1...3) == 300)
    #expect(hasDesk || log[1, .audits] == 300)
    #expect(log.sum(of: .audits20min, over: 1...20) == 0)
    #expect(log.sum(of: .refundOnlyCount, over: 1...20) == 300)
    let hours = log.sum(of: .refundOnlyHoursTotal, over: 1...20) / 3600
    #expect(hours > 300 * (hasDesk ? 13 : 4))
  }

  @Test func openServiceOrdersReplaceTheAuditsThatWait() {
    var store = WorkStores.store(WorkStores.staff(1, 9...10))
    store.afterSalesWork.tickets = TestStores.known("after_sales.tickets", 0)
    store.afterSales.disputes = TestStores.known("after_sales.disputes", 0)
    let usual = Self.log(Self.plan(store))
    let none = Self.log(Self.plan(store, serviceOrders: 0))
    func audits(_ log: TallyLog) -> Int { log.sum(of: .audits, over: 1...20) }
    let requests = none.sum(of: .refundOrders, over: 1...18)
    #expect(audits(none) >= requests)
    #expect(audits(none) <= none.sum(of: .refundOrders, over: 1...20))
    #expect(audits(usual) > audits(none) + 50)
  }
}
