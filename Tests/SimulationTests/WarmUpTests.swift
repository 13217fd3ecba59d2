import Rules
import Simulation
import StoreModel
import Testing

/// The days before day 1 say what was observed, and what was set in motion then arrives.
@Suite struct WarmUpTests {
  private static let noWork = StoreStanding.OpenWork(unshipped: nil, inTransit: nil, chats: nil)

  private static func scenario(
    _ operation: Operation,
    standing: StoreStanding,
    history: StoreHistory? = nil
  ) -> Scenario {
    Scenario(
      name: "warm-up",
      platform: "test",
      category: nil,
      start: TestStores.start,
      horizonInDays: 60,
      replications: 1,
      seed: 5,
      rules: [],
      standing: standing,
      history: history,
      operation: operation,
      alternatives: [],
      assumptions: []
    )
  }

  private static func standing(
    lastThirtyDays: [DayCounter: Int] = [:],
    open: StoreStanding.OpenWork = noWork
  ) -> StoreStanding {
    StoreStanding(
      ladders: [:],
      gates: [:],
      displayed: [:],
      lastThirtyDays: lastThirtyDays,
      open: open
    )
  }

  private static var sleeping: Operation {
    var operation = TestStores.plain()
    operation.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 0)
    operation.demand.cashOnDelivery = TestStores.known("demand.cash_on_delivery", 0)
    for index in operation.couriers.indices {
      operation.couriers[index].lost = TestStores.known("lost", 0)
    }
    return operation
  }

  private static func log(_ scenario: Scenario, replication: Int = 0) -> TallyLog {
    let plan = Plan(scenario: scenario, programs: [], producesEveryCounter: true)
    let replicator = Replicator(plan)
    _ = replicator.replicate(replication)
    return replicator.log
  }

  /// Of the lead-in only what comes of it later is drawn.
  @Test func countsThatNothingReadsAreNotDrawn() {
    let log = Self.log(Self.scenario(TestStores.plain(), standing: Self.standing()))
    let leadIn = log.firstDay...(-30)
    for counter: DayCounter in [.product5, .reviews5, .shippedOnTime, .pickupsOnTime] {
      #expect(log.sum(of: counter, over: leadIn) == 0, "\(counter.name)")
      #expect(log.sum(of: counter, over: (leadIn.upperBound + 1)...0) > 0, "\(counter.name)")
    }
    for counter: DayCounter in [.orders, .shipped, .delivered] {
      #expect(log.sum(of: counter, over: leadIn) > 0, "\(counter.name)")
    }
  }

  @Test func observedCountsStandInTheLogAsTheyAre() {
    let days = (1...100).map { ago in
      StoreHistory.Day(
        date: TestStores.start - ago,
        counts: [.orders: 10 + ago, .shipped: 9 + ago % 3, .delivered: 8, .deliveredLate: 2]
      )
    }
    let log = Self.log(
      Self.scenario(
        TestStores.plain(),
        standing: Self.standing(),
        history: StoreHistory(days: days.reversed())
      )
    )
    for day in -29...0 {
      #expect(log[day, .orders] == 10 + 1 - day)
      #expect(log[day, .shipped] == 9 + (1 - day) % 3)
      #expect(log[day, .delivered] == 8)
      #expect(log[day, .deliveredLate] == 2)
    }
  }

  @Test func totalsOfTheLastThirtyDaysAreMet() {
    let totals: [DayCounter: Int] = [.orders: 1234, .complaintsMerchantFault: 7, .product5: 100]
    for replication in 0..<5 {
      let log = Self.log(
        Self.scenario(TestStores.plain(), standing: Self.standing(lastThirtyDays: totals)),
        replication: replication
      )
      for (counter, total) in totals {
        #expect(log.sum(of: counter, over: -29...0) == total, "\(counter)")
      }
    }
  }

  @Test func parcelsOnTheirWayArriveAllOfThem() {
    let open = StoreStanding.OpenWork(unshipped: nil, inTransit: 500, chats: nil)
    let log = Self.log(Self.scenario(Self.sleeping, standing: Self.standing(open: open)))
    #expect(log.sum(of: .delivered, over: 1...60) == 500)
  }

  @Test func unshippedOrdersAreShippedAndArrive() {
    let open = StoreStanding.OpenWork(unshipped: 300, inTransit: nil, chats: nil)
    let log = Self.log(Self.scenario(Self.sleeping, standing: Self.standing(open: open)))
    #expect(log.sum(of: .shipped, over: 1...60) == 300)
    #expect(log.sum(of: .delivered, over: 1...60) == 300)
    #expect(log.sum(of: .dueToShip, over: 1...60) == 300)
  }

  @Test func openWorkKeepsTheProportionsOfWhatWasUnderWay() {
    let open = StoreStanding.OpenWork(unshipped: 80, inTransit: 200, chats: nil)
    let log = Self.log(
      Self.scenario(TestStores.plain(), standing: Self.standing(open: open))
    )
    let usual = Self.log(Self.scenario(TestStores.plain(), standing: Self.standing()))
    // The same future orders arrive in both; what differs is what was open at the start.
    let shippedLater = log.sum(of: .shipped, over: 1...60) - usual.sum(of: .shipped, over: 1...60)
    #expect(shippedLater != 0)
    #expect(log.sum(of: .orders, over: 1...60) == usual.sum(of: .orders, over: 1...60))
  }

  @Test func aSingleStarStreamStandsForEveryDimension() {
    let days = (1...40).map {
      StoreHistory.Day(date: TestStores.start - $0, counts: [.reviews1: 1, .reviews5: 4])
    }
    var operation = TestStores.plain()
    operation.reviews.singleStream = true
    let log = Self.log(
      Self.scenario(
        operation,
        standing: Self.standing(),
        history: StoreHistory(days: days.reversed())
      )
    )
    for day in -29...0 {
      #expect(log[day, .logistics1] == 1)
      #expect(log[day, .description5] == 4)
    }
    for day in 1...60 {
      #expect(log[day, .service3] == log[day, .reviews3])
    }
  }
}

/// History and standing that disagree are told, with the one that counts.
@Suite struct ContradictionTests {
  @Test func aTotalThatTheHistoryContradictsIsTold() {
    let days = (1...40).map {
      StoreHistory.Day(date: TestStores.start - $0, counts: [.orders: 3])
    }
    func contradictions(_ total: Int) -> [Contradiction] {
      let scenario = Scenario(
        name: "books",
        platform: "test",
        category: nil,
        start: TestStores.start,
        horizonInDays: 5,
        replications: 1,
        seed: 1,
        rules: [],
        standing: StoreStanding(
          ladders: [:],
          gates: [:],
          displayed: [:],
          lastThirtyDays: [.orders: total],
          open: StoreStanding.OpenWork(unshipped: nil, inTransit: nil, chats: nil)
        ),
        history: StoreHistory(days: days.reversed()),
        operation: TestStores.plain(),
        alternatives: [],
        assumptions: []
      )
      return Plan(scenario: scenario, programs: []).contradictions
    }
    #expect(contradictions(90).isEmpty)
    let found = contradictions(100)
    #expect(found.count == 1)
    #expect(found.first?.fromHistory == 90)
    #expect(found.first?.fromStanding == 100)
    #expect(found.first?.historyCounts == true)
  }
}
