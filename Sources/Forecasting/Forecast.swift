package import StoreModel

/// What is foreseen for one alternative: plain values, ready to be written or told.
package struct Forecast: Sendable {
  /// Name of the unchanged store.
  package static let baselineName = "baseline"

  /// The alternative; ``baselineName`` for the unchanged store.
  package var alternative: String
  /// Day 1.
  package var start: CalendarDay
  /// Number of days.
  package var horizonInDays: Int
  /// Replications that the forecast rests on.
  package var replications: Int
  /// Measures in the order of the layout.
  package var measures: [MeasureForecast]
  /// Events in the order of the layout.
  package var events: [EventForecast]
  /// Ladders, gates and tiers in the order of the layout.
  package var ladders: [LadderForecast]
  /// Money items in the order of the layout.
  package var money: [MoneyForecast]

  /// The last day of the horizon.
  package var end: CalendarDay { start + (horizonInDays - 1) }

  /// The day index of a date, 1…H; `nil` outside the horizon.
  package func day(of date: CalendarDay) -> Int? {
    let day = date - start + 1
    return (1...max(horizonInDays, 1)).contains(day) ? day : nil
  }
}
