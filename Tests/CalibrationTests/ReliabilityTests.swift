import Calibration
import Testing

/// Scores and bands of probabilities against values worked out by hand and in closed form.
@Suite struct ReliabilityTests {
  private func outcomes(_ pairs: (Double, Bool)...) -> [ForecastOutcome] {
    pairs.map { ForecastOutcome(probability: $0.0, happened: $0.1, replications: 999) }
  }

  @Test(arguments: [(1, 0.5), (7, 0.2), (40, 0.03), (200, 0.91)])
  func equalProbabilitiesGiveTheBinomialLaw(count: Int, p: Double) {
    let law = PoissonBinomial([Double](repeating: p, count: count))
    // P(0), then each mass from the one before: (n − k) p / ((k + 1)(1 − p)).
    var mass = 1.0
    for _ in 0..<count { mass *= 1 - p }
    for k in 0...count {
      #expect(abs(law.mass(k) - mass) < 1e-12, "\(k)")
      mass *= Double(count - k) * p / (Double(k + 1) * (1 - p))
    }
    #expect(law.mass(-1) == 0 && law.mass(count + 1) == 0)
  }

  @Test func unequalProbabilitiesAreEnumerated() {
    let probabilities = [0.1, 0.35, 0.6, 0.85, 1, 0]
    var expected = [Double](repeating: 0, count: probabilities.count + 1)
    for pattern in 0..<(1 << probabilities.count) {
      var weight = 1.0
      for (index, p) in probabilities.enumerated() {
        weight *= pattern >> index & 1 == 1 ? p : 1 - p
      }
      expected[pattern.nonzeroBitCount] += weight
    }
    let law = PoissonBinomial(probabilities)
    for (count, wanted) in expected.enumerated() { #expect(abs(law.mass(count) - wanted) < 1e-15) }
  }

  @Test(arguments: [0.025, 0.1, 1e-9])
  func theBandCutsAtMostItsTailAndNoLess(tail: Double) {
    let law = PoissonBinomial((1...60).map { Double($0) / 80 })
    let band = law.band(tail: tail)
    let below = (0..<band.lowerBound).reduce(0) { $0 + law.mass($1) }
    let above = ((band.upperBound + 1)...61).reduce(0) { $0 + law.mass($1) }
    #expect(below <= tail && above <= tail)
    #expect(below + law.mass(band.lowerBound) > tail)
    #expect(above + law.mass(band.upperBound) > tail)
  }

  /// Twenty thousand things and three that are certain.
  @Test func manyThingsAreCountedAsWell() {
    let law = PoissonBinomial([Double](repeating: 0.5, count: 20_000) + [1, 1, 0])
    let total = (9_000...11_004).reduce(0) { $0 + law.mass($1) }
    #expect(abs(total - 1) < 1e-9)
    // 10,002 ± 1.96 · √5,000, less the half step of a whole number.
    #expect(law.band(tail: 0.025) == 9_863...10_141)
  }

  @Test func certaintiesLeaveOneNumber() {
    #expect(PoissonBinomial([1, 1, 0]).band(tail: 0.025) == 2...2)
    #expect(PoissonBinomial([]).band(tail: 0.025) == 0...0)
  }

  @Test func scoresAreThoseWorkedOutByHand() throws {
    let scores = try #require(
      ProbabilityScores(outcomes((0.8, true), (0.5, false), (0.1, false), (0, false)))
    )
    #expect(scores.count == 4 && scores.hits == 1)
    #expect(abs(scores.expectedHits - 1.4) < 1e-15)
    #expect(abs(scores.brier - (0.04 + 0.25 + 0.01) / 4) < 1e-15)
    #expect(abs(scores.baseRateBrier - 0.1875) < 1e-15)
    #expect(abs((scores.skill ?? 0) - (1 - 0.075 / 0.1875)) < 1e-12)
    // −(ln 0.8 + ln 0.5 + ln 0.9) / 4
    #expect(abs(scores.logScore - 1.0216512475319814 / 4) < 1e-12)
    #expect(ProbabilityScores([]) == nil)
  }

  @Test func aToldZeroThatHappensCostsWhatItsFuturesCanTell() throws {
    let scores = try #require(ProbabilityScores(outcomes((0, true))))
    // −ln(0.5 / 1000)
    #expect(abs(scores.logScore - 7.600902459542082) < 1e-12)
    #expect(scores.brier == 1 && scores.skill == nil)
  }

  @Test func binsTakeTheirLowerEdgeAndTheLastOneBoth() {
    let bins = ReliabilityBin.bins(
      of: outcomes((0, false), (0.05, false), (0.1499, true), (0.15, true), (0.95, true), (1, true))
    )
    #expect(bins.map(\.low) == [0, 0.05, 0.15, 0.95])
    #expect(bins.map(\.count) == [1, 2, 1, 2])
    #expect(bins.map(\.hits) == [0, 1, 1, 2])
    #expect(bins.allSatisfy { $0.isWithinBand })
  }

  @Test func probabilitiesThatAreTooLowLeaveTheBand() {
    let told = (0..<40).map {
      ForecastOutcome(probability: 0.1, happened: $0 < 12, replications: 1000)
    }
    let bin = ReliabilityBin.bins(of: told)[0]
    // P(B(40, 0.1) ≥ 9) = 0.0155, P(≥ 8) = 0.042: at most 8.
    #expect(bin.band == 1...8)
    #expect(!bin.isWithinBand)
  }
}
