import Rules
import StoreModel
import Testing

@testable import Simulation

/// Stores whose refunds are all requested after signing, so that requests are a count of the log.
enum WorkStores {
  /// 300 orders a day; without `staff` the chat agents do the work.
  static func store(_ staff: AfterSalesWork.Staff?, hasDesk: Bool = true) -> Operation {
    var store = TestStores.plain()
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", 300)
    store.demand.promotions = []
    store.demand.cashOnDelivery = TestStores.known("demand.cash_on_delivery", 0)
    store.demand.cancelledBeforeShipping = TestStores.known("demand.cancelled", 0)
    store.couriers[0].lost = TestStores.known("couriers.east.lost", 0)
    store.serviceDesk = hasDesk ? TestStores.ordinaryDesk : nil
    store.afterSalesWork.staff = staff
    return store
  }

  static func staff(_ agents: Int, _ hours: ClosedRange<Double> = 9...21) -> AfterSalesWork.Staff {
    AfterSalesWork.Staff(
      agents: agents,
      fromHour: hours.lowerBound,
      toHour: hours.upperBound,
      wageInYuanPerDay: 180
    )
  }

  static func logs(_ store: Operation, count: Int) -> [TallyLog] {
    let replicator = Replicator(
      Plan(scenario: Engine.scenario(store), programs: [], producesEveryCounter: true)
    )
    return (0..<count).map { index in
      _ = replicator.replicate(index)
      return replicator.log
    }
  }
}

/// After-sales work: what holds exactly.
@Suite struct AfterSalesWorkTests {
  private static let ratings = DayCounter.stars(of: "after_sales_rated") ?? []

