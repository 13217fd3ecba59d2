package import Sampling

/// What is known of the level of ratings before a day: points of the grid with weights, a normal law each.
package struct LevelPosterior: Sendable {
  /// The law of level and mean-reverting part at one point of the grid.
  package struct State: Hashable, Sendable {
    /// Mean of the level and of the mean-reverting part, in stars.
    package var m: Double, f: Double
    /// Their covariance.
    package var pmm: Double, pmf: Double, pff: Double
    /// Discounted log-likelihood.
    package var logLikelihood: Double
  }

  /// Parameters of each point.
  package let points: [LevelGrid.Point]
  /// Law of each point.
  package let states: [State]
  /// Probability of each point; adds up to 1.
  package let weights: [Double]
  /// Shares of one to five stars before the day.
  package let shares: [Double]
  /// Mean level and mean-reverting part over all points.
  package let meanLevel: Double, meanDeviation: Double

  private let cumulative: [Double]
  private let tilts: TiltTable

  /// Takes what a filter knows.
  init(_ filter: LevelFilter) {
    points = filter.grid.points
    states = points.indices.map { point in
      State(
        m: filter.m[point],
        f: filter.f[point],
        pmm: filter.pmm[point],
        pmf: filter.pmf[point],
        pff: filter.pff[point],
        logLikelihood: filter.logLikelihood[point]
      )
    }
    weights = Weights.softmax(zip(filter.logLikelihood, filter.grid.logPrior).map { $0 + $1 })
    cumulative = Weights.cumulative(weights)
    shares = filter.memory.shares
    tilts = TiltTable(shares)
    meanLevel = zip(weights, filter.m).reduce(0) { $0 + $1.0 * $1.1 }
    meanDeviation = zip(weights, filter.f).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// A future of the level: one point of the grid, one level, one deviation.
  package struct Path: Sendable {
    /// The parameters drawn.
    package var point: LevelGrid.Point
    /// Level and mean-reverting part of the day, in stars.
    package var m: Double, f: Double
    private let phi: Double
    private let shock: Double

    /// A path from its state on the first day.
    package init(point: LevelGrid.Point, m: Double, f: Double) {
      (self.point, self.m, self.f) = (point, m, f)
      phi = point.phi
      shock = point.sf * (1 - phi * phi).squareRoot()
    }

    /// The mean star of the day.
    package var mean: Double { min(max(m + f, 1), 5) }

    /// Goes on by a day.
    package mutating func step(_ sampler: inout Sampler) {
      m += point.q * sampler.normal()
      f = phi * f + shock * sampler.normal()
    }
  }

  /// Draws a point, level and deviation for the day, at the sampler's position.
  package func path(_ sampler: inout Sampler) -> Path {
    let index = Weights.index(of: sampler.uniform(), in: cumulative)
    let state = states[index]
    let law = PairLaw(
      first: state.m,
      second: state.f,
      v11: state.pmm,
      v12: state.pmf,
      v22: state.pff
    )
    let (m, f) = law.draw(&sampler)
    return Path(point: points[index], m: m, f: f)
  }

  /// Draws the sum of the stars of `count` ratings of a day with this path.
  package func starSum(of count: Int, on path: Path, _ sampler: inout Sampler) -> Double {
    guard count > 0 else { return 0 }
    var mean = path.mean
    if count > 1, path.point.rho > 0 {
      let common = path.point.rho * tilts.variance(at: mean)
      mean = min(max(mean + common.squareRoot() * sampler.normal(), 1), 5)
    }
    return tilts.starSum(of: count, mean: mean, &sampler)
  }
}
