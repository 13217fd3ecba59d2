package import StoreModel

/// A store that the journal knows.
package struct JournalStore: Hashable, Sendable {
  /// Its name.
  package var name: String
  /// Number of forecasts.
  package var forecasts: Int
  /// Starts of the first and the last forecast.
  package var firstStart, lastStart: CalendarDay

  /// Creates a summary.
  package init(
    name: String,
    forecasts: Int,
    firstStart: CalendarDay,
    lastStart: CalendarDay
  ) {
    self.name = name
    self.forecasts = forecasts
    self.firstStart = firstStart
    self.lastStart = lastStart
  }
}