  /// Everything ends, at the latest when the system closes it, and nothing else does.
  @Test(arguments: ["busy", "idle", "shared", "without a desk"])
  func everythingThatComesIsDealtWithInTime(kind: String) {
    var store = WorkStores.store(
      kind == "busy" ? WorkStores.staff(1, 9...12) : kind == "idle" ? WorkStores.staff(30) : nil,
      hasDesk: kind != "without a desk"
    )
    store.afterSalesWork.tickets = TestStores.known("after_sales.tickets", 1)
    var isBehind = false
    for log in WorkStores.logs(store, count: 5) {
      let from = -29 - Plan.workLeadInDays
      #expect(log.sum(of: .audits, over: log.firstDay...(from - 1)) == 0)
      for day in from...log.lastDay {
        func sum(_ counter: DayCounter, from: Int = from, before days: Int = 0) -> Int {
          day - days < from ? 0 : log.sum(of: counter, over: from...(day - days))
        }
        #expect((sum(.refundOrders, before: 2)...sum(.refundOrders)).contains(sum(.audits)))
        let settled = sum(.refundsCompleted, before: 7)...sum(.refundsCompleted)
        #expect(settled.contains(sum(.processed)))
        #expect(
          log[day, .processed] == log[day, .refundOnlyCount] + log[day, .returnRefundCount]
        )
        // A ticket comes two days after the order was signed.
        func signed(before days: Int) -> Int { sum(.signedOrders, from: from - 2, before: days) }
        let tickets = signed(before: 4)...signed(before: 2)
        #expect(tickets.contains(sum(.tickets)))
        #expect((sum(.disputes, before: 2)...sum(.disputes)).contains(sum(.mails)))
        isBehind = isBehind || sum(.audits) < sum(.refundOrders)
        for (part, whole) in [
          (DayCounter.audits20min, DayCounter.audits), (.processed20min, .processed),
          (.ticketsOver3h, .tickets), (.mailsLate, .mails), (.pendingFeedback, .audits),
          (.samples, .processed), (.samplesPassed, .samples),
        ] {
          #expect((0...log[day, whole]).contains(log[day, part]), "\(part.name)")
        }
        let answers = Self.ratings.reduce(0) { $0 + log[day, $1] }
        #expect(answers <= log[day, .processed])
      }
    }
    #expect(isBehind == (kind == "busy" || kind == "shared" || kind == "idle"))
  }

  @Test(arguments: [true, false])
  func toolsAuditAtOnce(hasDesk: Bool) {
    var store = WorkStores.store(hasDesk ? WorkStores.staff(1, 9...10) : nil, hasDesk: hasDesk)
    store.afterSalesWork.hasQuickRefund = true
    store.afterSalesWork.agreesToReturns = true
    for log in WorkStores.logs(store, count: 5) {
      for day in 1...30 {
        #expect(log[day, .audits] == log[day, .refundOrders])
        #expect(log[day, .audits20min] == log[day, .audits])
        #expect(log[day, .refundOnlyHoursTotal] == 0)
        #expect(log[day, .processed20min] >= log[day, .refundOnlyCount])
      }
      #expect(log.sum(of: .audits, over: 1...30) > 1000)
      #expect(log.sum(of: .refundOnlyCount, over: 1...30) > 300)
    }
  }

  /// With the same pieces at the same times, more people begin each at the same time or earlier.
  @Test func morePeopleAreNeverLater() {
    let runs = [1, 2, 3, 5, 20].map { agents in
      var store = WorkStores.store(WorkStores.staff(agents))
      store.serviceDesk?.shrinkage = 0
      store.afterSalesWork.taskTimeMeanInSeconds = TestStores.known("desk.task", 700)
      return WorkStores.logs(store, count: 20)
    }
    for (fewer, more) in zip(runs, runs.dropFirst()) {
      for (a, b) in zip(fewer, more) {
        for day in a.firstDay...a.lastDay {
          let past = a.firstDay...day
          func late(_ log: TallyLog, _ part: DayCounter, of whole: DayCounter) -> Int {
            log.sum(of: whole, over: past) - log.sum(of: part, over: past)
          }
          #expect(a.sum(of: .audits20min, over: past) <= b.sum(of: .audits20min, over: past))
          #expect(a.sum(of: .processed20min, over: past) <= b.sum(of: .processed20min, over: past))
          #expect(a.sum(of: .audits, over: past) <= b.sum(of: .audits, over: past))
          #expect(
            late(a, .ticketsOver3h, of: .tickets) <= late(b, .ticketsOver3h, of: .tickets)
          )
          #expect(late(a, .mailsLate, of: .mails) <= late(b, .mailsLate, of: .mails))
        }
      }
    }
    let quick = runs.map { logs in logs.reduce(0) { $0 + $1.sum(of: .audits20min, over: 1...30) } }
    #expect(quick == quick.sorted() && Set(quick).count == quick.count)
  }

  @Test func theRestOfTheStoreDoesNotNotice() {
    var store = TestStores.overloaded
    store.afterSalesWork.staff = WorkStores.staff(1)
    let scenario = Engine.scenario(store)
    let without = Replicator(Plan(scenario: scenario, programs: []))
    let with = Replicator(Plan(scenario: scenario, programs: [], producesEveryCounter: true))
    for index in 0..<20 {
      let (a, b) = (without.replicate(index)[0], with.replicate(index)[0])
      #expect(a.measures == b.measures)
      #expect(a.money == b.money)
      for counter in DayCounter.allCases {
        for day in without.log.firstDay...without.log.lastDay {
          if DayCounter.onDemand.contains(counter) {
            #expect(without.log[day, counter] == 0)
          } else if day >= -29 {
            // Nothing reads a day before.
            #expect(without.log[day, counter] == with.log[day, counter], "\(counter.name)")
          }
        }
      }
      #expect(with.log.sum(of: .audits, over: 1...30) > 0)
    }
  }

  @Test func wagesOfTheirOwnPeopleArePaidEveryDay() throws {
    let scenario = Engine.scenario(
      TestStores.ordinary,
      alternatives: [
        Alternative(
          name: "hired",
          from: TestStores.start + 10,
          costInYuan: 0,
          operation: {
            var store = TestStores.ordinary
            store.afterSalesWork.staff = WorkStores.staff(3)
            return store
          }(),
          changes: []
        )
      ]
    )
    let plan = Plan(scenario: scenario, programs: [])
    let item = try #require(plan.layout.money.firstIndex { $0.item.name == "staff_cost" })
    let records = Replicator(plan).replicate(0)
    #expect(records[1].money[item] - records[0].money[item] == 20 * 3 * 180 * 100)
  }

  @Test func inspectionsBringEachMonthUpToDate() {
    for pass in [0.0, 0.8, 1] {
      var store = WorkStores.store(WorkStores.staff(30))
      store.afterSalesWork.inspectionsPerMonth = TestStores.known("inspections", 97.6)
      store.afterSalesWork.inspectionPass = TestStores.known("pass", pass)
      var (samples, passed) = (0, 0)
      for log in WorkStores.logs(store, count: 20) {
        // July and the first 30 days of August, whose days all have more than enough to inspect.
        for day in 1...30 {
          let due = Int((97.6 * Double(day) / 31).rounded(.down))
          #expect(log.sum(of: .samples, over: 1...day) == due)
        }
        #expect(log.sum(of: .samples, over: -30...0) == 97)
        samples += log.sum(of: .samples, over: 1...30)
        passed += log.sum(of: .samplesPassed, over: 1...30)
      }
      let tail = Bounds.binomialTail(successes: passed, trials: samples, chance: pass)
      #expect(tail > Bounds.exactAlpha, "\(passed) of \(samples) at \(pass)")
    }
    var quiet = WorkStores.store(WorkStores.staff(30))
    quiet.afterSalesWork.inspectionsPerMonth = TestStores.known("inspections", 100_000)
    for log in WorkStores.logs(quiet, count: 3) {
      for day in log.firstDay...log.lastDay { #expect(log[day, .samples] == log[day, .processed]) }
    }
  }
}
