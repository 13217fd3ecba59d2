import Foundation
import InputFiles
import Rules
import StoreModel
import Testing

@Suite struct ProgramTests {
  private let start = CalendarDay(ordinal: 20_800)

  @Test func theFirstPacksKeepTheirNames() throws {
    let levels = try RulesFolder.pack(RulesFolder.levels)
      .program(overrides: [:], hasConsequences: true)
    #expect(
      levels.measures.map(\.name) == [
        "on_time_rate", "fake_ship_rate", "im_first_reply_mean_s", "service_good_rate",
        "product_good_rate", "reviews", "review_rate", "complaint_rate", "sales_30d",
      ]
    )
    #expect(
      levels.events.map(\.name)
        == ["level_up", "level_down"] + (1...7).map { "level_LV\($0)_reached" } + [
          "cleared_out_lv0"
        ]
    )
    #expect(levels.ladders.map(\.name) == ["level"])
    #expect(levels.ladders[0].states == (0...7).map { "LV\($0)" } + ["cleared_out"])
    #expect(levels.money.map(\.name) == ["lost_sales_to_cap"])
    #expect(levels.longestWindowInDays == 30)
    let scores = try RulesFolder.pack(RulesFolder.scores)
      .program(overrides: [:], hasConsequences: true)
    #expect(
      scores.measures.map(\.name) == ["dsr", "dsr_description", "dsr_service", "dsr_logistics"]
    )
    #expect(
      scores.events.map(\.name) == [
        "dsr_below_4.5", "dsr_back_to_4.5", "alliance_removed", "alliance_permanent",
        "banned_below_4.0", "decline_alert",
      ]
    )
    #expect(scores.ladders.map(\.name) == ["alliance", "platform"])
    #expect(scores.ladders.map(\.states) == [["member", "out", "permanent"], ["open", "banned"]])
    #expect(scores.money.map(\.name) == ["lost_sales_to_alliance"])
    #expect(scores.lifetimeCounters.count == 20)
  }

  @Test func theServiceScoreKeepsItsNames() throws {
    let program = try RulesFolder.pack(RulesFolder.serviceScore)
      .program(overrides: [:], hasConsequences: true)
    #expect(
      program.measures.map(\.name) == [
        "satisfaction", "audit", "processing", "compliance", "pending_deduction", "total",
        "satisfaction_rate", "audit_rate", "processing_rate",
      ]
    )
    #expect(program.events.map(\.name) == ["fine_2000", "fine_5000", "fine_10000"])
    #expect(program.events.map(\.threshold) == ["2000", "5000", "10000"])
    #expect(program.ladders.map(\.name) == ["tier"])
    #expect(
      program.ladders[0].states == ["excellent", "pass", "fail_2000", "fail_5000", "fail_10000"]
    )
    #expect(program.ladders[0].stateLabels[4].chinese == "不达标，违约金 10,000 元")
    #expect(program.money.map(\.name) == ["penalty"])
    #expect(program.longestWindowInDays == 31)
    #expect(program.lifetimeCounters.isEmpty)
  }

  @Test func theRoomOfATierIsCountedInOrders() throws {
    let program = try RulesFolder.pack(RulesFolder.serviceScore)
      .program(overrides: [:], hasConsequences: true)
    var log = TallyLog(firstDay: -30, lastDay: 1)
    log[0, .audits] = 1000
    log[0, .audits20min] = 960
    log[0, .pendingFeedback] = 93
    log[0, .afterSalesRated5] = 90
    log[0, .afterSalesRated3] = 10
    var state = program.makeState(standing: RulesFolder.standing(), start: start)
    program.begin(&state, log: log, lifetimeBase: [:])
    let room = Dictionary(
      uniqueKeysWithValues: program.room(state, day: 1).map { ($0.condition, $0) }
    )
    // 960 / (1000 + x) ≥ 0.95 up to x = 10; (90 + y) / (100 + y) ≥ 0.96 from y = 150.
    #expect(room["audit_rate"]?.room == 10)
    #expect(room["audit_rate"]?.ladder == "tier")
    #expect(room["satisfaction_rate"]?.room == 150)
    #expect(room["satisfaction_rate"]?.holds == false)
    #expect(room["pending_feedback"]?.room == 7)
    // Nothing processed, no samples: nothing to run out of.
    #expect(room["processing_rate"] == nil && room["compliance_rate"] == nil)
  }

  @Test func labelsCarryTheNumbersInForce() throws {
    let pack = try RulesFolder.pack(RulesFolder.levels)
    let program = try pack.program(
      overrides: ["upgrade_all.product_good_rate.ge": "92.5 %"],
      hasConsequences: true
    )
    let index = try #require(program.ladders[0].conditions.firstIndex(of: "product_good_rate"))
    #expect(program.ladders[0].conditionLabels[index].english == "good ratings ≥ 92.5 %")
    #expect(program.ladders[0].conditionLabels[index].chinese == "好评率 ≥ 92.5%")
    #expect(program.measures[4].threshold == 0.925)
  }

  @Test(arguments: [
    ("upgrade_all.reviews.ge", "-1"), ("upgrade_all.reviews.ge", "many"),
    ("upgrade_all.on_time_rate.ge", "1.5"), ("window_days", "2.5"), ("window_days", "0"),
    ("sales_scope", "always"), ("no_such_number", "1"), ("window_days", "99999999999"),
  ])
  func aWrongOverrideIsRefused(name: String, value: String) throws {
    let pack = try RulesFolder.pack(RulesFolder.levels)
    #expect(throws: RuleErrors.self) {
      try pack.program(overrides: [name: value], hasConsequences: true)
    }
  }

  @Test(arguments: [("35 %", 0.65), ("0.4", 0.6), ("40%", 0.6), ("1", 0)])
  func aShareIsWrittenEitherWay(written: String, share: Double) throws {
    let pack = try RulesFolder.pack(RulesFolder.scores)
    let program = try pack.program(
      overrides: ["alliance.share_of_sales": written],
      hasConsequences: true
    )
    let standing = RulesFolder.standing(gates: ["alliance": .init(isMember: false, removals: 2)])
    var state = program.makeState(standing: standing, start: start)
    let log = TallyLog(firstDay: 0, lastDay: 1)
    program.begin(&state, log: log, lifetimeBase: [:])
    #expect(abs(state.outcome.effects.demandShare - share) < 1e-12)
    #expect(state.eventsAtStart[2] && state.eventsAtStart[3])
  }

  @Test func aStandingWithUnknownNamesIsToldByName() throws {
    let program = try RulesFolder.pack(RulesFolder.scores)
      .program(overrides: [:], hasConsequences: true)
    var standing = RulesFolder.standing(
      ladders: ["level": .init(state: "LV2", since: nil)],
      gates: ["aliance": .init(isMember: true, removals: 0)]
    )
    standing.displayed = ["dsr": .init(items: ["speed": 4.4, "service": 4.6], ratings: 10)]
    let problems = program.problems(in: standing)
    #expect(problems.map(\.kind) == [.ladder, .gate, .item])
    #expect(problems.map(\.found) == ["level", "aliance", "speed"])
    #expect(problems[1].allowed == ["alliance", "platform"])
  }

  @Test func theFirstEvaluationIsToldAsADay() throws {
    let program = try RulesFolder.pack(RulesFolder.levels)
      .program(overrides: [:], hasConsequences: true)
    for (since, first) in [(start - 19, 12), (start - 40, -9), (start, 31)] {
      let standing = RulesFolder.standing(ladders: ["level": .init(state: "LV2", since: since)])
      var state = program.makeState(standing: standing, start: start)
      program.begin(&state, log: TallyLog(firstDay: 0, lastDay: 1), lifetimeBase: [:])
      #expect(state.firstEvaluationDay == [first])
    }
  }

  @Test func roomIsCountedInThingsAPersonCanCount() throws {
    let program = try RulesFolder.pack(RulesFolder.levels)
      .program(overrides: [:], hasConsequences: true)
    var log = TallyLog(firstDay: -29, lastDay: 1)
    log[0, .dueToShip] = 43_000
    log[0, .shippedOnTime] = 43_000 - 31
    log[0, .orders] = 43_000
    log[0, .product5] = 893
    log[0, .product1] = 107
    log[0, .complaintsMerchantFault] = 44
    let standing = RulesFolder.standing(ladders: ["level": .init(state: "LV2", since: nil)])
    var state = program.makeState(standing: standing, start: start)
    program.begin(&state, log: log, lifetimeBase: [:])
    let room = Dictionary(
      uniqueKeysWithValues: program.room(state, day: 1).map { ($0.condition, $0) }
    )
    // (42969) / (43000 + x) ≥ 0.999 holds up to x = 12; 13 more late orders are too many.
    #expect(room["on_time_rate"]?.room == 12)
    #expect(room["on_time_rate"]?.holds == true)
    #expect(room["on_time_rate"]?.valueText == "99.93 %")
    // (893 + y) / (1000 + y) ≥ 0.9 from y = 70.
    #expect(room["product_good_rate"]?.room == 70)
    #expect(room["product_good_rate"]?.holds == false)
    // 1000 + y reviews of 43000 orders are 5 % from y = 1150.
    #expect(room["review_rate"]?.room == 1150)
    // 44 / (43000 + y) ≤ 0.001 from y = 1000.
    #expect(room["complaint_rate"]?.room == 1000)
    #expect(room["complaint_rate"]?.unit.english == "orders without a complaint")
    #expect(room["reviews"]?.room == 900)
    #expect(room["im_first_reply_mean_s"] == nil)
  }
}
