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

  /// Minutes of service between two moments; `nil` where the second is the earlier.
  func minutes(from start: Moment, to end: Moment) -> Rational? {
    guard start.seconds <= end.seconds else { return nil }
    let (first, last) = (start.dayAndSecond, end.dayAndSecond)
    let daily = Rational(
      (last.day - first.day) * (closes - opens + (opens > closes ? Self.day : 0))
    )
    return daily.adding(secondsOpen(before: last.second))?
      .subtracting(secondsOpen(before: first.second))?.divided(by: Rational(60))
  }

  /// Seconds of service of a day before a second of it.
  private func secondsOpen(before second: Rational) -> Rational {
    let (opening, closing) = (Rational(opens), Rational(closes))
    let sinceOpening = max(second.subtracting(opening) ?? .zero, .zero)
    return opens <= closes
      ? min(sinceOpening, Rational(closes - opens))
      : min(second, closing).adding(sinceOpening) ?? .zero
  }
}
