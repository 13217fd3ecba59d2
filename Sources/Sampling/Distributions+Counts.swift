internal import Glibc

extension Distributions {
  /// Returns P(X = count) of a Poisson; mean in [0, 10^9].
  package static func poissonPMF(_ count: Int, mean: Double) -> Double {
    require(ParameterCheck.isCountMean(mean), "a Poisson's mean must be in 0 ... 1e9, not \(mean)")
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    return exp(PoissonMass.logarithm(count: Double(count), mean: mean))
  }

  /// Returns P(X <= count) of a Poisson; mean in [0, 10^9].
  package static func poissonCDF(_ count: Int, mean: Double) -> Double {
    ErrorHandler.turnOff()
    require(ParameterCheck.isCountMean(mean), "a Poisson's mean must be in 0 ... 1e9, not \(mean)")
    guard count >= 0 else { return 0 }
    return mean > 0 ? RegularizedGamma.upper(mean, shape: Double(count) + 1) : 1
  }

  /// Returns P(X = count) of a binomial; trials in [0, 10^12], probability in [0, 1].
  package static func binomialPMF(_ count: Int, trials: Int, probability: Double) -> Double {
    requireBinomial(trials, probability)
    guard count >= 0, count <= trials else { return 0 }
    guard probability > 0, probability < 1, trials > 0 else {
      return count == (probability == 1 ? trials : 0) ? 1 : 0
    }
    let (n, k) = (Double(trials), Double(count))
    // A binomial is two Poissons given their sum.
    return exp(
      PoissonMass.logarithm(count: k, mean: n * probability)
        + PoissonMass.logarithm(count: n - k, mean: n * (1 - probability))
        - PoissonMass.logarithm(count: n, mean: n)
    )
  }

  /// Returns P(X <= count) of a binomial; trials in [0, 10^12], probability in [0, 1].
  package static func binomialCDF(_ count: Int, trials: Int, probability: Double) -> Double {
    requireBinomial(trials, probability)
    guard count >= 0 else { return 0 }
    guard count < trials, probability > 0 else { return 1 }
    guard probability < 1 else { return 0 }
    return RegularizedBeta.upper(probability, Double(count) + 1, Double(trials - count))
  }

  /// Returns P(X > count) of a binomial, exact where it is too small to be 1 - P(X <= count).
  package static func binomialTail(_ count: Int, trials: Int, probability: Double) -> Double {
    requireBinomial(trials, probability)
    guard count >= 0 else { return 1 }
    guard count < trials, probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    return RegularizedBeta.lower(probability, Double(count) + 1, Double(trials - count))
  }

  /// Returns P(X <= count) of a negative binomial by mean in [0, 10^9] and finite size.
  package static func negativeBinomialCDF(_ count: Int, mean: Double, size: Double) -> Double {
    ErrorHandler.turnOff()
    require(
      ParameterCheck.isNegativeBinomial(mean: mean, size: size) && size.isFinite,
      "a negative binomial's mean must be in 0 ... 1e9 and its size in 1e-3 ... 1e15, "
        + "not \(mean) and \(size)"
    )
    guard count >= 0 else { return 0 }
    return mean > 0 ? RegularizedBeta.lower(size / (size + mean), size, Double(count) + 1) : 1
  }

  /// Returns P(X = count) for the good ones in a sample without replacement.
  package static func hypergeometricPMF(
    _ count: Int,
    good: Int,
    bad: Int,
    sample: Int
  ) -> Double {
    require(
      ParameterCheck.isCount(good) && ParameterCheck.isCount(bad)
        && ParameterCheck.isCount(good + bad) && sample >= 0 && sample <= good + bad,
      "a hypergeometric's population must be in 0 ... 1e12 and its sample within it"
    )
    let (least, most) = (max(0, sample - bad), min(good, sample))
    guard count >= least, count <= most else { return 0 }
    guard least < most else { return 1 }
    let law = HypergeometricLaw(good: good, bad: bad, sample: sample)
    return exp(law.logProbability(law.reduced(count)))
  }

  private static func requireBinomial(_ trials: Int, _ probability: Double) {
    ErrorHandler.turnOff()
    require(
      ParameterCheck.isCount(trials),
      "a binomial's trials must be in 0 ... 1e12, not \(trials)"
    )
    require(
      ParameterCheck.isProbability(probability),
      "a binomial's probability must be in 0 ... 1, not \(probability)"
    )
  }
}
