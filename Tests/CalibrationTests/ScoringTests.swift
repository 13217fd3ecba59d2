import Calibration
import Testing

@Suite struct ScoringTests {
  private let levels = [0.1, 0.25, 0.5, 0.75, 0.9]

  /// Worked examples of the weighted interval score.
  @Test(arguments: [
    ([-1.0, 0, 1, 2, 3], 1.0, 0.36, 0.0), ([-2, 1, 2, 2, 4], -15, 15.34, 1),
    ([-2, 0, 3, 3, 4], 22, 19.14, -1),
  ])
  func weightedIntervalScoresOfPublishedRows(
    quantiles: [Double],
    outcome: Double,
    score: Double,
    bias: Double
  ) {
    let found = QuantileScore(quantiles: quantiles, levels: levels, outcome: outcome)
    #expect(abs(found.total - score) < 1e-12)
    #expect(found.bias == bias)
    #expect((outcome > 3) == (found.underprediction > 0))
    #expect((outcome < 0) == (found.overprediction > 0))
  }

  @Test func partsOfAnIntervalScore() {
    let found = QuantileScore(
      quantiles: [-2, 1, 2, 2, 4],
      levels: levels,
      outcome: -15
    )
    // Widths 6 and 1 at weights .1 and .25; 17 / 2, 13 and 16 above the outcome; all over 2.5.
    #expect(abs(found.dispersion - 0.85 / 2.5) < 1e-12)
    #expect(abs(found.overprediction - 37.5 / 2.5) < 1e-12)
    #expect(found.underprediction == 0)
  }

  @Test func crpsOfTwoDraws() {
    let ensemble = Ensemble([1, 0])
    #expect(ensemble.crps(of: 0, isFair: false) == 0.25)
    #expect(ensemble.crps(of: 0) == 0)
    #expect(ensemble.crps(of: 3) == 2)
    #expect(Ensemble([2]).crps(of: 5) == 3)
  }

  @Test func crpsIsTheMeanDistanceLessHalfTheSpread() {
    let draws = [3.5, -1, 2, 2, 7.25, 0.5]
    let outcome = 1.75
    let distance = draws.reduce(0) { $0 + abs($1 - outcome) } / 6
    let pairs = draws.flatMap { a in draws.map { abs(a - $0) } }.reduce(0, +)
    let ensemble = Ensemble(draws)
    #expect(abs(ensemble.crps(of: outcome, isFair: false) - (distance - pairs / 72)) < 1e-12)
    #expect(abs(ensemble.crps(of: outcome) - (distance - pairs / 60)) < 1e-12)
  }

  @Test func quantilesLieBetweenOrderStatistics() {
    let ensemble = Ensemble([4, 1, 2, 3])
    #expect([0, 0.5, 1, 0.1].map(ensemble.quantile) == [1, 2.5, 4, 1 + 0.1 * 3])
    #expect(ensemble.shareBelow(2) == 0.25)
    #expect(ensemble.shareAtOrBelow(2) == 0.5)
  }

  @Test func exactCoverageIntervals() {
    // Clopper and Pearson for 0 of 10 and 10 of 10: 1 − .025^(1/10).
    let end = 0.30849710781876083
    let none = CoverageCount(level: 0.9, hits: 0, count: 10)
    #expect(none.interval.lowerBound == 0)
    #expect(abs(none.interval.upperBound - end) < 1e-9)
    let all = CoverageCount(level: 0.9, hits: 10, count: 10)
    #expect(abs(all.interval.lowerBound - (1 - end)) < 1e-9)
    #expect(all.chanceOfSoFew == 1)
    // P(B ≤ 1) of two trials with .9 each is 1 − .81.
    let one = CoverageCount(level: 0.9, hits: 1, count: 2)
    #expect(abs(one.chanceOfSoFew - 0.19) < 1e-12)
    #expect(CoverageCount(level: 0.9).share == nil)
    #expect(CoverageCount(level: 0.9).interval == 0...1)
  }

  @Test func probabilitiesAreScoredAndBinned() throws {
    var score = ProbabilityScore()
    score.add(0.8, happened: true, draws: 10)
    score.add(0.25, happened: false, draws: 10)
    score.add(1, happened: true, draws: 10)
    #expect(try abs(#require(score.brier) - (0.04 + 0.0625) / 3) < 1e-12)
    #expect(score.bins.map(\.count) == [0, 0, 1, 0, 0, 0, 0, 0, 1, 1])
    #expect(score.bins[9].frequency == 1)
    #expect(score.bins[0].frequency == nil)
    // None of ten draws is not "never": the logarithm stays finite.
    var surprised = ProbabilityScore()
    surprised.add(0, happened: true, draws: 10)
    #expect(try abs(#require(surprised.logarithmic) - 3.0910424533583156) < 1e-12)
    #expect(ProbabilityScore().brier == nil)
  }

  @Test func transformsSpreadOverTheirRange() {
    var histogram = TransformHistogram()
    histogram.add(from: 0.05, to: 0.25)
    histogram.add(from: 1, to: 1)
    #expect(zip(histogram.bins, [0.25, 0.5, 0.25]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(histogram.bins[9] == 1)
    #expect(abs(histogram.bins.reduce(0, +) - 2) < 1e-12)
  }

  @Test func storesAreTheUnitsOfTheError() throws {
    // Two stores that agree within and differ between: t(1) x half the distance.
    let mean = try #require(ClusterMean([[1, 1], [3, 3]]))
    #expect(mean.mean == 2)
    #expect(try abs(#require(mean.halfWidth) - 12.706204736432095) < 1e-6)
    #expect(ClusterMean([[1, 2]])?.halfWidth == nil)
    #expect(ClusterMean([[], []]) == nil)
  }
}
