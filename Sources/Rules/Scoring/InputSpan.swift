package import StoreModel

/// The days that an input counts on a morning.
package struct InputSpan: Hashable, Sendable {
  /// First day of the window; of a lifetime, the first day of which anything is known.
  package var first: CalendarDay
  /// Last day of the window, inclusive.
  package var last: CalendarDay
  /// Days of the window on which every column was observed.
  package var daysObserved: Int
  /// Days of the window.
  package var days: Int
  /// The last day on which something can still be added to the window; `nil` for windows that slide.
  package var until: CalendarDay?
  /// Whether nothing can be added any more: a whole week or month of the past.
  package var isClosed: Bool
  /// Whether the window begins with the store.
  package var isLifetime: Bool
}

extension Window {
  /// The last day of a calendar period that is still running on a morning, and whether the period is
  /// over.
  func end(onMorningOf date: CalendarDay) -> (until: CalendarDay?, isClosed: Bool) {
    switch self {
    case .trailing(let nearest, _): (nil, nearest > 1)
    case .lifetime, .sinceChange: (nil, false)
    case .week, .month, .sixMonths: (nil, true)
    case .monthToDate:
      date.startOfMonth == date ? (nil, true) : (date.startOfNextMonth - 1, false)
    }
  }
}
