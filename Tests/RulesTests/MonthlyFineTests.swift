import Rules
import StoreModel
import Testing

/// A fine for each failing month: the program, the exact interpreter and a reckoning in whole
/// numbers by another hand.
@Suite struct MonthlyFineTests {
  /// Half a year or so of random days from a random day on; targets in whole percent.
  private struct Store {
    var start: CalendarDay
    var log: TallyLog
    var mode: String
    var targets: [String: Int]

    init(seed: Int) {
      var numbers = TestNumbers(seed: UInt64(seed))
      start = CalendarDay(ordinal: 20_400 + Int.random(in: 0..<1500, using: &numbers))
      log = TallyLog(firstDay: -40, lastDay: Int.random(in: 150...210, using: &numbers))
      let scale = [2, 5, 60, 3000][seed % 4]
      var mood = 0.5
      for day in log.firstDay...log.lastDay {
        if (start + (day - 1)).civil.day == 1 { mood = Double.random(in: 0...1, using: &numbers) }
        log.fillAfterSales(day, scale: scale, mood: mood, &numbers)
      }
      mode = ["floor", "ceil", "proportional"][seed % 3]
      targets = [
        "satisfaction": Int.random(in: 80...98, using: &numbers),
        "audit": Int.random(in: 80...98, using: &numbers),
        "processing": Int.random(in: 80...98, using: &numbers),
        "compliance": Int.random(in: 80...98, using: &numbers),
        "pending_feedback": Int.random(in: 1...15, using: &numbers),
      ]
    }

    var overrides: [String: String] {
      targets.reduce(into: ["shortfall_mode": mode]) {
        $0["\($1.key).target"] = "\($1.value) %"
      }
    }

    /// The fine in yuan for the month that ends before a 1st; for whole points only.
    func fine(before first: CalendarDay) -> Int {
      let last = first - start
      let begin = last - (first - (first - 1).startOfMonth) + 1
      func total(_ counters: DayCounter...) -> Int {
        counters.reduce(0) { $0 + log.sum(of: $1, over: begin...last) }
      }
      func lost(_ met: Int, _ all: Int, _ part: String) -> Int {
        guard all > 0, let target = targets[part] else { return 0 }
        let hundredths = max(0, target * all - 100 * met)
        return (hundredths + (mode == "ceil" ? all - 1 : 0)) / all
      }
      let good = total(.afterSalesRated4, .afterSalesRated5)
      let bad = total(.afterSalesRated1, .afterSalesRated2)
      let reviews = good + bad + total(.afterSalesRated3)
      let (samples, passed) = (total(.samples), total(.samplesPassed))
      let audits = total(.audits)
      let satisfaction = max(0, 50 - (reviews > 50 ? 2 * lost(good, reviews, "satisfaction") : bad))
      let audit = max(0, 20 - lost(total(.audits20min), audits, "audit"))
      let processingTwice =
        max(0, 20 - lost(total(.processed20min), total(.processed), "processing"))
      let compliance =
        max(0, 20 - (samples >= 20 ? lost(passed, samples, "compliance") : samples - passed))
      let isPending = 100 * total(.pendingFeedback) > (targets["pending_feedback"] ?? 0) * audits
      let twice = 2 * (satisfaction + audit + compliance - (isPending ? 5 : 0)) + processingTwice
      return twice >= 160 ? 0 : twice >= 140 ? 2000 : twice >= 120 ? 5000 : 10_000
    }
  }

  @Test(arguments: 1...48)
  func everyFailingMonthIsChargedAlikeByAll(seed: Int) throws {
    let store = Store(seed: seed)
    let pack = try RulesFolder.pack(RulesFolder.serviceScore)
    let program = try pack.program(overrides: store.overrides, hasConsequences: true)
    var state = program.makeState(standing: RulesFolder.standing(), start: store.start)
    program.begin(&state, log: store.log, lifetimeBase: [:])
    var double = try ExactDayPlay(
      pack: pack,
      overrides: store.overrides,
      standing: RulesFolder.standing(),
      start: store.start,
      log: store.log,
      lifetimeBase: [:]
    )
    var charged: [String: Int] = [:]
    var chargedExactly: [String: Int] = [:]
    for day in 1...store.log.lastDay {
      let date = store.start + (day - 1)
      program.evaluate(&state, day: day, log: store.log) { _ in 0 }
      let exact = double.play(day: day, log: store.log) { _ in 0 }
      #expect(exact.difference(from: state.outcome) == nil, "\(date)")
      charged[date.monthText, default: 0] += state.outcome.moneyInFen[0]
      chargedExactly[date.monthText, default: 0] += exact.moneyInFen[0]
      guard date.civil.day == 1 else {
        #expect(state.outcome.moneyInFen == [0] && !state.outcome.events.contains(true))
        continue
      }
      // A morning has one fine at most, and its event stands beside the charge.
      let fines = zip([2000, 5000, 10_000], state.outcome.events).filter(\.1).map(\.0)
      #expect(fines.reduce(0, +) * 100 == state.outcome.moneyInFen[0])
      guard store.mode != "proportional" else { continue }
      #expect(state.outcome.moneyInFen[0] == store.fine(before: date) * 100, "\(date)")
    }
    #expect(charged == chargedExactly)
    #expect(charged.count >= 5)
  }

  /// The months above hold every fine and none, failing months after failing ones among them.
  @Test func theRandomMonthsFailInEveryWay() {
    var seen: [Int: Int] = [:]
    var repeated = 0
    for seed in 1...48 {
      let store = Store(seed: seed)
      var last = 0
      for day in 1...store.log.lastDay where (store.start + (day - 1)).civil.day == 1 {
        let fine = store.fine(before: store.start + (day - 1))
        seen[fine, default: 0] += 1
        if fine > 0, last > 0 { repeated += 1 }
        last = fine
      }
    }
    for fine in [0, 2000, 5000, 10_000] { #expect(seen[fine, default: 0] >= 10, "\(seen)") }
    #expect(repeated >= 10)
  }
}
