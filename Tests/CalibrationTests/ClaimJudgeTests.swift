import Calibration
import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport
import Testing
/// What is decided of a forecast's claims, and what a history leaves open: only what counts on a morning.
@Suite struct ClaimJudgeTests {
  private static let start = CalendarDay(iso: "2026-06-01") ?? CalendarDay(ordinal: 0)
  private static let pack = "harbor.berth@1"

  /// Forty days before the start and twenty from it on: twenty orders, five five-star reviews a day.
  private static func days(
    _ change: (Int, inout [DayCounter: Int]) -> Bool = { _, _ in true }
  ) -> StoreHistory {
    StoreHistory(
      days: (-39...20).compactMap { day in
        var counts: [DayCounter: Int] = [
          .orders: 20, .dueToShip: 20, .shippedOnTime: 19, .reviews1: 0, .reviews2: 0,
          .reviews3: 0, .reviews4: 0, .reviews5: 5,
        ]
        guard change(day, &counts) else { return nil }
        return StoreHistory.Day(date: start + (day - 1), counts: counts)
      }
    )
  }

  private func judge(_ history: StoreHistory) throws -> ClaimJudge {
    let library = RuleLibrary(
      directory: Repository.root.appending(path: "Tests/Fixtures/rules")
    )
    let pack = try library.pack(named: Self.pack, on: nil).pack
    let play = ScorePlay(
      segments: [try ScorePlay.Segment(pack: pack, overrides: [:], from: Self.start)],
      observed: try #require(ObservedDays(history)),
      standing: StoreStanding(
        ladders: ["berth": .init(state: "middle", since: Self.start)],
        gates: [:],
        displayed: [:],
        lastThirtyDays: [:],
        open: .init()
      ),
      start: Self.start,
      asOf: Self.start + 17
    )
    return ClaimJudge(score: try #require(play.score(notesGaps: true)))
  }

  private func event(_ name: String, _ day: Int) -> EventClaim {
    EventClaim(
      pack: Self.pack,
      event: name,
      date: Self.start + (day - 1),
      day: day,
      probability: 0.5,
      label: name
    )
  }

  private func measure(_ name: String, _ day: Int) -> MeasureClaim {
    MeasureClaim(
      pack: Self.pack,
      measure: name,
      unit: "",
      date: Self.start + (day - 1),
      day: day,
      quantiles: .init(q05: 0, q25: 0, q50: 0, q75: 0, q95: 0),
      label: name
    )
  }

  private func notYet(_ english: String, _ chinese: String) -> ClaimOutcome<EventTruth> {
    .decided(EventTruth(firstDay: nil, english: english, chinese: chinese))
  }

  @Test func aWholeHistoryDecidesEverythingThatIsDue() throws {
    let judge = try judge(Self.days())
    #expect(judge.outcome(of: event("berth_in", 18)) == notYet("moves in", "内移"))
    #expect(judge.outcome(of: event("berth_in", 19)) == nil)
    #expect(judge.outcome(of: event("no_such", 7)) == .open(OpenReason(.notInRules)))
    #expect(
      judge.outcome(of: measure("prompt", 7))
        == .decided(MeasureTruth(value: 0.95, english: "shipped on time", chinese: "准时率"))
    )
    #expect(judge.outcome(of: measure("prompt", 19)) == nil)
  }

  /// The berth is looked at from the eleventh morning on; before it no column can move the store.
  @Test func aColumnIsMissedOnlyWhereItDecides() throws {
    let judge = try judge(
      Self.days { _, counts in
        counts[.dueToShip] = nil
        counts[.shippedOnTime] = nil
        return true
      }
    )
    let missing = OpenReason(.missingColumns, detail: "due_to_ship shipped_on_time")
    #expect(judge.outcome(of: event("berth_in", 10)) == notYet("moves in", "内移"))
    #expect(judge.outcome(of: event("berth_in", 11)) == .open(missing))
    #expect(judge.outcome(of: measure("prompt", 7)) == .open(missing))
    #expect(
      judge.outcome(of: measure("score", 7))
        == .decided(MeasureTruth(value: 5, english: "mean star", chinese: "平均星级"))
    )
  }

  /// Fourteen days count; the fifth of June is in the windows of the mornings after it.
  @Test func aDayIsMissedWhereAWindowHoldsIt() throws {
    let judge = try judge(Self.days { day, _ in day != 5 })
    let gap = ClaimOutcome<MeasureTruth>.open(OpenReason(.unobservedDays, detail: "1/14"))
    let known = ClaimOutcome.decided(
      MeasureTruth(value: 0.95, english: "shipped on time", chinese: "准时率")
    )
    #expect(judge.outcome(of: measure("prompt", 5)) == known)
    #expect(judge.outcome(of: measure("prompt", 6)) == gap)
    // With yesterday's orders unknown the store may have moved in at once on the sixth.
    #expect(judge.outcome(of: event("berth_in", 5)) == notYet("moves in", "内移"))
    #expect(
      judge.outcome(of: event("berth_in", 6))
        == .open(OpenReason(.unobservedDays, detail: "1/14"))
    )
  }

  @Test func whatHappenedIsDatedAndWhatChanceDecidesIsLeftOpen() throws {
    let judge = try judge(
      Self.days { day, counts in
        if day > 1 { counts[.reviews1] = 300 }
        return true
      }
    )
    // 205 fives and 300 ones on the third morning: 2.6 stars, below 3.5.
    let fell = EventTruth(
      firstDay: Self.start + 2,
      english: "score falls below 3.5",
      chinese: "跌破 3.5"
    )
    #expect(judge.outcome(of: event("score_low", 2)) == notYet(fell.english, fell.chinese))
    #expect(judge.outcome(of: event("score_low", 3)) == .decided(fell))
    #expect(judge.outcome(of: event("score_low", 18)) == .decided(fell))
    #expect(judge.outcome(of: event("pilot_left", 2)) == notYet("the pilot leaves", "引航撤离"))
    #expect(judge.outcome(of: event("pilot_left", 18)) == .open(OpenReason(.leftToChance)))
  }
}
