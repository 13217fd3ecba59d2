/// What a backtest asks.
package struct BacktestSettings: Hashable, Sendable {
  /// Days from an origin to its target.
  package var horizon = 30
  /// Days between origins.
  package var step = 15
  /// The mean star whose crossing is asked for.
  package var line = 4.5
  /// Draws of each method at each origin.
  package var draws = 1000
  /// Seed of all draws.
  package var seed: UInt64 = 1
  /// Whether drift is widened where past bands held too little.
  package var calibrates = false

  /// The usual settings.
  package init() {}

  /// Days before the first origin: what the widest window needs.
  package static let daysBeforeFirstOrigin = 90
  /// An origin needs more events than this in the 90 days before it.
  package static let eventsNotEnough = 20
}

/// What is forecast and checked.
package enum BacktestTarget: String, CaseIterable, Hashable, Sendable {
  /// The mean star of the 90 days that end at the target.
  case starMean = "star_mean"
  /// Orders from the origin to the target.
  case orderTotal = "order_total"
  /// Share of deliveries from the origin to the target that are late.
  case lateRate = "late_rate"
}

/// A way to forecast.
package enum BacktestMethod: String, CaseIterable, Hashable, Sendable {
  /// The models of this program.
  case storecast
  /// The same from daily counts alone, where the first also reads an order-level file.
  case dailyCounts = "storecast_daily_counts"
  /// Nothing changes.
  case persistence
  /// All days of the window redrawn from the last 90.
  case bootstrap
  /// Known days stay, the others are redrawn.
  case bootstrapKeepKnown = "bootstrap_keep_known"
  /// The same by blocks of seven days, with a level shock of .25 stars.
  case blockBootstrapShock = "block_bootstrap_shock"
  /// Days to come redrawn by blocks of seven days.
  case blockBootstrap = "block_bootstrap"
  /// Days redrawn from the same weekday of the last 90.
  case weekdayBootstrap = "weekday_bootstrap"

  /// Whether it is a simple method to be beaten.
  package var isSimple: Bool { self != .storecast && self != .dailyCounts }
}
