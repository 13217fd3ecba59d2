import Sampling
import Testing

/// Each check: 20,000 draws, false-alarm rate 5e-9 (``Agreement``).
@Suite struct CountDrawTests {
  // Both sides of what changes in the algorithm: p = 1/2, 14 expected successes; and of what is split: a
  // variance of 4e6, 2^31 trials.
  @Test(arguments: [
    (1, 0.5), (7, 1e-4), (20, 0.1), (20, 0.9), (20, 0.999), (27, 0.5), (28, 0.5), (29, 0.5),
    (139, 0.1), (141, 0.1), (2000, 0.499), (2000, 0.501), (30_000, 0.02), (15_000_000, 0.5),
    (17_000_000, 0.5), (1_000_000_000, 1e-8), (1_000_000_000, 0.3), (1_000_000_000, 0.5),
    (4_000_000_000, 2e-9), (5_000_000_000, 0.999_999_998), (1_000_000_000_000, 0.25),
  ])
  func fastBinomialsHaveTheirLaw(trials: Int, probability: Double) {
    checkBinomial(.fast, trials: trials, probability: probability)
  }

  @Test(arguments: [
    (20, 0.9), (29, 0.5), (139, 0.1), (141, 0.1), (30_000, 0.02), (15_000_000, 0.5),
    (17_000_000, 0.5), (5_000_000_000, 0.999_999_998),
  ])
  func binomialsHaveTheirLaw(trials: Int, probability: Double) {
    checkBinomial(.gsl, trials: trials, probability: probability)
  }

  private func checkBinomial(_ counts: CountSamplers, trials: Int, probability: Double) {
    let sample = Agreement.sample(seed: 31, counts: counts) {
      $0.binomial(trials: trials, probability: probability)
    }
    #expect(sample.allSatisfy { $0 >= 0 && $0 <= trials })
    let distance = Agreement.distance(of: sample) {
      Distributions.binomialCDF($0, trials: trials, probability: probability)
    }
    #expect(distance < Agreement.largestDistance)
  }

  @Test(
    arguments: CountSamplers.allCases,
    [(3, 0.2), (28, 0.5), (60, 0.97), (200, 0.05), (141, 0.1), (300, 0.9), (2000, 0.35)]
  )
  func binomialsHitEveryCellAsOftenAsTheyShould(counts: CountSamplers, law: (Int, Double)) {
    let (trials, probability) = law
    let sample = Agreement.sample(seed: 32, counts: counts) {
      $0.binomial(trials: trials, probability: probability)
    }
    let cells = Dictionary(
      uniqueKeysWithValues: (0...trials).map {
        ($0, Distributions.binomialPMF($0, trials: trials, probability: probability))
      }
    )
    #expect(Agreement.refusedCells(of: sample, probabilities: cells) == [])
  }

  /// Exact: the draws of one position move with the probability, through 1/2 too, where an algorithm for
  /// the rarer outcome would turn round.
  @Test(arguments: [20, 2000])
  func neighboursOnBothSidesOfOneHalfStayCoupled(trials: Int) {
    let below = Agreement.sample(seed: 37, counts: .fast) {
      $0.binomial(trials: trials, probability: 0.4999)
    }
    let above = Agreement.sample(seed: 37, counts: .fast) {
      $0.binomial(trials: trials, probability: 0.5001)
    }
    let close = zip(below, above).count { abs($0 - $1) <= 2 }
    #expect(close > Agreement.draws * 95 / 100)
  }

  /// GSL's squeeze wraps 46,341 from the mode, 2.9 standard deviations here: its tails are wrong.
  @Test func theTailsOfAHugeBinomialAreRight() {
    let trials = 1_000_000_000
    let (low, high) = (500_000_000 - 46_341, 500_000_000 + 46_340)
    let sample = Agreement.sample(seed: 33) { sampler in
      let count = sampler.binomial(trials: trials, probability: 0.5)
      return count <= low ? -1 : count > high ? 1 : 0
    }
    let below = Distributions.binomialCDF(low, trials: trials, probability: 0.5)
    let above = Distributions.binomialTail(high, trials: trials, probability: 0.5)
    let cells = [-1: below, 0: 1 - below - above, 1: above]
    #expect(Agreement.refusedCells(of: sample, probabilities: cells) == [])
  }

  @Test func certaintiesNeedNoDraw() {
    var sampler = Sampler(seed: 1)
    sampler.seek(replication: 0, process: 0, day: 0, call: 0)
    #expect(sampler.binomial(trials: 0, probability: 0.3) == 0)
    #expect(sampler.binomial(trials: 12, probability: 0) == 0)
    #expect(sampler.binomial(trials: 12, probability: 1) == 12)
    #expect(sampler.poisson(mean: 0) == 0)
    #expect(sampler.negativeBinomial(mean: 0, size: 3) == 0)
    let after = sampler.uniform()
    sampler.seek(replication: 0, process: 0, day: 0, call: 0)
    #expect(sampler.uniform() == after)
  }

  // Both sides of 14, where rejection starts, and of 10^8, where the reduction by a gamma does.
  @Test(arguments: [0.001, 0.8, 5, 13.9, 14.1, 200, 20_000, 9.9e7, 1.01e8, 1e9])
  func fastPoissonsHaveTheirLaw(mean: Double) {
    checkPoisson(.fast, mean: mean)
  }

  @Test(arguments: [0.8, 200, 20_000, 1.01e8])
  func poissonsHaveTheirLaw(mean: Double) {
    checkPoisson(.gsl, mean: mean)
  }

  private func checkPoisson(_ counts: CountSamplers, mean: Double) {
    let sample = Agreement.sample(seed: 34, counts: counts) { $0.poisson(mean: mean) }
    let distance = Agreement.distance(of: sample) { Distributions.poissonCDF($0, mean: mean) }
    #expect(distance < Agreement.largestDistance)
  }

  @Test(arguments: CountSamplers.allCases, [3.0, 13.9, 14.1, 150])
  func poissonsHitEveryCellAsOftenAsTheyShould(counts: CountSamplers, mean: Double) {
    let sample = Agreement.sample(seed: 38, counts: counts) { $0.poisson(mean: mean) }
    // The chance of more than 400 events is below 1e-50.
    let cells = Dictionary(
      uniqueKeysWithValues: (0...400).map { ($0, Distributions.poissonPMF($0, mean: mean)) }
    )
    #expect(Agreement.refusedCells(of: sample, probabilities: cells) == [])
  }

  @Test(arguments: [(0.5, 0.1), (20, 1), (200, 30), (3000, 0.05), (50_000, 400), (1e9, 12)])
  func negativeBinomialsHaveTheirLaw(mean: Double, size: Double) {
    let sample = Agreement.sample(seed: 35) { $0.negativeBinomial(mean: mean, size: size) }
    let distance = Agreement.distance(of: sample) {
      Distributions.negativeBinomialCDF($0, mean: mean, size: size)
    }
    #expect(distance < Agreement.largestDistance)
  }

  @Test func aNegativeBinomialOfInfiniteSizeIsAPoisson() {
    var sampler = Sampler(seed: 36)
    for replication in 0..<50 {
      sampler.seek(replication: replication, process: 0, day: 0, call: 0)
      let poisson = sampler.poisson(mean: 70)
      sampler.seek(replication: replication, process: 0, day: 0, call: 0)
      #expect(sampler.negativeBinomial(mean: 70, size: .infinity) == poisson)
    }
  }
}
