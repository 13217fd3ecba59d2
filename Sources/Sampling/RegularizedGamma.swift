internal import CGSL
internal import Glibc

/// The regularized incomplete gamma function, for shapes of any size.
///
/// GSL loses digits as the shape grows: it is wrong by 2e-8 at 10^5, 1e-3 at 10^6, 0.1 at 10^9. From
/// shape 10^4 Temme's uniform expansion (1979; DLMF 8.12) is used, with the terms that matter there.
enum RegularizedGamma {
  private static let largestShapeOfGSL = 1e4

  /// Returns P(X <= x) of a gamma with scale 1; x > 0.
  static func lower(_ x: Double, shape: Double) -> Double {
    guard shape > largestShapeOfGSL else { return gsl_cdf_gamma_P(x, shape, 1) }
    let (distance, correction) = expansion(x, shape)
    return min(1, max(0, 0.5 * erfc(-distance) - correction))
  }

  /// Returns P(X > x) of a gamma with scale 1; x > 0.
  static func upper(_ x: Double, shape: Double) -> Double {
    guard shape > largestShapeOfGSL else { return gsl_cdf_gamma_Q(x, shape, 1) }
    let (distance, correction) = expansion(x, shape)
    return min(1, max(0, 0.5 * erfc(distance) + correction))
  }

  /// Returns eta sqrt(shape / 2) and what the upper tail has beyond erfc of it by half.
  private static func expansion(
    _ x: Double,
    _ shape: Double
  ) -> (distance: Double, correction: Double) {
    let deviance = PoissonMass.deviance(shape, x)
    let distance = copysign(deviance.squareRoot(), x - shape)
    // Further out than this the probability is below 1e-190, and so is any error in it.
    let eta = min(0.3, max(-0.3, distance * (2 / shape).squareRoot()))
    let first =
      -1 / 3.0 + eta
      * (1 / 12.0 + eta
        * (-2 / 135.0 + eta * (1 / 864.0 + eta * (3.527336860670194e-4 - eta * 1.787551440329e-4))))
    let second = -1 / 540.0 + eta * (-1 / 288.0 + eta / 378)
    let third = 25 / 6048.0
    let factor = exp(-deviance) / (2 * .pi * shape).squareRoot()
    return (distance, factor * (first + (second + third / shape) / shape))
  }
}
