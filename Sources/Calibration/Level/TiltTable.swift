internal import Glibc
package import Sampling

/// Shares of stars moved to any mean by an exponential tilt: p_k exp(theta k), scaled to add up to 1.
///
/// Tilted shares are laws of whole stars with the wanted mean. A normal cut off at five stars is not: on
/// real stores it cost a tenth of the score and a bias of .03 stars.
package struct TiltTable: Sendable {
  /// Means of the rows: 1.00, 1.05 … 5.00.
  static let rowCount = 81
  static let step = 0.05
  /// Ratings a day from which their sum is drawn as a normal.
  static let greatestCountOfStars = 25

  private var cumulative: [Double] = []
  private var variances: [Double] = []

  /// The rows of shares of one to five stars, all positive.
  package init(_ shares: [Double]) {
    cumulative.reserveCapacity(Self.rowCount * 5)
    var theta = -20.0
    for row in 0..<Self.rowCount {
      let mean = 1 + Self.step * Double(row)
      let tilted =
        row == 0
        ? [1, 0, 0, 0, 0]
        : row == Self.rowCount - 1
          ? [0, 0, 0, 0, 1] : Self.tilted(shares, to: mean, theta: &theta)
      variances.append(max(StarMoments(of: tilted).variance, 0))
      var sum = 0.0
      for share in tilted {
        sum += share
        cumulative.append(sum)
      }
      cumulative[cumulative.count - 1] = .infinity
    }
  }

  /// Shares tilted to a mean strictly between 1 and 5.
  package static func tilted(_ shares: [Double], to mean: Double) -> [Double] {
    var theta = 0.0
    return tilted(shares, to: mean, theta: &theta)
  }

  /// Newton's method on theta, held in a bracket; begins at `theta` and leaves the solution there.
  static func tilted(_ shares: [Double], to mean: Double, theta: inout Double) -> [Double] {
    var (low, high) = (-60.0, 60.0)
    var weights = shares
    for _ in 0..<100 {
      weights = tilted(shares, by: theta)
      let moments = StarMoments(of: weights)
      let error = moments.mean - mean
      if abs(error) < 1e-12 { break }
      if error > 0 { high = theta } else { low = theta }
      let next = theta - error / max(moments.variance, 1e-12)
      theta = next > low && next < high ? next : (low + high) / 2
    }
    return weights
  }

  private static func tilted(_ shares: [Double], by theta: Double) -> [Double] {
    // Relative to the heavier end, so that no exponential overflows.
    let end = theta > 0 ? 4.0 : 0
    var weights = [0.0, 0, 0, 0, 0]
    var total = 0.0
    for star in 0..<5 {
      weights[star] = shares[star] * exp(theta * (Double(star) - end))
      total += weights[star]
    }
    for star in 0..<5 { weights[star] /= total }
    return weights
  }

  /// Variance of one rating at a mean in [1, 5], between the rows beside it.
  package func variance(at mean: Double) -> Double {
    let (row, fraction) = Self.row(of: mean)
    guard fraction > 0 else { return variances[row] }
    return variances[row] * (1 - fraction) + variances[row + 1] * fraction
  }

  /// Draws the sum of `count` ratings: the row below or above the mean, chosen at random in proportion.
  package func starSum(of count: Int, mean: Double, _ sampler: inout Sampler) -> Double {
    if count > Self.greatestCountOfStars {
      let spread = (Double(count) * variance(at: mean)).squareRoot()
      let sum = Double(count) * mean + spread * sampler.normal()
      return min(max(sum, Double(count)), 5 * Double(count))
    }
    let (below, fraction) = Self.row(of: mean)
    let row = fraction > 0 && sampler.uniform() < fraction ? below + 1 : below
    var sum = 0
    for _ in 0..<count {
      let u = sampler.uniform()
      var star = 0
      while cumulative[row * 5 + star] <= u { star += 1 }
      sum += star + 1
    }
    return Double(sum)
  }

  private static func row(of mean: Double) -> (row: Int, fraction: Double) {
    let place = min(max((mean - 1) / step, 0), Double(rowCount - 1))
    let row = min(Int(place), rowCount - 1)
    return (row, row == rowCount - 1 ? 0 : place - Double(row))
  }
}
