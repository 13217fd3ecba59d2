internal import Glibc
package import Sampling
internal import StoreModel

/// What is known of a daily count before a day: points of the grid with weights, a normal law each.
package struct CountPosterior: Sendable {
  /// Parameters of each point.
  package let points: [CountGrid.Point]
  /// Factor of each weekday, Monday first; 0 where the store is closed.
  package let weekdayFactors: [Double]
  /// Largest mean of a simulated day: eight times that of the last 90 observed days.
  package let greatestMean: Double

  private let belief: LevelBelief

  init(
    belief: LevelBelief,
    points: [CountGrid.Point],
    weekdayFactors: [Double],
    recentMean: Double
  ) {
    self.belief = belief
    self.points = points
    self.weekdayFactors = weekdayFactors
    greatestMean = 8 * recentMean
  }

  /// Probability of each point; adds up to 1.
  package var weights: [Double] { belief.weights }

  /// Mean and variance of the logarithm of the level at each point, before the factor of the weekday.
  package var levels: [(mean: Double, variance: Double)] {
    belief.states.map { ($0.level, $0.variance) }
  }

  /// The same in the words of the engine: logs of the orders of an ordinary day.
  var learnt: [LearntLevel.Point] {
    zip(belief.learnt, points).map { learnt, point in
      var learnt = learnt
      learnt.size = point.size
      return learnt
    }
  }

  /// A future of the count.
  package struct Path: Sendable {
    private var level: LevelBelief.Path
    private let size: Double
    private let factors: [Double]
    private let greatestMean: Double

    init(_ level: LevelBelief.Path, of posterior: CountPosterior) {
      self.level = level
      size = posterior.points[level.point].size
      factors = posterior.weekdayFactors
      greatestMean = posterior.greatestMean
    }

    /// Draws the count of a day of a weekday, Monday = 0.
    package func count(weekday: Int, _ sampler: inout Sampler) -> Int {
      let mean = min(factors[weekday] * exp(min(level.level, 700)), greatestMean, 1e9)
      return sampler.negativeBinomial(mean: mean, size: size)
    }

    /// Goes on by a day.
    package mutating func step(_ sampler: inout Sampler) { level.step(&sampler) }
  }

  /// Draws a point, level and deviation for the day, at the sampler's position.
  package func path(_ sampler: inout Sampler) -> Path { Path(belief.path(&sampler), of: self) }
}
