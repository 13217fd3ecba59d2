internal import Glibc

/// Follows the level of a store's ratings day by day for every point of a grid (a Kalman filter each).
///
/// Let n ratings of a day have mean y: y = m + f + e, Var e = (s2 / n)(1 + (n - 1) rho), m a random walk,
/// f an AR(1). A day costs about 40 ns a point. What the filter knows after `advance` was called for the
/// days before t is the fit at origin t: nothing dated on or after t enters, and nothing is fitted twice.
///
/// Sources: West and Harrison (1997) for the filter and for fading evidence; docs/forecast-quality.md.
package struct LevelFilter: Sendable {
  /// The grid that is followed.
  package let grid: LevelGrid
  /// Shares of stars before the day that comes next.
  package private(set) var memory = StarMemory()

  /// Mean and variance of the level where nothing is known, in stars.
  static let startLevel = 4.2
  static let startVariance = 0.25

  var m: [Double]
  var f: [Double]
  var pmm: [Double]
  var pmf: [Double]
  var pff: [Double]
  var logLikelihood: [Double]
  private let phi: [Double]
  private let walk: [Double]
  private let shock: [Double]
  private let rho: [Double]

  /// Creates a filter before its first day.
  package init(grid: LevelGrid = .standard) {
    self.grid = grid
    let points = grid.points
    m = points.map { _ in Self.startLevel }
    f = points.map { _ in 0 }
    pmm = points.map { _ in Self.startVariance }
    pmf = points.map { _ in 0 }
    pff = points.map { $0.sf * $0.sf }
    logLikelihood = points.map { _ in 0 }
    phi = points.map(\.phi)
    walk = points.map { $0.q * $0.q }
    shock = points.map { $0.sf * $0.sf * (1 - $0.phi * $0.phi) }
    rho = points.map(\.rho)
  }

  /// Goes on by a day.
  ///
  /// - Parameters:
  ///   - stars: the day's ratings; `nil` where they were not observed.
  ///   - beginsCampaign: whether ratings were invited from this day on: the level may then be anywhere.
  package mutating func advance(_ stars: StarCounts?, beginsCampaign: Bool = false) {
    if beginsCampaign { forgetLevel() }
    if let stars, let mean = stars.mean { update(mean: mean, of: Double(stars.total)) }
    predict()
    memory.advance(stars)
  }

  /// What is known before the next day.
  package var posterior: LevelPosterior { LevelPosterior(self) }

  private mutating func forgetLevel() {
    for point in m.indices {
      pmm[point] = Self.startVariance
      pmf[point] = 0
    }
  }

  private mutating func update(mean: Double, of count: Double) {
    let spread = StarMoments(of: memory.shares).variance / count
    for point in m.indices {
      let variance = spread * (1 + (count - 1) * rho[point])
      let error = mean - m[point] - f[point]
      let (gainM, gainF) = (pmm[point] + pmf[point], pmf[point] + pff[point])
      let total = gainM + gainF + variance
      m[point] += gainM * error / total
      f[point] += gainF * error / total
      pmm[point] -= gainM * gainM / total
      pmf[point] -= gainM * gainF / total
      pff[point] -= gainF * gainF / total
      logLikelihood[point] -= 0.5 * (log(total) + error * error / total)
    }
  }

  private mutating func predict() {
    for point in m.indices {
      f[point] *= phi[point]
      pmm[point] += walk[point]
      pmf[point] *= phi[point]
      pff[point] = pff[point] * phi[point] * phi[point] + shock[point]
      logLikelihood[point] *= grid.forgetting
    }
  }
}
