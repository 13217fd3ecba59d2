import Simulation
import StoreModel
import Testing

/// A warehouse whose orders are all ready on the day after payment obeys Lindley's recursion exactly.
@Suite struct WarehouseLawTests {
  @Test func theBacklogFollowsLindleysRecursion() {
    var store = TestStores.plain(dispersion: 4)
    store.warehouse.payToShipMedianInHours = TestStores.known("warehouse.pay_to_ship", 0.001)
    store.warehouse.payToShipSigma = 0.1
    store.warehouse.cutOffHour = 0
    store.warehouse.capacityPerDay = 50
    store.warehouse.closedWeekdays = [2, 6]
    let simulate = Engine.simulator(Engine.scenario(store, horizon: 60))()
    var waited = false
    for index in 0..<50 {
      let log = simulate(index)
      var backlog = 0
      for day in (log.firstDay + 1)...log.lastDay {
        backlog += log[day - 1, .orders] - log[day - 1, .cancelled]
        let weekday = (TestStores.start + (day - 1)).weekday
        let shipped = [2, 6].contains(weekday) ? 0 : min(50, backlog)
        #expect(log[day, .shipped] == shipped, "replication \(index), day \(day)")
        backlog -= shipped
        waited = waited || (backlog > 0 && shipped == 50)
      }
    }
    #expect(waited)
  }

  @Test func noWindowShipsMoreOnTimeThanIsDue() {
    for store in [TestStores.ordinary, TestStores.overloaded] {
      let simulate = Engine.simulator(Engine.scenario(store))()
      for index in 0..<40 {
        let log = simulate(index)
        for first in log.firstDay...log.lastDay {
          for last in first...log.lastDay {
            let days = first...last
            #expect(log.sum(of: .shippedOnTime, over: days) <= log.sum(of: .dueToShip, over: days))
          }
        }
      }
    }
  }

  @Test func everythingComesFromSomething() throws {
    for store in ComparedStore.allCases where store != .restless {
      let simulate = try store.engine()()
      for index in 0..<40 { Conservation.expect(in: simulate(index)) }
    }
  }
}

/// What no store can do: ship what was not paid, deliver what was not shipped, rate what was not said.
enum Conservation {
  /// Checks every prefix of a log.
  static func expect(in log: TallyLog) {
    for day in log.firstDay...log.lastDay {
      let past = log.firstDay...day
      func sum(_ counter: DayCounter) -> Int { log.sum(of: counter, over: past) }
      #expect(sum(.shipped) <= sum(.orders) - sum(.cancelled))
      #expect(sum(.shippedOnTime) <= sum(.shipped))
      #expect(sum(.fakeShipped) <= sum(.shipped))
      #expect(sum(.pickupsDue) <= sum(.shipped))
      #expect(sum(.pickupsOnTime) <= sum(.pickupsDue))
      #expect(sum(.delivered) <= sum(.pickupsDue))
      #expect(sum(.deliveredLate) <= sum(.delivered))
      #expect(sum(.refundOnlyCount) + sum(.returnRefundCount) <= sum(.delivered))
      #expect(sum(.refundsCompleted) <= sum(.refundOrders))
      #expect(sum(.qualityReturns) + sum(.logisticsReturns) <= sum(.refundOrders))
      #expect(sum(.disputesMerchantFault) <= sum(.disputes))
      #expect(sum(.disputes) <= sum(.delivered))
      #expect(sum(.contactsAnswered) + sum(.botAnswered) <= sum(.contacts))
      #expect(sum(.repliedWithin3min) <= sum(.contactsAnswered))
      expectWork(in: log, upTo: day)
      let stars = DayCounter.stars(of: "product") ?? []
      #expect(stars.reduce(0) { $0 + sum($1) } <= sum(.pickupsDue))
      for star in 0..<5 {
        #expect(log[day, stars[star]] == log[day, (DayCounter.stars(of: "reviews") ?? [])[star]])
      }
    }
  }

  /// Desk clocks and after-sales work: no part exceeds its whole, no piece is done twice.
  private static func expectWork(in log: TallyLog, upTo day: Int) {
    func sum(_ counters: DayCounter...) -> Int {
      counters.reduce(0) { $0 + log.sum(of: $1, over: log.firstDay...day) }
    }
    #expect(sum(.asked9To23) <= sum(.asked8To23))
    #expect(sum(.asked8To23) <= sum(.asked8To24))
    #expect(sum(.asked8To24) + sum(.botAnswered) <= sum(.contacts))
    #expect(sum(.replied30s9To23) <= sum(.asked9To23))
    #expect(sum(.replied3min8To24) <= sum(.asked8To24))
    #expect(sum(.repliedSameDay) <= sum(.contactsAnswered))
    #expect(sum(.audits20min) <= sum(.audits))
    #expect(sum(.pendingFeedback) <= sum(.audits))
    #expect(sum(.processed20min) <= sum(.processed))
    #expect(sum(.processed) == sum(.refundOnlyCount, .returnRefundCount))
    #expect(sum(.samples) <= sum(.processed))
    #expect(sum(.samplesPassed) <= sum(.samples))
    #expect(sum(.ticketsOver3h) <= sum(.tickets))
    #expect(sum(.tickets) <= sum(.signedOrders))
    #expect(sum(.mailsLate) <= sum(.mails))
    #expect(sum(.mails) <= sum(.disputes))
    let surveyed = DayCounter.stars(of: "after_sales_rated") ?? []
    #expect(surveyed.reduce(0) { $0 + sum($1) } <= sum(.processed))
  }
}
