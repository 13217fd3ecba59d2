import Sampling
import Testing

/// Each check: 20,000 draws, false-alarm rate 5e-9 (``Agreement``).
@Suite struct HypergeometricTests {
  // (good, bad, sample): small, each symmetry, all but one taken, the walk's largest, ratio of
  // uniforms, very rare good ones.
  @Test(arguments: [
    (1, 1, 1), (5, 9, 4), (9, 5, 4), (5, 9, 11), (9, 5, 11), (3, 500, 502), (20, 180, 30),
    (130, 130, 130), (260, 240, 250), (270, 260, 400), (1000, 3000, 900), (2, 100_000, 50_000),
  ])
  func everyCellIsHitAsOftenAsItShould(good: Int, bad: Int, sample taken: Int) {
    let sample = Agreement.sample(seed: 41) {
      $0.hypergeometric(good: good, bad: bad, sample: taken)
    }
    let cells = Dictionary(
      uniqueKeysWithValues: (max(0, taken - bad)...min(good, taken)).map {
        ($0, Distributions.hypergeometricPMF($0, good: good, bad: bad, sample: taken))
      }
    )
    #expect(Agreement.refusedCells(of: sample, probabilities: cells) == [])
  }

  @Test(arguments: [
    (200, 1800, 300), (1000, 1000, 1000), (20_000, 180_000, 5000), (180_000, 20_000, 190_000),
    (3_000_000, 7_000_000, 4_000_000),
  ])
  func largePopulationsHaveTheirLaw(good: Int, bad: Int, sample taken: Int) {
    let sample = Agreement.sample(seed: 42) {
      $0.hypergeometric(good: good, bad: bad, sample: taken)
    }
    let (least, most) = (sample.min() ?? 0, sample.max() ?? 0)
    #expect(least >= max(0, taken - bad) && most <= min(good, taken))
    // What lies outside the drawn range is too rare to be seen: added up from well below it.
    let start = max(max(0, taken - bad), least - (most - least))
    var table: [Double] = []
    var sum = 0.0
    for count in start...most {
      sum += Distributions.hypergeometricPMF(count, good: good, bad: bad, sample: taken)
      table.append(sum)
    }
    let distance = Agreement.distance(of: sample) { $0 < start ? 0 : table[$0 - start] }
    #expect(distance < Agreement.largestDistance)
  }

  /// In a population of 10^12 a sample of 1,000 is as good as drawn with replacement.
  @Test func aSmallSampleOfAHugePopulationIsBinomial() {
    let sample = Agreement.sample(seed: 43) {
      $0.hypergeometric(good: 300_000_000_000, bad: 700_000_000_000, sample: 1000)
    }
    let distance = Agreement.distance(of: sample) {
      Distributions.binomialCDF($0, trials: 1000, probability: 0.3)
    }
    #expect(distance < Agreement.largestDistance)
  }

  /// z of mean and mean square against their exact values, |z| < 5.85: false-alarm rate 5e-9 each.
  @Test func halfOfABillionHasTheRightMeanAndVariance() {
    let sample = Agreement.sample(seed: 44) {
      Double($0.hypergeometric(good: 500_000_000, bad: 500_000_000, sample: 1_000_000) - 500_000)
    }
    let variance = 1e6 * 0.25 * (1e9 - 1e6) / (1e9 - 1)
    let count = Double(sample.count)
    let mean = sample.reduce(0, +) / count
    let meanSquare = sample.reduce(0) { $0 + $1 * $1 } / count
    #expect(abs(mean) < 5.85 * (variance / count).squareRoot())
    #expect(abs(meanSquare / variance - 1) < 5.85 * (2 / count).squareRoot())
  }

  @Test func certaintiesNeedNoDraw() {
    var sampler = Sampler(seed: 1)
    #expect(sampler.hypergeometric(good: 0, bad: 0, sample: 0) == 0)
    #expect(sampler.hypergeometric(good: 0, bad: 8, sample: 5) == 0)
    #expect(sampler.hypergeometric(good: 8, bad: 0, sample: 5) == 5)
    #expect(sampler.hypergeometric(good: 8, bad: 4, sample: 0) == 0)
    #expect(sampler.hypergeometric(good: 8, bad: 4, sample: 12) == 8)
  }
}
