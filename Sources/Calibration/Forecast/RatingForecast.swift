package import Sampling

/// Draws the mean star of a trailing window some days ahead: what is known stays, what comes is drawn.
package struct RatingForecast: Sendable {
  /// Days of the window.
  package static let windowInDays = 90

  /// Ratings of the window that are known at the origin.
  package let known: StarCounts
  /// Days until the target.
  package let horizon: Int
  /// Weekday of the origin, Monday = 0.
  package let weekday: Int
  /// Ordinal of the origin, part of the draws' positions.
  package let day: Int
  /// Whether each day ahead counts; a check leaves out days that nobody observed.
  package let counts: [Bool]

  /// Creates a forecast.
  ///
  /// `observed` says whether each day ahead will be observed; without it all will be.
  package init(
    known: StarCounts,
    horizon: Int,
    weekday: Int,
    day: Int,
    observed: [Bool]? = nil
  ) {
    self.known = known
    // Days that leave the window again before the target do not count.
    let first = max(0, horizon - Self.windowInDays)
    counts = (0..<horizon).map { $0 >= first && observed?[$0] != false }
    self.horizon = horizon
    self.weekday = weekday
    self.day = day
  }

  /// The mean of what is known and of `ratings` more; `nil` where there are none.
  func score(adding ratings: Int, _ stars: Double) -> Double? {
    let count = known.total + ratings
    return count > 0 ? (Double(known.sum) + stars) / Double(count) : nil
  }

  /// One draw from the posteriors of level and daily ratings; `nil` where the window holds no rating.
  package func draw(
    _ replication: Int,
    level: LevelPosterior,
    ratings: CountPosterior,
    _ sampler: inout Sampler
  ) -> Double? {
    let rated = CountForecast(processes: .ratings, horizon: horizon, weekday: weekday, day: day)
      .days(replication, posterior: ratings, &sampler)
    func go(_ process: UInt32, _ ahead: Int) {
      sampler.seek(replication: replication, process: process, day: day, call: ahead)
    }
    go(CalibrationProcess.levelStart, 0)
    var path = level.path(&sampler)
    var (count, stars) = (0, 0.0)
    for ahead in 0..<horizon {
      if counts[ahead] {
        go(CalibrationProcess.levelStars, ahead)
        count += rated[ahead]
        stars += level.starSum(of: rated[ahead], on: path, &sampler)
      }
      go(CalibrationProcess.levelStep, ahead)
      path.step(&sampler)
    }
    return score(adding: count, stars)
  }

  /// One draw from orders in transit and orders to come.
  package func draw(
    _ replication: Int,
    transit: TransitPosterior,
    orders: CountForecast,
    posterior: CountPosterior,
    _ sampler: inout Sampler
  ) -> Double? {
    let bought = orders.days(replication, posterior: posterior, &sampler)
    let rated = transit.draw(bought: bought, replication: replication, day: day, &sampler)
    return score(adding: rated.ratings, rated.stars)
  }
}
