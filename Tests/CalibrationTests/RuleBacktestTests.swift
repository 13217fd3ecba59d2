import Calibration
import Foundation
import InputFiles
import Rules
import StoreModel
import TestSupport
import Testing

/// What claims about rule events come to, by hand; and redrawn days under the rules.
@Suite struct RuleBacktestTests {
  private static let start = CalendarDay(iso: "2026-06-01") ?? CalendarDay(ordinal: 0)

  private func claim(
    _ week: Int,
    _ probability: Double,
    happened: Bool?,
    store: Int = 0,
    bootstrap: Double = 0.5
  ) -> RuleEventClaim {
    let first = Self.start + 7 * week
    let outcome: ClaimOutcome<EventTruth> =
      happened.map {
        .decided(EventTruth(firstDay: $0 ? first : nil, english: "E", chinese: "事"))
      } ?? .open(OpenReason(.missingColumns, detail: "gmv"))
    return RuleEventClaim(
      judged: JudgedEvent(
        store: "store \(store)",
        start: first,
        replications: 100,
        claim: EventClaim(
          pack: "p",
          event: "e",
          date: first + 6,
          day: 7,
          probability: probability,
          label: ""
        ),
        outcome: outcome
      ),
      store: store,
      bootstrap: bootstrap
    )
  }

  private func result(_ events: [RuleEventClaim], stores: Int = 1) -> RuleBacktest {
    RuleBacktest(
      storeNames: (0..<stores).map { "store \($0)" },
      days: [7],
      replications: 100,
      origins: events.count,
      events: events,
      measures: []
    )
  }

  /// Claims of a week are known on its last day: the next week's date sees them, its own does not.
  @Test func baseRatesComeFromWhatWasKnown() {
    let found = result([
      claim(0, 0.2, happened: true), claim(1, 0.2, happened: false), claim(2, 0.2, happened: nil),
      claim(3, 0.2, happened: true),
    ])
    let rates: [Double] = [0.5, 0.75, 0.5, 0.5]
    #expect(found.events.map(\.baseRate) == rates)
    #expect(found.undecided.map(\.count) == [1])
  }

  @Test func everyMethodIsScoredOnTheSameClaims() throws {
    let found = result(
      [
        claim(0, 0.9, happened: true, bootstrap: 0.6), claim(1, 0.1, happened: false),
        claim(0, 0.7, happened: true, store: 1, bootstrap: 0.8), claim(1, 0, happened: nil),
      ],
      stores: 2
    )
    let all = try #require(found.all)
    #expect(all.methods.map(\.method) == RuleMethod.allCases)
    #expect(all.methods.allSatisfy { $0.scores.count == 3 && $0.scores.hits == 2 })
    let brier = 0.11 / 3
    #expect(abs(all.own.scores.brier - brier) < 1e-12)
    let logScore = -log(0.9 * 0.9 * 0.7) / 3
    #expect(abs(all.own.scores.logScore - logScore) < 1e-12)
    #expect(all.bestSimple.method == .bootstrap)
    let mean = all.gain.mean
    let gain = 0.34 / 3
    #expect(abs(mean - gain) < 1e-12)
    // Residuals of the stores' sums from their share: n = 2, 1; t with one degree.
    let first = 0.39 - 2 * mean
    let second = -0.05 - mean
    let deviation = ((first * first + second * second) * 2 / 9).squareRoot()
    let half = try #require(all.gain.halfWidth)
    #expect(abs(half - deviation * 12.706204736) < 1e-6)
    #expect(all.apart.count == 3 && all.reliability.map(\.count) == [1, 1, 1])
    #expect(found.byEvent.count == 1 && found.byEvent[0].subject?.day == 7)
  }

  @Test func nothingDecidedIsNoResult() {
    let found = result([claim(0, 0.3, happened: nil)])
    #expect(found.all == nil && found.byEvent.isEmpty && found.byMeasure.isEmpty)
  }

