/// A calendar day in the store's local time, counted from 1970-01-01.
///
/// The arithmetic is the proleptic Gregorian calendar after Howard Hinnant's *chrono-compatible
/// low-level date algorithms*; no time zone and no clock take part.
package struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  package var ordinal: Int

  /// Creates the day that lies `ordinal` days after 1970-01-01.
  package init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// Creates a day from its civil date; `nil` where no such date exists (years 1 to 9999).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// Creates a day from `YYYY-MM-DD`; `nil` for any other text.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1…12) and day of the month (1…31).
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Day of the week, Monday = 0 … Sunday = 6.
  package var weekday: Int {
    let shifted = (ordinal + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  /// The first day of this day's month.
  package var startOfMonth: CalendarDay {
    CalendarDay(ordinal: ordinal - civil.day + 1)
  }

  /// The first day of the month after this day's month.
  package var startOfNextMonth: CalendarDay {
    let date = civil
    return CalendarDay(
      ordinal: ordinal - date.day + 1 + Self.length(ofMonth: date.month, year: date.year)
    )
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    let date = civil
    return Self.padded(date.year, to: 4) + "-" + Self.padded(date.month, to: 2) + "-"
      + Self.padded(date.day, to: 2)
  }

  /// `YYYY-MM`.
  package var monthText: String {
    String(description.prefix(7))
  }

  /// Orders days by time.
  package static func < (earlier: Self, later: Self) -> Bool {
    earlier.ordinal < later.ordinal
  }

  /// The day `days` later.
  package static func + (day: Self, days: Int) -> Self {
    CalendarDay(ordinal: day.ordinal + days)
  }

  /// The day `days` earlier.
  package static func - (day: Self, days: Int) -> Self {
    CalendarDay(ordinal: day.ordinal - days)
  }

  /// Days from `earlier` to `later`.
  package static func - (later: Self, earlier: Self) -> Int {
    later.ordinal - earlier.ordinal
  }

  /// Number of days in a month of a year.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
