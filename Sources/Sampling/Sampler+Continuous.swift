internal import CGSL
internal import CPhilox
internal import Glibc

extension Sampler {
  /// Draws a number uniform on the unit interval; never 0 and never 1, on a grid of 2^-52.
  package mutating func uniform() -> Double {
    gsl_rng_uniform(generator)
  }

  /// Fills `numbers` with what as many calls of ``uniform()`` would draw.
  package mutating func uniforms(into numbers: UnsafeMutableBufferPointer<Double>) {
    guard let first = numbers.baseAddress else { return }
    storecast_philox_uniforms(generator, first, numbers.count)
  }

  /// Draws a number uniform on the open unit interval: safe to take the logarithm of.
  package mutating func uniformPositive() -> Double {
    gsl_rng_uniform_pos(generator)
  }

  /// Draws a standard normal (ziggurat of Marsaglia and Tsang 2000).
  package mutating func normal() -> Double {
    storecast_normal(generator)
  }

  /// Draws a waiting time with the given mean in [0, 10^15], in any unit; mean 0 gives 0.
  package mutating func exponential(mean: Double) -> Double {
    require(
      ParameterCheck.isExponentialMean(mean),
      "an exponential's mean must be in 0 ... 1e15, not \(mean)"
    )
    return mean == 0 ? 0 : gsl_ran_exponential(generator, mean)
  }

  /// Draws exp(zeta + sigma z), z standard normal: `zeta` is the logarithm of the median.
  package mutating func logNormal(zeta: Double, sigma: Double) -> Double {
    require(
      ParameterCheck.isLogNormal(zeta: zeta, sigma: sigma),
      "a log-normal needs sigma >= 0 and |zeta| + 15 sigma <= 700, not \(zeta) and \(sigma)"
    )
    return exp(zeta + sigma * normal())
  }

  /// Fills `numbers` with exp(zeta + sigma z), z the normals that calls of ``normal()`` would draw.
  ///
  /// The exponentials are good to one part in 2^52.
  package mutating func logNormals(
    zeta: Double,
    sigma: Double,
    into numbers: UnsafeMutableBufferPointer<Double>
  ) {
    require(
      ParameterCheck.isLogNormal(zeta: zeta, sigma: sigma),
      "a log-normal needs sigma >= 0 and |zeta| + 15 sigma <= 700, not \(zeta) and \(sigma)"
    )
    guard let first = numbers.baseAddress else { return }
    storecast_log_normals(generator, zeta, sigma, first, numbers.count)
  }

  /// Draws a gamma with mean shape x scale (Marsaglia and Tsang 2000); shape 0 gives 0.
  package mutating func gamma(shape: Double, scale: Double) -> Double {
    require(
      ParameterCheck.isGamma(shape: shape, scale: scale),
      "a gamma's shape and scale must be in 0 ... 1e15, not \(shape) and \(scale)"
    )
    return shape == 0 ? 0 : gsl_ran_gamma(generator, shape, scale)
  }

  /// Draws a beta with mean a / (a + b).
  package mutating func beta(_ a: Double, _ b: Double) -> Double {
    require(
      ParameterCheck.isBeta(a, b),
      "a beta's shapes must be in 1e-100 ... 1e15, not \(a) and \(b)"
    )
    return gsl_ran_beta(generator, a, b)
  }

  /// Draws probabilities with means in proportion to the concentrations.
  ///
  /// - Parameters:
  ///   - concentrations: One a cell, none negative, at least one positive; 0 gives probability 0.
  ///   - probabilities: Receives one probability a cell, which add up to 1; must have as many cells.
  package mutating func dirichlet(
    _ concentrations: [Double],
    into probabilities: inout [Double]
  ) {
    require(
      ParameterCheck.isDirichlet(concentrations),
      "a Dirichlet's concentrations must be finite, none negative, one positive: \(concentrations)"
    )
    require(
      probabilities.count == concentrations.count,
      "a Dirichlet needs one result a concentration"
    )
    gsl_ran_dirichlet(generator, concentrations.count, concentrations, &probabilities)
  }
}
