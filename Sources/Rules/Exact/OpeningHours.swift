import StoreModel

/// A clock that runs only within the hours of service of each day and pauses outside them.
///
/// Hours that open later than they close run over midnight. Times are the store's local time.
struct OpeningHours {
  private static let day = 86_400

  /// Seconds of the day.
  private let opens: Int
  private let closes: Int

  /// Creates a clock; hours of the day are cut to whole seconds from 0 to 24 hours.
  init(opensAtHour opens: Rational, closesAtHour closes: Rational) {
    func second(_ hour: Rational) -> Int {
      let seconds = hour.multiplied(by: Rational(3600))?.floor ?? 0
      return min(max(Int(clamping: seconds), 0), Self.day)
    }
    self.opens = second(opens)
    self.closes = second(closes)
  }

  /// Minutes of service between two moments written `2026-01-31T09:00:00`; `nil` where one of them
  /// is no moment or the second lies before the first.
  func minutes(from start: String, to end: String) -> Rational? {
    guard let first = Self.moment(start), let last = Self.moment(end),
      (first.day, first.second) <= (last.day, last.second)
    else { return nil }
    let daily = secondsOpen(before: Self.day)
    let seconds =
      (last.day - first.day) * daily + secondsOpen(before: last.second)
      - secondsOpen(before: first.second)
    return Rational(Int128(seconds), over: 60)
  }

  /// Seconds of service of a day before a second of it.
  private func secondsOpen(before second: Int) -> Int {
    opens <= closes
      ? min(max(second - opens, 0), closes - opens)
      : min(second, closes) + max(second - opens, 0)
  }

  private static func moment(_ text: String) -> (day: CalendarDay, second: Int)? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = CalendarDay(iso: halves[0]) else { return nil }
    let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers[1] < 60, (numbers.count == 2 ? 0 : numbers[2]) < 60
    else { return nil }
    return (day, numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0))
  }
}
