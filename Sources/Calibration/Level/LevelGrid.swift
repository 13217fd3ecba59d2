internal import Glibc

/// Parameters of the level of ratings, one set a point, with the logarithm of their prior weight.
///
/// The mean star of a day is level + mean-reverting part + noise: the level walks with step `q`, the
/// mean-reverting part is an AR(1) with a half-life in days and stationary standard deviation `sf`, and
/// ratings of one day share a correlation `rho`.
package struct LevelGrid: Sendable {
  /// One set of parameters.
  package struct Point: Hashable, Sendable {
    /// Standard deviation of a day's step of the level, in stars.
    package var q: Double
    /// Half-life of the mean-reverting part, in days.
    package var halfLifeInDays: Double
    /// Stationary standard deviation of the mean-reverting part, in stars.
    package var sf: Double
    /// Correlation of two ratings of one day, given the level.
    package var rho: Double

    /// Creates a set.
    package init(q: Double, halfLifeInDays: Double, sf: Double, rho: Double) {
      self.q = q
      self.halfLifeInDays = halfLifeInDays
      self.sf = sf
      self.rho = rho
    }

    /// Share of the mean-reverting part that is left after a day.
    package var phi: Double { pow(0.5, 1 / halfLifeInDays) }
  }

  /// The sets.
  package var points: [Point]
  /// Logarithm of the prior weight of each set, up to a constant.
  package var logPrior: [Double]
  /// What the log-likelihood is multiplied by each day: old evidence fades.
  package var forgetting: Double

  /// Creates a grid.
  package init(points: [Point], logPrior: [Double], forgetting: Double) {
    precondition(points.count == logPrior.count && !points.isEmpty, "one weight a point")
    self.points = points
    self.logPrior = logPrior
    self.forgetting = forgetting
  }

  /// 225 sets around what 15 virtual stores showed; evidence has a half-life of 346 days.
  ///
  /// The centre and spread of the prior were found on a sample of the Brazilian E-Commerce Public
  /// Dataset by Olist (Olist and A. Sionek, Kaggle 2018, CC BY-NC-SA 4.0); see docs/forecast-quality.md.
  package static let standard: LevelGrid = {
    var points: [Point] = []
    for q in [0.001, 0.004, 0.010, 0.025, 0.06] {
      for halfLife in [5.0, 15, 45] {
        for sf in [0.03, 0.1, 0.2, 0.35, 0.55] {
          for rho in [0, 0.03, 0.1] {
            points.append(Point(q: q, halfLifeInDays: halfLife, sf: sf, rho: rho))
          }
        }
      }
    }
    let prior = points.map { point in
      let (walk, spread) = (log(point.q / 0.006), log(point.sf / 0.2) / 0.7)
      return -0.5 * walk * walk - 0.5 * spread * spread - point.rho / 0.05
    }
    return LevelGrid(points: points, logPrior: prior, forgetting: 0.998)
  }()

  /// One set alone, whose evidence does not fade.
  package static let fixed = LevelGrid(
    points: [Point(q: 0.006, halfLifeInDays: 20, sf: 0.2, rho: 0.02)],
    logPrior: [0],
    forgetting: 1
  )

  /// The grid with all drift, of the level and of the mean-reverting part, wider by a factor.
  package func widened(by factor: Double) -> LevelGrid {
    var grid = self
    for index in points.indices {
      grid.points[index].q *= factor
      grid.points[index].sf *= factor
    }
    return grid
  }
}
