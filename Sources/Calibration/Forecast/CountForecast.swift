package import Sampling

/// Draws the daily counts of a horizon.
package struct CountForecast: Sendable {
  /// The processes of the start, of a day's count and of a day's step.
  package struct Processes: Sendable {
    let start: UInt32, count: UInt32, step: UInt32

    /// Ratings.
    package static let ratings = Processes(
      start: CalibrationProcess.ratingsStart,
      count: CalibrationProcess.ratingsCount,
      step: CalibrationProcess.ratingsStep
    )
    /// Orders.
    package static let orders = Processes(
      start: CalibrationProcess.ordersStart,
      count: CalibrationProcess.ordersCount,
      step: CalibrationProcess.ordersStep
    )
    /// Deliveries.
    package static let deliveries = Processes(
      start: CalibrationProcess.deliveriesStart,
      count: CalibrationProcess.deliveriesCount,
      step: CalibrationProcess.deliveriesStep
    )
  }

  /// What is counted.
  package var processes: Processes
  /// Days to draw.
  package var horizon: Int
  /// Weekday of the origin, Monday = 0.
  package var weekday: Int
  /// Ordinal of the origin.
  package var day: Int

  /// Creates a forecast.
  package init(processes: Processes, horizon: Int, weekday: Int, day: Int) {
    self.processes = processes
    self.horizon = horizon
    self.weekday = weekday
    self.day = day
  }

  /// One draw of every day's count.
  package func days(
    _ replication: Int,
    posterior: CountPosterior,
    _ sampler: inout Sampler
  ) -> [Int] {
    sampler.seek(replication: replication, process: processes.start, day: day, call: 0)
    var path = posterior.path(&sampler)
    return (0..<horizon).map { ahead in
      sampler.seek(replication: replication, process: processes.count, day: day, call: ahead)
      let count = path.count(weekday: (weekday + ahead) % 7, &sampler)
      sampler.seek(replication: replication, process: processes.step, day: day, call: ahead)
      path.step(&sampler)
      return count
    }
  }
}
