import Forecasting
import Rules
import Simulation
import Testing

@Suite struct ComparisonTests {
  func comparison(_ pairs: [(ReplicationRecord, ReplicationRecord)]) -> Comparison {
    var accumulator = ComparisonAccumulator(layout: SmallStore.layout())
    for (baseline, alternative) in pairs {
      accumulator.add(baseline: baseline, alternative: alternative)
    }
    return accumulator.comparison(
      baseline: SmallStore.accumulated(pairs.map(\.0)).forecast(alternative: "baseline"),
      alternative: SmallStore.accumulated(pairs.map(\.1)).forecast(alternative: "more")
    )
  }

  @Test func anAlternativeThatChangesNothingIsExactlyZeroEverywhere() {
    for row in comparison(SmallStore.varied(200).map { ($0, $0) }).rows {
      #expect(row.paired.difference == 0)
      #expect(row.paired.interval == ConfidenceInterval(low: 0, high: 0))
      #expect(row.paired.varianceReduction == nil)
      #expect(row.verdict == .undecided)
      if case .medianDay = row.subject { continue }
      #expect(row.paired.standardError == 0)
      #expect(row.paired.correlation == 1)
    }
  }

  @Test func pairedPassagesFollowMcNemar() {
    // 3 in both, 1 only before, 5 only after, 11 in neither, of 20.
    var passage = PairedPassage()
    for _ in 0..<3 { passage.add(baseline: 1, alternative: 1) }
    passage.add(baseline: 2, alternative: -1)
    for _ in 0..<5 { passage.add(baseline: -1, alternative: 3) }
    for _ in 0..<11 { passage.add(baseline: -1, alternative: -1) }
    let found = passage.probability
    #expect(found.difference == 0.2)
    #expect(found.baselineValue == 0.2)
    #expect(found.alternativeValue == 0.4)
    #expect(abs((found.standardError ?? 0) - (6 - 16.0 / 20).squareRoot() / 20) < 1e-15)
    let interval = found.interval ?? ConfidenceInterval(low: 9, high: 9)
    let adjusted = (7 - 16.0 / 22).squareRoot() / 22 * 1.959963984540054
    #expect(abs(interval.low - (4.0 / 22 - adjusted)) < 1e-12)
    #expect(abs(interval.high - (4.0 / 22 + adjusted)) < 1e-12)
    // (0.16 + 0.24) / (0.3 − 0.04), each with the factor 20/19 on both sides.
    #expect(abs((found.varianceReduction ?? 0) - 0.4 / 0.26) < 1e-12)
    #expect(abs((found.correlation ?? 0) - 0.07 / (0.16 * 0.24).squareRoot()) < 1e-12)
  }

  @Test func fewDiscordantPairsDecideNothing() {
    let never = SmallStore.record()
    let pairs = (0..<1000).map { (never, $0 < 4 ? SmallStore.record(firstDay: 2) : never) }
    #expect(comparison(pairs).rows[2].verdict == .undecided)
    let more = (0..<1000).map { (never, $0 < 12 ? SmallStore.record(firstDay: 2) : never) }
    #expect(comparison(more).rows[2].verdict == .better)
  }

  @Test func verdictsKnowWhichSideIsGood() {
    let pairs = SmallStore.varied(100).map { first in
      var second = first
      second.money[0] += 10_000
      second.money[1] += 5_000
      for day in 0..<3 {
        second.measures[day * 2] += 1
        if second.measures[day * 2 + 1] != Measure.absent {
          second.measures[day * 2 + 1] += 1000
        }
      }
      return (first, second)
    }
    let found = comparison(pairs).rows
    #expect(found.map(\.verdict) == [.undecided, .better, .undecided, .undecided, .better, .worse])
    #expect(found[4].paired.difference == 100)
    #expect(found[4].paired.correlation == 1)
    #expect(found[0].paired.difference == 1)
  }

  @Test func mediansAreComparedBySquareAndAdd() {
    let pairs = (1...10).map { index in
      (
        SmallStore.record(firstDay: index <= 6 ? 3 : -1),
        SmallStore.record(firstDay: index <= 9 ? 1 : 2)
      )
    }
    let row = comparison(pairs).rows[3]
    #expect(row.paired.difference == -2)
    #expect(row.paired.baselineValue == 3)
    // The baseline's interval is open above, so the difference's is unknown.
    #expect(row.paired.interval == nil)
    let closed = (1...10).map { index in
      (SmallStore.record(firstDay: index <= 1 ? 2 : 3), SmallStore.record(firstDay: 1))
    }
    #expect(comparison(closed).rows[3].paired.interval == ConfidenceInterval(low: -2, high: -2))
    #expect(comparison(closed).rows[3].verdict == .better)
  }

  @Test func aMedianOnOneSideOnlyHasNoDifference() {
    let row = comparison([(SmallStore.record(), SmallStore.record(firstDay: 2))]).rows[3]
    #expect(row.paired.difference == nil)
    #expect(row.paired.alternativeValue == 2)
    #expect(row.verdict == .undecided)
  }

  @Test func mergingInAnyOrderGivesTheSameBits() {
    let first = SmallStore.varied(60, seed: 1)
    let second = SmallStore.varied(60, seed: 2)
    func sums(_ range: Range<Int>) -> ComparisonAccumulator {
      var result = ComparisonAccumulator(layout: SmallStore.layout())
      for index in range { result.add(baseline: first[index], alternative: second[index]) }
      return result
    }
    var merged = sums(40..<60)
    merged.merge(sums(0..<40))
    #expect(merged == sums(0..<60))
  }
}