  @Test func rangesAndScoresOfMeasures() throws {
    let judged = JudgedMeasure(
      store: "store 0",
      start: Self.start,
      replications: 3,
      claim: MeasureClaim(
        pack: "p",
        measure: "m",
        unit: "stars",
        date: Self.start + 6,
        day: 7,
        quantiles: .init(q05: 1, q25: 1.5, q50: 2, q75: 2.5, q95: 3),
        label: ""
      ),
      outcome: .decided(MeasureTruth(value: 3.5, english: "M", chinese: "值"))
    )
    let found = RuleBacktest(
      storeNames: ["store 0"],
      days: [7],
      replications: 3,
      origins: 1,
      events: [],
      measures: [
        RuleMeasureClaim(judged: judged, store: 0, draws: [1, 2, 3], bootstrap: [3.5]),
        RuleMeasureClaim(judged: judged, store: 0, draws: [1, 2, 3], bootstrap: []),
      ]
    )
    let one = try #require(found.byMeasure.first)
    #expect(one.coverage.count == 1 && one.coverage.above == 1)
    // Mean distance 1.5; mean distance of different draws 4/3, half of it off.
    let crps = 1.5 - 2.0 / 3
    #expect(abs(one.crps.mean - crps) < 1e-12)
    #expect(one.bootstrapCRPS.mean == 0 && one.gain.halfWidth == nil)
  }

  /// Where all days are alike there is one future, which the exact interpreter knows too.
  @Test func redrawnDaysFollowTheExactRules() throws {
    let library = RuleLibrary(directory: Repository.root.appending(path: "Tests/Fixtures/rules"))
    let pack = try library.pack(named: "harbor.berth@1", on: nil).pack
    let history = StoreHistory(
      days: (-99...20).map { day in
        StoreHistory.Day(
          date: Self.start + (day - 1),
          counts: [
            .orders: 40, .gmv: 90_000, .dueToShip: 40, .shippedOnTime: 39, .reviews1: 1,
            .reviews2: 0, .reviews3: 0, .reviews4: 0, .reviews5: 5, .qualityReturns: 1,
          ]
        )
      }
    )
    let standing = StoreStanding(
      ladders: ["berth": .init(state: "middle", since: nil)],
      gates: [:],
      displayed: [:],
      lastThirtyDays: [:],
      open: .init()
    )
    let days = [1, 7, 18]
    let redrawn = try #require(
      RedrawnRules(
        programs: [try pack.program(overrides: [:], hasConsequences: false)],
        standing: standing,
        history: history,
        start: Self.start,
        days: 18
      )
    )
    let outlook = redrawn.outlook(on: days, futures: 3, seed: 5)
    let play = ScorePlay(
      segments: [try ScorePlay.Segment(pack: pack, overrides: [:], from: Self.start)],
      observed: try #require(ObservedDays(history)),
      standing: standing,
      start: Self.start,
      asOf: Self.start + 17
    )
    let score = try #require(play.score())
    var values = 0
    for (place, day) in days.enumerated() {
      let morning = score.mornings[day - 1]
      for (index, measure) in morning.measures.enumerated() {
        let subject = RuleOutlook.Subject(pack: pack.id, name: measure.name)
        let ticks = morning.outcome.measures[index]
        let value = ticks == Measure.absent ? nil : Double(ticks) / Double(measure.unitsPerOne)
        #expect(
          outlook.draws[subject]?[place] == value.map { [$0, $0, $0] } ?? [],
          "\(measure.name) on day \(day)"
        )
        values += value == nil ? 0 : 1
      }
      for (name, _) in score.eventLabels {
        let happened =
          score.eventsAtStart.contains(name)
          || score.events.contains { $0.name == name && $0.date - Self.start < day }
        let subject = RuleOutlook.Subject(pack: pack.id, name: name)
        #expect(outlook.chances[subject]?[place] == (happened ? 1 : 0), "\(name) by day \(day)")
      }
    }
    #expect(values > 6)
    #expect(score.events.contains { $0.date < Self.start + 18 }, "something happens")
  }
}
