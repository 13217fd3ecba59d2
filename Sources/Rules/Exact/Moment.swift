import StoreModel

/// A moment of store-local time, exact: seconds since the first midnight of 1970.
///
/// Dates are their midnight; times of day are moments of the first day.
struct Moment {
  private static let secondsPerDay: Int128 = 86_400
  private static let epoch = CalendarDay(iso: "1970-01-01") ?? CalendarDay(ordinal: 0)
  /// Moments further from 1970 than some ten thousand years are not calculated with.
  private static let farthestInSeconds = Rational(400_000_000_000)

  /// Seconds since the first midnight of 1970.
  let seconds: Rational

  /// A moment by its seconds; `nil` for one too far away.
  init?(seconds: Rational?) {
    guard let seconds,
      max(seconds, Rational.zero.subtracting(seconds) ?? seconds)
        < Self.farthestInSeconds
    else { return nil }
    self.seconds = seconds
  }

  /// A moment written `2026-01-31T09:00:00`, `2026-01-31` or `09:00:00`; `nil` for other texts.
  init?(text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    let day = CalendarDay(iso: halves[0])
    let clock = halves.count == 2 ? halves[1] : day == nil ? halves[0] : nil
    guard halves.count == 1 || day != nil else { return nil }
    var second = 0
    if let clock {
      guard let found = Self.second(ofDay: clock) else { return nil }
      second = found
    }
    self.init(
      seconds: Rational(
        Int128((day ?? Self.epoch) - Self.epoch) * Self.secondsPerDay + Int128(second),
        over: 1
      )
    )
  }

  private static func second(ofDay text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers[1] < 60, (numbers.count == 2 ? 0 : numbers[2]) < 60
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// The day it lies in, and the seconds since that day's midnight.
  var dayAndSecond: (day: CalendarDay, second: Rational) {
    let days = seconds.divided(by: Rational(Int(Self.secondsPerDay)))?.floor ?? 0
    let midnight = Rational(unchecked: days * Self.secondsPerDay, 1)
    return (Self.epoch + Int(days), seconds.subtracting(midnight) ?? .zero)
  }

  /// `2026-01-31T09:00:00`, cut to whole seconds.
  var text: String {
    let (day, second) = dayAndSecond
    let whole = Int(second.floor)
    func pair(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(day)T\(pair(whole / 3600)):\(pair(whole / 60 % 60)):\(pair(whole % 60))"
  }

  /// The moment some units of seconds later.
  func adding(_ count: Rational, unitInSeconds: Int) -> Moment? {
    Moment(seconds: count.multiplied(by: Rational(unitInSeconds)).flatMap { seconds.adding($0) })
  }

  /// The same day of the month and time of day some whole months later; the last day of a shorter month.
  func adding(months: Rational) -> Moment? {
    let (day, second) = dayAndSecond
    let date = day.civil
    let count = months.floor
    guard count > -120_000, count < 120_000 else { return nil }
    let index = date.year * 12 + date.month - 1 + Int(count)
    let (year, month) = (index / 12, index % 12 + 1)
    for last in stride(from: date.day, through: 28, by: -1) {
      if let found = CalendarDay(year: year, month: month, day: last) {
        return Moment.midnight(of: found).adding(second, unitInSeconds: 1)
      }
    }
    return CalendarDay(year: year, month: month, day: date.day)
      .flatMap { Moment.midnight(of: $0).adding(second, unitInSeconds: 1) }
  }

  /// An hour of the day of this moment; beyond 24, of a later day.
  func atHour(_ hour: Rational) -> Moment? {
    Moment.midnight(of: dayAndSecond.day).adding(hour, unitInSeconds: 3600)
  }

  private static func midnight(of day: CalendarDay) -> Moment {
    Moment(unchecked: Rational(unchecked: Int128(day - epoch) * secondsPerDay, 1))
  }

  private init(unchecked seconds: Rational) { self.seconds = seconds }
}

extension MomentOperator {
  /// The value over operands given as numbers and as seconds of moments.
  func result(_ operands: [Rational]) -> ExactValue {
    func moment(_ index: Int) -> Moment? { Moment(seconds: operands[index]) }
    let count = operands.count > 1 ? operands[1] : .zero
    switch self {
    case .hours:
      return ExactValue(count.subtracting(operands[0])?.divided(by: Rational(3600)))
    case .openMinutes:
      guard let from = moment(0), let to = moment(1) else { return .absent }
      return ExactValue(
        OpeningHours(opensAtHour: operands[2], closesAtHour: operands[3]).minutes(
          from: from,
          to: to
        )
      )
    case .plusHours: return ExactValue(moment(0)?.adding(count, unitInSeconds: 3600))
    case .plusDays: return ExactValue(moment(0)?.adding(count, unitInSeconds: 86_400))
    case .plusMonths: return ExactValue(moment(0)?.adding(months: count))
    case .atHour: return ExactValue(moment(0)?.atHour(count))
    case .hourOf:
      return ExactValue(moment(0)?.dayAndSecond.second.divided(by: Rational(3600)))
    }
  }
}
