package import StoreModel

/// A history made of a console's exports, and what they say beside it.
package struct ImportedHistory: Sendable {
  /// A counter's total over the days up to the last one, known though the days are not.
  package struct WindowTotal: Hashable, Sendable {
    /// The counter.
    package var counter: DayCounter
    /// Days.
    package var days: Int
    /// The total, in stored units.
    package var total: Int
  }

  /// The days.
  package var history: StoreHistory
  /// What became of each column.
  package var account: ImportAccount
  /// The last day's scores by item, as the console shows them.
  package var displayed: [String: [String: Double]]
  /// The last day's level by ladder, and the first day in a row on which it was shown; `nil` where
  /// that is the first row.
  package var levels: [String: (state: String, since: CalendarDay?)]
  /// Totals over windows that end on the last day.
  package var totals: [WindowTotal]
}
