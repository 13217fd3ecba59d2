internal import Glibc

/// The ranges of parameters that a ``Sampler`` draws with exactly and in bounded time.
///
/// A plan asks here when it is compiled and words the message itself; the sampler asks again at
/// every draw and ends the program on a no. Outside these ranges GSL would hang (NaN, infinity),
/// wrap (a Poisson mean beyond 32 bits) or clamp in silence (a probability beyond 1).
package enum ParameterCheck {
  /// The most trials, and the largest population of a sample without replacement.
  package static let largestCount = 1_000_000_000_000
  /// The largest mean of a count.
  package static let largestMean = 1e9
  /// The largest shape of a gamma or beta, and the largest scale of a gamma.
  package static let largestShape = 1e15
  /// The smallest size (dispersion) of a negative binomial: below it, almost all days are empty.
  package static let smallestSize = 1e-3

  /// Whether the number is a probability, in [0, 1].
  package static func isProbability(_ value: Double) -> Bool { value >= 0 && value <= 1 }

  /// Whether the number of trials or of things can be drawn from, in [0, 10^12].
  package static func isCount(_ value: Int) -> Bool { value >= 0 && value <= largestCount }

  /// Whether the number is the mean of a Poisson or negative binomial count, in [0, 10^9].
  package static func isCountMean(_ mean: Double) -> Bool { mean >= 0 && mean <= largestMean }

  /// Whether the number is the mean of an exponential, in [0, 10^15].
  package static func isExponentialMean(_ mean: Double) -> Bool {
    mean >= 0 && mean <= largestShape
  }

  /// Whether exp(zeta + sigma z) stays finite for every normal z that can be drawn.
  package static func isLogNormal(zeta: Double, sigma: Double) -> Bool {
    zeta.isFinite && sigma >= 0 && abs(zeta) + 15 * sigma <= 700
  }

  /// Whether the shape and scale are those of a gamma, each in [0, 10^15].
  package static func isGamma(shape: Double, scale: Double) -> Bool {
    shape >= 0 && shape <= largestShape && scale >= 0 && scale <= largestShape
  }

  /// Whether both numbers are shapes of a beta, in [10^-100, 10^15].
  package static func isBeta(_ a: Double, _ b: Double) -> Bool {
    min(a, b) >= 1e-100 && max(a, b) <= largestShape && !a.isNaN && !b.isNaN
  }

  /// Whether the numbers are the mean and size of a negative binomial; size 10^-3 or more.
  ///
  /// An infinite size is the Poisson.
  package static func isNegativeBinomial(mean: Double, size: Double) -> Bool {
    isCountMean(mean) && size >= smallestSize && (size <= largestShape || size == .infinity)
  }

  /// Whether the numbers are weights of cells: finite, none negative, at least one positive.
  package static func areWeights(_ weights: [Double]) -> Bool { areWeights(weights.span) }

  /// Whether the numbers are weights of cells: finite, none negative, at least one positive.
  package static func areWeights(_ weights: borrowing Span<Double>) -> Bool {
    var sum = 0.0
    for index in weights.indices {
      guard weights[index] >= 0 else { return false }
      sum += weights[index]
    }
    return sum > 0 && sum.isFinite
  }

  /// Whether the numbers are the concentrations of a Dirichlet: weights, each 0 or at least 10^-100.
  package static func isDirichlet(_ concentrations: [Double]) -> Bool {
    areWeights(concentrations)
      && concentrations.allSatisfy { $0 == 0 || ($0 >= 1e-100 && $0 <= largestShape) }
  }
}
