import Rules
import StoreModel
import Testing

@testable import Simulation

/// Times from payment and returns by its day: what holds exactly.
@Suite struct TimesFromPaymentTests {
  /// The overloaded store with promises of less than a day, of a day and longer ones.
  private static func store(promise: Double) -> Operation {
    var store = TestStores.overloaded
    store.demand.promotions = []
    store.warehouse.shipPromiseInHours = promise
    store.incidents.lateShipping = TestStores.known("incidents.late_shipping", 0.3)
    return store
  }

  private static func logs(_ store: Operation, count: Int = 8) -> [TallyLog] {
    WorkStores.logs(store, count: count)
  }

  /// Days of the warm-up's rows that are replayed in one go with the forecast.
  private static let days = -29...30

  @Test(arguments: [16.0, 24, 36, 72])
  func agesOfShipmentsAreParts(promise: Double) {
    for log in Self.logs(Self.store(promise: promise)) {
      for day in Self.days {
        let (quick, onTime) = (log[day, .shippedWithin24h], log[day, .shippedOnTime])
        let (veryLate, shipped) = (log[day, .shippedOver48hLate], log[day, .shipped])
        if promise >= 24 { #expect(quick <= onTime) } else { #expect(quick >= onTime) }
        if promise == 24 { #expect(quick == onTime) }
        #expect(veryLate <= shipped - max(onTime, quick))
      }
    }
  }

  @Test func anIncidentsLateShipmentsAreNeitherQuickNorVeryLate() {
    var store = TestStores.plain()
    store.incidents.perQuarter = TestStores.known("incidents.per_quarter", 1e6)
    store.incidents.lateShipping = TestStores.known("incidents.late_shipping", 1)
    store.warehouse.payToShipSigma = 0.1
    for log in Self.logs(store, count: 3) {
      #expect(log.sum(of: .shipped, over: Self.days) > 0)
      #expect(log.sum(of: .shippedWithin24h, over: Self.days) == 0)
      #expect(log.sum(of: .shippedOver48hLate, over: Self.days) == 0)
    }
  }

  @Test func hoursAreThoseOfTheirParcels() {
    for log in Self.logs(TestStores.overloaded) {
      for day in Self.days {
        let due = log[day, .pickupsDue]
        let late = due - log[day, .pickupsOnTime]
        let pickups = log[day, .pickupHoursTotal]
        #expect(due > 0 || pickups == 0)
        #expect(pickups >= late * 48 * 3600)
        let delivered = log[day, .delivered]
        let deliveries = log[day, .deliveryHoursTotal]
        #expect(delivered > 0 ? deliveries > delivered * 3600 : deliveries == 0)
        let audits = log[day, .audits]
        #expect(log[day, .auditHoursTotal] <= audits * 7 * 86_400)
        #expect(audits > log[day, .audits20min] || log[day, .auditHoursTotal] <= audits * 86_400)
      }
    }
  }

  /// Paid at noon of one day and ready the next, left at 18:00, and signed for at noon.
  @Test func aSingleCourseOfAParcelTakesTheHoursThatThePageSays() {
    var store = TestStores.plain()
    store.demand.liveShows = (0..<7).map {
      Demand.LiveShow(weekdays: [$0], fromHour: 12, toHour: 12.25, shareOfDay: 1)
    }
    store.demand.cashOnDelivery = TestStores.known("demand.cash_on_delivery", 0.5)
    store.warehouse.payToShipMedianInHours = TestStores.known("warehouse.pay_to_ship", 20)
    store.warehouse.payToShipSigma = 0.01
    store.couriers[0].pickupMedianInHours = TestStores.known("couriers.east.pickup", 5)
    store.couriers[0].pickupSigma = 0.001
    store.couriers[0].transitMeanInHours = TestStores.known("couriers.east.transit", 40)
    store.couriers[0].transitSigma = 0.001
    store.couriers[0].stalls = TestStores.known("couriers.east.stalls", 0)
    for log in Self.logs(store, count: 2) {
      for day in -29...30 {
        let pickup = Double(log[day, .pickupHoursTotal]) / 3600 / Double(log[day, .pickupsDue])
        #expect(abs(pickup - (30 - 0.125 + 5)) < 0.01)
        // 18:00 and 45 hours are 15:00 two days later.
        let delivery = Double(log[day, .deliveryHoursTotal]) / 3600 / Double(log[day, .delivered])
        #expect(abs(delivery - (72 - 0.125)) < 0.01)
        #expect(log[day, .shippedWithin24h] == log[day, .shipped])
      }
    }
  }

  @Test func toolsTakeNoTimeAndTheSystemTwoDays() {
    var store = WorkStores.store(nil)
    store.afterSalesWork.hasQuickRefund = true
    store.afterSalesWork.agreesToReturns = true
    for log in Self.logs(store, count: 2) {
      #expect(log.sum(of: .audits, over: 1...30) > 0)
      #expect(log.sum(of: .auditHoursTotal, over: 1...30) == 0)
    }
    var closed = WorkStores.store(WorkStores.staff(1, 9...9.01))
    closed.afterSalesWork.taskTimeMeanInSeconds = TestStores.known("after_sales.task", 400_000)
    closed.afterSalesWork.taskTimeSigma = 0.01
    for log in Self.logs(closed, count: 2) {
      let hours = Double(log.sum(of: .auditHoursTotal, over: 1...30)) / 3600
      #expect(abs(hours / Double(log.sum(of: .audits, over: 1...30)) - 48) < 3)
    }
  }

  @Test func returnsByPaymentDayArePartOfThePaidOrders() {
    var (credited, returned) = (0, 0)
    for log in Self.logs(TestStores.overloaded, count: 20) {
      for day in Self.days {
        #expect(log[day, .logisticsReturns14dByPaymentDay] <= log[day, .paidOrders])
      }
      credited += log.sum(of: .logisticsReturns14dByPaymentDay, over: Self.days)
      returned += log.sum(of: .logisticsReturns, over: Self.days)
    }
    #expect(credited > 0 && credited < returned)
  }

  /// A row is complete when day 15 after it begins: a shorter forecast has the same.
  @Test func rowsOfReturnsAreCompleteAfterFourteenDays() {
    func log(days: Int) -> TallyLog {
      let plan = Plan(
        scenario: Engine.scenario(TestStores.overloaded, horizon: days),
        programs: [],
        producesEveryCounter: true
      )
      let replicator = Replicator(plan)
      _ = replicator.replicate(3)
      return replicator.log
    }
    let (short, long) = (log(days: 24), log(days: 40))
    let counter = DayCounter.logisticsReturns14dByPaymentDay
    for day in -59...10 { #expect(short[day, counter] == long[day, counter]) }
    #expect((11...24).contains { short[$0, counter] < long[$0, counter] })
  }

  /// Rows older than the warm-up come from a replay of their own, which has to go on for 14 days; in a
  /// store without shocks and stalls it draws what a longer warm-up would.
  @Test func olderRowsAreCompleteToo() throws {
    var store = TestStores.plain()
    store.couriers[0].stalls = TestStores.known("couriers.east.stalls", 0)
    store.couriers[0].deliveryPromiseInHours = 48
    var graph = RuleGraph()
    graph.inputs = [
      RuleInput(
        name: "returned",
        terms: [.init(counter: .logisticsReturns14dByPaymentDay, coefficient: 1)],
        window: .fixed(.trailing(nearest: 15, farthest: 104))
      )
    ]
    graph.measures = [InventedPack.measure("returned")]
    let program = try InventedPack.program("test.returns@1", graph)
    let simulate = Engine.simulator(Engine.scenario(store), programs: [program])()
    let logs = Self.logs(store, count: 10)
    let counter = DayCounter.logisticsReturns14dByPaymentDay
    for (index, log) in logs.enumerated() {
      let older = simulate(index)
      #expect(older.firstDay < log.firstDay)
      for day in -40...30 { #expect(older[day, counter] == log[day, counter]) }
    }
    #expect(logs.contains { $0.sum(of: counter, over: -40...(-31)) > 0 })
  }

  @Test func whatTheStoreToldStays() {
    let days = (1...20).map {
      StoreHistory.Day(
        date: TestStores.start - $0,
        counts: [.logisticsReturns14dByPaymentDay: 7, .delivered: 40, .deliveredLate: 30]
      )
    }
    var scenario = Engine.scenario(TestStores.overloaded)
    scenario.history = StoreHistory(days: days.reversed())
    scenario.standing.open.inTransit = 150
    let replicator = Replicator(
      Plan(scenario: scenario, programs: [], producesEveryCounter: true)
    )
    for index in 0..<5 {
      _ = replicator.replicate(index)
      let log = replicator.log
      for day in -19...0 {
        #expect(log[day, .logisticsReturns14dByPaymentDay] == 7)
        #expect(log[day, .deliveryHoursTotal] > 40 * 12 * 3600)
      }
      for day in 1...30 {
        let delivered = log[day, .delivered]
        #expect(delivered == 0 || log[day, .deliveryHoursTotal] > delivered * 12 * 3600)
      }
    }
  }

  /// A running sum cannot follow rows that still grow.
  @Test(arguments: [Window.trailing(nearest: 1, farthest: 30), .lifetime, .monthToDate])
  func windowsOverRowsThatStillGrowAreRefused(window: Window) {
    var graph = RuleGraph()
    graph.inputs = [
      RuleInput(
        name: "returned",
        terms: [.init(counter: .logisticsReturns14dByPaymentDay, coefficient: 1)],
        window: .fixed(window)
      )
    ]
    graph.measures = [InventedPack.measure("returned")]
    #expect(throws: RuleErrors.self) { try InventedPack.program("test.returns@1", graph) }
  }
}
