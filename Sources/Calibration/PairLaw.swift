internal import Sampling

/// The normal law of two numbers.
struct PairLaw {
  /// Means.
  var first: Double, second: Double
  /// Variance of the first, covariance, variance of the second.
  var v11: Double, v12: Double, v22: Double

  /// Draws both, by the Cholesky factor; a variance that rounding took below 0 counts as 0.
  func draw(_ sampler: inout Sampler) -> (first: Double, second: Double) {
    let (z1, z2) = (sampler.normal(), sampler.normal())
    let root = max(v11, 0).squareRoot()
    let slope = root > 0 ? v12 / root : 0
    let rest = max(v22 - slope * slope, 0).squareRoot()
    return (first + root * z1, second + slope * z1 + rest * z2)
  }
}
