/// A wandering level on the morning of day 1 as the store's own history tells it: several sets of
/// parameters, each with its weight and a normal law of the level.
///
/// The level is a random walk plus an AR(1). A replication draws one set, then both parts.
package struct LearntLevel: Hashable, Sendable {
  /// One set of parameters with the law of the level under it.
  package struct Point: Hashable, Sendable {
    /// Probability of the set, above 0.
    package var weight: Double
    /// Standard deviation a day of the walk.
    package var walkPerDay: Double
    /// Stationary standard deviation of the AR(1).
    package var shockSD: Double
    /// Days in which the AR(1) halves.
    package var shockHalfLifeInDays: Double
    /// Mean of the walk.
    package var walk: Double
    /// Mean of the AR(1).
    package var shock: Double
    /// Variance of the walk.
    package var walkVariance: Double
    /// Covariance of both.
    package var covariance: Double
    /// Variance of the AR(1).
    package var shockVariance: Double
    /// Size of the negative binomial of a day's count; `nil` for levels that are no counts'.
    package var size: Double?

    /// Creates a set.
    package init(
      weight: Double,
      walkPerDay: Double,
      shockSD: Double,
      shockHalfLifeInDays: Double,
      walk: Double,
      shock: Double,
      walkVariance: Double,
      covariance: Double,
      shockVariance: Double,
      size: Double? = nil
    ) {
      self.weight = weight
      self.walkPerDay = walkPerDay
      self.shockSD = shockSD
      self.shockHalfLifeInDays = shockHalfLifeInDays
      self.walk = walk
      self.shock = shock
      self.walkVariance = walkVariance
      self.covariance = covariance
      self.shockVariance = shockVariance
      self.size = size
    }
  }

  /// The sets; at least one, weights adding up to 1.
  package var points: [Point]

  /// Creates a level from its sets.
  package init(points: [Point]) {
    self.points = points
  }
}
