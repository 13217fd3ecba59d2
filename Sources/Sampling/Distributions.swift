internal import CGSL
internal import Glibc

/// Probabilities, quantiles and special functions, mostly GSL's.
///
/// For estimates and for what is computed once when a plan is compiled; not for the loop over days.
/// Parameters outside the stated ranges end the program.
package enum Distributions {
  /// Returns P(Z <= x) of a standard normal.
  package static func normalCDF(_ x: Double) -> Double {
    requireNumber(x)
    return gsl_cdf_ugaussian_P(x)
  }

  /// Returns the x with P(Z <= x) = p of a standard normal; p in [0, 1], infinite at its ends.
  package static func normalQuantile(_ p: Double) -> Double {
    requireProbability(p)
    return gsl_cdf_ugaussian_Pinv(p)
  }

  /// Returns P(X <= x) of exp(zeta + sigma Z); sigma > 0, and 0 for x <= 0.
  package static func logNormalCDF(_ x: Double, zeta: Double, sigma: Double) -> Double {
    requireNumber(x)
    require(
      zeta.isFinite && sigma > 0 && sigma.isFinite,
      "logNormalCDF needs a finite zeta and a positive sigma, not \(zeta) and \(sigma)"
    )
    return x > 0 ? gsl_cdf_lognormal_P(x, zeta, sigma) : 0
  }

  /// Returns the x with P(X <= x) = p of exp(zeta + sigma Z); sigma >= 0, p in [0, 1].
  package static func logNormalQuantile(_ p: Double, zeta: Double, sigma: Double) -> Double {
    require(
      zeta.isFinite && sigma >= 0 && sigma.isFinite,
      "logNormalQuantile needs a finite zeta and sigma >= 0, not \(zeta) and \(sigma)"
    )
    return sigma == 0 ? exp(zeta) : exp(zeta + sigma * normalQuantile(p))
  }

  /// Returns P(X <= x) of an exponential with the given mean > 0.
  package static func exponentialCDF(_ x: Double, mean: Double) -> Double {
    requireNumber(x)
    requirePositive(mean)
    return x > 0 ? gsl_cdf_exponential_P(x, mean) : 0
  }

  /// Returns P(X <= x) of a gamma with shape > 0 and scale > 0.
  package static func gammaCDF(_ x: Double, shape: Double, scale: Double) -> Double {
    requireNumber(x)
    requirePositive(shape)
    requirePositive(scale)
    return x > 0 ? RegularizedGamma.lower(x / scale, shape: shape) : 0
  }

  /// The value below which a gamma with positive shape and scale falls with probability `p` in (0, 1),
  /// by bisection of its logarithm: GSL's own quantile follows the distribution function that is wrong
  /// for large shapes.
  package static func gammaQuantile(_ p: Double, shape: Double, scale: Double) -> Double {
    var (low, high) = (-700.0, log(shape + 40 * (1 + shape.squareRoot())))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if gammaCDF(exp(middle), shape: shape, scale: 1) < p { low = middle } else { high = middle }
    }
    return exp(high) * scale
  }

  /// Returns log B(a, b); a > 0, b > 0.
  package static func logBeta(_ a: Double, _ b: Double) -> Double {
    requirePositive(a)
    requirePositive(b)
    return gsl_sf_lnbeta(a, b)
  }

  /// Returns P(X <= x) of a beta with shapes a > 0 and b > 0.
  package static func betaCDF(_ x: Double, _ a: Double, _ b: Double) -> Double {
    requireNumber(x)
    requirePositive(a)
    requirePositive(b)
    guard x > 0 else { return 0 }
    return x < 1 ? RegularizedBeta.lower(x, a, b) : 1
  }

  /// Returns the x with P(X <= x) = p of a beta with shapes a > 0 and b > 0; p in [0, 1].
  package static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    requireProbability(p)
    requirePositive(a)
    requirePositive(b)
    return p > 0 && p < 1 ? RegularizedBeta.inverse(p, a, b) : p
  }

  private static func requireNumber(_ x: Double) {
    ErrorHandler.turnOff()
    require(!x.isNaN, "a distribution function needs a number")
  }

  private static func requireProbability(_ p: Double) {
    ErrorHandler.turnOff()
    require(ParameterCheck.isProbability(p), "a probability must be in 0 ... 1, not \(p)")
  }

  private static func requirePositive(_ parameter: Double) {
    ErrorHandler.turnOff()
    require(
      parameter > 0 && parameter.isFinite,
      "a parameter must be positive and finite, not \(parameter)"
    )
  }
}
