/// How the store's star and lateness levels wander: a slow walk plus an AR(1) level each.
///
/// The forms and their priors come from fits on real stores; see `docs/model.md`.
package struct PersistentShocks: Hashable, Sendable {
  /// Standard deviation a day of the walk of the mean star, in stars.
  package var starWalkPerDay: Double
  /// Stationary standard deviation of the AR(1) level of stars, in stars.
  package var starShockSD: Double
  /// Days in which the AR(1) level of stars halves.
  package var starShockHalfLifeInDays: Double
  /// Standard deviation of the unknown mean star on day 1, in stars.
  package var starLevelSD: Double
  /// Standard deviation a day of the walk of log transit time.
  package var lateWalkPerDay: Double
  /// Stationary standard deviation of the AR(1) level of log transit time.
  package var lateShockSD: Double
  /// Days in which the AR(1) level of log transit time halves.
  package var lateShockHalfLifeInDays: Double
  /// The mean star from day 1 on less its mean of the days before, in stars, where a history tells
  /// it; it takes the place of the four numbers of stars.
  package var learntStars: LearntLevel?
  /// Log transit time from day 1 on, measured from the couriers' means, where a history of late deliveries
  /// tells it; it takes the place of the three numbers of lateness.
  package var learntLate: LearntLevel?

  /// Creates the law of the persistent shocks.
  package init(
    starWalkPerDay: Double,
    starShockSD: Double,
    starShockHalfLifeInDays: Double,
    starLevelSD: Double,
    lateWalkPerDay: Double,
    lateShockSD: Double,
    lateShockHalfLifeInDays: Double
  ) {
    self.starWalkPerDay = starWalkPerDay
    self.starShockSD = starShockSD
    self.starShockHalfLifeInDays = starShockHalfLifeInDays
    self.starLevelSD = starLevelSD
    self.lateWalkPerDay = lateWalkPerDay
    self.lateShockSD = lateShockSD
    self.lateShockHalfLifeInDays = lateShockHalfLifeInDays
  }
}
