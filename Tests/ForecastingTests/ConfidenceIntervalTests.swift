import Forecasting
import Testing

@Suite struct ConfidenceIntervalTests {
  /// Reference values of R's `prop.test(x, n, correct = FALSE)`.
  @Test(arguments: [
    (0, 10, 0, 0.2775328), (5, 10, 0.2365931, 0.7634069), (10, 10, 0.7224672, 1),
    (1, 100, 0.001767432, 0.05448620), (54, 100, 0.4426, 0.6344),
  ])
  func wilsonAgreesWithPublishedValues(hits: Int, count: Int, low: Double, high: Double) {
    let interval = ConfidenceInterval.wilson(hits: hits, of: count)
    #expect(abs(interval.low - low) < 5e-5)
    #expect(abs(interval.high - high) < 5e-5)
    if hits == 0 { #expect(interval.low == 0) }
    if hits == count { #expect(interval.high == 1) }
  }

  @Test func nothingKnownIsTheWholeRange() {
    #expect(ConfidenceInterval.wilson(hits: 0, of: 0) == ConfidenceInterval(low: 0, high: 1))
  }

  /// Coverage of the exact ranks: 2 and 9 of 10 give 97.85 %, 40 and 61 of 100 give 96.48 %.
  @Test(arguments: [(6, 1), (10, 2), (11, 2), (25, 8), (100, 40), (1000, 469), (10_000, 4902)])
  func medianRanksAreTheTabledOnes(count: Int, lower: Int) {
    let ranks = BinomialRanks.median(count: count)
    #expect(ranks == BinomialRanks(lower: lower, upper: count + 1 - lower))
  }

  @Test func fiveValuesAreTooFewForAMedianInterval() {
    #expect(BinomialRanks.median(count: 5) == nil)
    #expect(BinomialRanks.median(count: 0) == nil)
  }
}
