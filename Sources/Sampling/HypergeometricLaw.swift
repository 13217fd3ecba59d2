internal import Glibc

/// The law of how many good ones are in a sample without replacement, reduced by its symmetries.
///
/// The sample is at most half of the population and the good ones are the rarer kind; the caller
/// undoes the reduction with ``original(_:)``. Neither kind, nor the sample, is empty.
struct HypergeometricLaw {
  let good: Double
  let bad: Double
  let sample: Double
  let mode: Double
  let mean: Double
  let variance: Double

  // The caller's count is base + sign * count.
  private let base: Int
  private let sign: Int

  /// Creates the law; `good`, `bad`, `sample` and what is left by the sample are all positive.
  init(good: Int, bad: Int, sample: Int) {
    let population = good + bad
    switch (good > bad, sample > population - sample) {
    case (false, false): (base, sign) = (0, 1)
    case (true, false): (base, sign) = (sample, -1)
    case (false, true): (base, sign) = (good, -1)
    case (true, true): (base, sign) = (sample - bad, 1)
    }
    let size = Double(population)
    self.good = Double(min(good, bad))
    self.bad = Double(max(good, bad))
    self.sample = Double(min(sample, population - sample))
    mode = ((self.sample + 1) * (self.good + 1) / (size + 2)).rounded(.down)
    mean = self.sample * (self.good / size)
    variance = mean * (self.bad / size) * ((size - self.sample) / max(size - 1, 1))
  }

  /// The largest count, of the reduced law; the smallest is 0.
  var largest: Double { min(good, sample) }

  /// Returns the count of the caller's law that a count of the reduced law stands for.
  func original(_ count: Double) -> Int {
    base + sign * Int(count)
  }

  /// Returns the count of this law that a count of the caller's law stands for.
  func reduced(_ original: Int) -> Double {
    Double(sign * (original - base))
  }

  /// Returns the logarithm of the probability of a count, but for a constant.
  ///
  /// A hypergeometric is two binomials, that is four Poissons, given their sums.
  func logWeight(_ count: Double) -> Double {
    let share = sample / (good + bad)
    let rest = 1 - share
    return PoissonMass.logarithm(count: count, mean: good * share)
      + PoissonMass.logarithm(count: good - count, mean: good * rest)
      + PoissonMass.logarithm(count: sample - count, mean: bad * share)
      + PoissonMass.logarithm(count: bad - sample + count, mean: bad * rest)
  }

  /// Returns the logarithm of the probability of a count of the reduced law.
  func logProbability(_ count: Double) -> Double {
    let size = good + bad
    return logWeight(count)
      + PoissonMass.logarithm(count: size, mean: size)
      - PoissonMass.logarithm(count: good, mean: good)
      - PoissonMass.logarithm(count: bad, mean: bad)
      - PoissonMass.logarithm(count: sample, mean: sample)
      - PoissonMass.logarithm(count: size - sample, mean: size - sample)
  }

  /// Returns the probability of `count + 1` divided by that of `count`.
  func ratioUp(_ count: Double) -> Double {
    (good - count) * (sample - count) / ((count + 1) * (bad - sample + count + 1))
  }
}
