package import StoreModel

/// The days of a forecast that the journal keeps claims of.
package enum ClaimDays {
  /// After a week, two weeks and thirty days.
  package static let usual = [7, 14, 30]

  /// The usual days, the last one, and the dates that were asked for, counted from the start, from 1.
  package static func days(
    start: CalendarDay,
    horizonInDays: Int,
    dates: [CalendarDay]
  ) -> [Int] {
    let asked = dates.map { $0 - start + 1 }
    return Set(usual + asked + [horizonInDays]).filter { (1...horizonInDays).contains($0) }.sorted()
  }
}
