import Foundation
import InputFiles
import StoreModel

/// What a cell of the column of days says.
enum ExportDate: Hashable {
  /// A day.
  case day(CalendarDay)
  /// A day without its year.
  case monthDay(month: Int, day: Int)
  /// Several days.
  case span(CalendarDay, CalendarDay)

  /// Reads a cell; `nil` for what is no day.
  init?(_ content: ExportCell.Content, countsFrom1904: Bool) {
    switch content {
    case .text(let text): self.init(text: text)
    case .number(let stored, let kind):
      guard let value = Double(stored), (1...4_000_000_0).contains(value) else { return nil }
      if kind != .date, let day = Self.eightDigits(String(Int(value))) {
        self = .day(day)
        return
      }
      guard let day = Self.day(ofSerial: Int(value), countsFrom1904: countsFrom1904) else {
        return nil
      }
      self = .day(day)
    }
  }

  /// `2026-10-01`, `2026/10/1`, `20261001`, `2026年10月1日`, `10月1日`, two of them with a dash
  /// between; a time of day or a weekday behind is left aside.
  init?(text: String) {
    var groups: [(digits: String, after: String)] = []
    for scalar in text.unicodeScalars.map(Heading.plain) {
      if ("0"..."9").contains(scalar) {
        if groups.last?.after.isEmpty ?? false {
          groups[groups.count - 1].digits.unicodeScalars.append(scalar)
        } else {
          groups.append((String(scalar), ""))
        }
      } else if !groups.isEmpty {
        groups[groups.count - 1].after.unicodeScalars.append(scalar)
      } else if !scalar.properties.isWhitespace {
        return nil
      }
    }
    let isTime = { (group: (digits: String, after: String)) in group.after.hasPrefix(":") }
    if let time = groups.firstIndex(where: isTime) {
      guard groups[time...].count <= 3 else { return nil }
      groups.removeSubrange(time...)
    }
    guard let dates = Self.dates(groups) else { return nil }
    switch dates.count {
    case 1: self = dates[0]
    case 2:
      guard case .day(let first) = dates[0], case .day(let last) = dates[1], first <= last else {
        return nil
      }
      self = first == last ? .day(first) : .span(first, last)
    default: return nil
    }
  }

  /// The spans and days that a line of text mentions, for the year of days that have none.
  static func spans(in text: String) -> [ClosedRange<CalendarDay>] {
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let scalar = Heading.plain(scalar)
          let belongs =
            ("0"..."9").contains(scalar) || "-/.年月日~至到—–".unicodeScalars.contains(scalar)
          return belongs ? scalar : " "
        }
      )
    )
    let days = plain.split(whereSeparator: { " ~至到—–".contains($0) }).compactMap {
      piece -> [CalendarDay]? in
      switch ExportDate(text: String(piece)) {
      case .day(let day): [day]
      case .span(let first, let last): [first, last]
      default: nil
      }
    }.flatMap(\.self)
    guard let first = days.min(), let last = days.max() else { return [] }
    return [first...last]
  }

  private static func dates(_ groups: [(digits: String, after: String)]) -> [ExportDate]? {
    var rest = groups[...]
    var dates: [ExportDate] = []
    while let first = rest.first {
      if first.digits.count == 8, let day = eightDigits(first.digits) {
        dates.append(.day(day))
        rest = rest.dropFirst()
      } else if first.digits.count == 4, rest.count >= 3 {
        let parts = rest.prefix(3).compactMap { NumberText.integer($0.digits) }
        let (one, two) = (separator(first.after), separator(rest[rest.startIndex + 1].after))
        guard parts.count == 3, let one, let two, one == two || one == "年" && two == "月",
          let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
        else { return nil }
        dates.append(.day(day))
        rest = rest.dropFirst(3)
      } else if groups.count == 2, let separator = separator(first.after), separator != "年",
        let month = NumberText.integer(first.digits), first.digits.count <= 2,
        let day = NumberText.integer(rest[rest.startIndex + 1].digits),
        rest[rest.startIndex + 1].digits.count <= 2,
        CalendarDay(year: 2024, month: month, day: day) != nil
      {
        return [.monthDay(month: month, day: day)]
      } else {
        return nil
      }
    }
    return dates.isEmpty ? nil : dates
  }

  /// The one sign between two parts of a date.
  private static func separator(_ text: String) -> Character? {
    let sign = text.trimmingCharacters(in: .whitespaces)
    return sign.count == 1 && "-/.年月".contains(sign) ? sign.first : nil
  }

  private static func eightDigits(_ text: String) -> CalendarDay? {
    guard text.count == 8, let number = NumberText.integer(text) else { return nil }
    let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    return day.flatMap { (1990...2199).contains($0.civil.year) ? $0 : nil }
  }

  /// The day of a spreadsheet's number: 1 is 1900-01-01 and 60 a day that never was, or 0 is
  /// 1904-01-01.
  static func day(ofSerial serial: Int, countsFrom1904: Bool) -> CalendarDay? {
    let from1900 = countsFrom1904 ? serial + 1462 : serial
    // From 1990 on: a small number in a column of days is no day.
    guard (32_874...109_574).contains(from1900) else { return nil }
    return CalendarDay(ordinal: from1900 - 25_569)
  }
}
