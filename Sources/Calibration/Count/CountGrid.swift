internal import Glibc

/// Parameters of a daily count, one set a point, with the logarithm of their prior weight.
///
/// Counts are negative binomial around weekday factor x exp(a + f): a walks with step `q`, f is an AR(1)
/// with a half-life of four days and stationary standard deviation `sf`, `size` is the law's size k.
package struct CountGrid: Sendable {
  /// One set of parameters.
  package struct Point: Hashable, Sendable {
    /// Standard deviation of a day's step of the logarithm of the level.
    package var q: Double
    /// Stationary standard deviation of the mean-reverting part, in logarithms.
    package var sf: Double
    /// Size of the negative binomial: variance = mean + mean^2 / size.
    package var size: Double

    /// Creates a set.
    package init(q: Double, sf: Double, size: Double) {
      (self.q, self.sf, self.size) = (q, sf, size)
    }
  }

  /// The sets.
  package var points: [Point]
  /// Logarithm of the prior weight of each set, up to a constant.
  package var logPrior: [Double]

  /// Share of the mean-reverting part that is left after a day.
  static let phi = pow(0.5, 1 / 4.0)
  /// What the log-likelihood is multiplied by each day.
  static let forgetting = 0.997

  /// 54 sets; the prior's centre and spread come from the same sample as ``LevelGrid/standard``.
  package static let standard: CountGrid = {
    var points: [Point] = []
    for q in [0.015, 0.025, 0.035] {
      for sf in [0.02, 0.15, 0.3] {
        for size in [0.5, 1, 2.5, 6, 20, 80] { points.append(Point(q: q, sf: sf, size: size)) }
      }
    }
    let prior = points.map { point in
      let (walk, spread) = (log(point.q / 0.025) / 0.3, (point.sf - 0.2) / 0.15)
      return -0.5 * walk * walk - 0.5 * spread * spread
    }
    return CountGrid(points: points, logPrior: prior)
  }()

  /// The grid with all drift wider by a factor.
  package func widened(by factor: Double) -> CountGrid {
    var grid = self
    for index in points.indices {
      grid.points[index].q *= factor
      grid.points[index].sf *= factor
    }
    return grid
  }
}
