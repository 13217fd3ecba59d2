/// The random processes of forecasts from history.
///
/// The numbers are frozen and lie above those of the day model, so that a simulation may begin with a draw
/// from a posterior without sharing a position: renumbering changes every published figure.
package enum CalibrationProcess {
  /// Point of the grid, level and deviation of the rating level on the first day.
  package static let levelStart: UInt32 = 256
  /// The stars of a day.
  package static let levelStars: UInt32 = 257
  /// The step of the rating level to the next day.
  package static let levelStep: UInt32 = 258
  /// Point of the grid, level and deviation of the daily ratings; their count; the step.
  package static let ratingsStart: UInt32 = 259, ratingsCount: UInt32 = 260
  /// The step of the level of daily ratings.
  package static let ratingsStep: UInt32 = 261
  /// Point of the grid, level and deviation of the daily orders; their count.
  package static let ordersStart: UInt32 = 262, ordersCount: UInt32 = 263
  /// The step of the level of daily orders.
  package static let ordersStep: UInt32 = 264
  /// Ratings of orders in transit, one call a cell; of orders not yet bought; their common shocks.
  package static let transitKnown: UInt32 = 265, transitNew: UInt32 = 266,
    transitShock: UInt32 = 267
  /// Days redrawn by the simple methods, one number a method.
  package static let allRedrawn: UInt32 = 268, keptKnown: UInt32 = 269, blocks: UInt32 = 270
  /// Days redrawn by weekday.
  package static let weekdayRedrawn: UInt32 = 271
  /// The late rate: its start, its step, deliveries, late ones.
  package static let rateStart: UInt32 = 272, rateStep: UInt32 = 273
  /// Deliveries of a day: start, count, step.
  package static let deliveriesStart: UInt32 = 274, deliveriesCount: UInt32 = 275
  /// The step of the level of deliveries; late ones among them.
  package static let deliveriesStep: UInt32 = 276, lateCount: UInt32 = 277
  /// Days redrawn for rule events, one call a future; what rules leave to chance on them.
  package static let rulesRedrawn: UInt32 = 278, rulesChance: UInt32 = 279
}
