/// How a number of one kind is written: its units, what a bare number means, and its law as a range.
package struct Quantity: Sendable {
  /// What a number without a unit is.
  package enum Bare: Hashable, Sendable {
    /// The value itself.
    case allowed
    /// A fraction: allowed from 0 to below 1 only, so that `8` cannot pass for `8 %`.
    case fraction
    /// An error.
    case refused
  }

  /// The law of an 80 % range.
  package enum RangeLaw: Hashable, Sendable {
    /// Positive: log-normal.
    case amount
    /// Strictly between 0 and 1: logit-normal.
    case share
    /// Of either sign: normal.
    case number
  }

  /// A unit: the model's value is `value · times / over`.
  package struct Unit: Hashable, Sendable {
    /// Factor.
    package var times: Double
    /// Divisor.
    package var over: Double

    /// Creates a unit.
    package init(_ times: Double, over: Double = 1) {
      self.times = times
      self.over = over
    }
  }

  /// What it is, with an article: "a share".
  package let name: String
  /// Units by how they are written, in lower case; `/` is written ` per `.
  package let units: [String: Unit]
  /// What a bare number is.
  package let bare: Bare
  /// The law of a range.
  package let law: RangeLaw
  /// The unit that messages and hints use; empty for plain numbers.
  package let writtenUnit: String

  /// A plain positive amount: `1300`.
  package static let amount = Quantity(
    name: "a number",
    units: [:],
    bare: .allowed,
    law: .amount,
    writtenUnit: ""
  )

  /// A plain number of either sign.
  package static let number = Quantity(
    name: "a number",
    units: [:],
    bare: .allowed,
    law: .number,
    writtenUnit: ""
  )

  /// A share: `8 %` or `0.08`.
  package static let share = Quantity(
    name: "a share",
    units: ["%": Unit(1, over: 100), "‰": Unit(1, over: 1000)],
    bare: .fraction,
    law: .share,
    writtenUnit: "%"
  )

  /// Growth: `3 % per month`, of either sign.
  package static let growthPerMonth = Quantity(
    name: "a growth",
    units: ["% per month": Unit(1, over: 100), "% per 月": Unit(1, over: 100)],
    bare: .refused,
    law: .number,
    writtenUnit: "% per month"
  )

  /// A shift of a share in points: `-6 %`.
  package static let points = Quantity(
    name: "a change",
    units: ["%": Unit(1, over: 100)],
    bare: .refused,
    law: .number,
    writtenUnit: "%"
  )

  /// A time in hours: `48 h`, `30 min`, `4 days`.
  package static let hours = Quantity(
    name: "a time",
    units: timeUnits(secondsPerOne: 3600),
    bare: .refused,
    law: .amount,
    writtenUnit: "h"
  )

  /// A time in seconds: `480 s`, `8 min`.
  package static let seconds = Quantity(
    name: "a time",
    units: timeUnits(secondsPerOne: 1),
    bare: .refused,
    law: .amount,
    writtenUnit: "s"
  )

  /// A time in days: `4 days`, `36 h`.
  package static let days = Quantity(
    name: "a time",
    units: timeUnits(secondsPerOne: 86_400),
    bare: .refused,
    law: .amount,
    writtenUnit: "days"
  )

  /// Money: `62 yuan`.
  package static let yuan = Quantity(
    name: "an amount of money",
    units: ["yuan": Unit(1), "元": Unit(1)],
    bare: .refused,
    law: .amount,
    writtenUnit: "yuan"
  )

  /// A wage: `180 yuan per day`.
  package static let yuanPerDay = Quantity(
    name: "a wage",
    units: ["yuan per day": Unit(1), "元 per 天": Unit(1), "元 per 日": Unit(1)],
    bare: .refused,
    law: .amount,
    writtenUnit: "yuan per day"
  )

  /// A step a day: `0.006 per day`.
  package static let perDay = Quantity(
    name: "a number per day",
    units: ["per day": Unit(1)],
    bare: .refused,
    law: .amount,
    writtenUnit: "per day"
  )

  /// Orders a day: `2200 per day` or `2200`.
  package static let ordersPerDay = Quantity(
    name: "a number of orders per day",
    units: ["per day": Unit(1), "orders per day": Unit(1), "单 per 天": Unit(1)],
    bare: .allowed,
    law: .amount,
    writtenUnit: "per day"
  )

  /// The value in the file's own words: `0.08` of a share is `8 %`.
  package func text(of value: Double) -> String {
    guard let unit = units[writtenUnit] else { return NumberText.shortest(value) }
    return NumberText.shortest(value * unit.over / unit.times) + " " + writtenUnit
  }

  /// The limits in the file's own words: `0 to 95 %`.
  package func text(of limits: ClosedRange<Double>) -> String {
    let unit = units[writtenUnit] ?? Unit(1)
    return NumberText.shortest(limits.lowerBound * unit.over / unit.times) + " to "
      + text(of: limits.upperBound)
  }

  private static func timeUnits(secondsPerOne one: Double) -> [String: Unit] {
    let seconds: [(Double, [String])] = [
      (1, ["s", "sec", "second", "seconds", "秒"]),
      (60, ["min", "minute", "minutes", "分钟"]),
      (3600, ["h", "hour", "hours", "小时"]),
      (86_400, ["d", "day", "days", "天"]),
    ]
    var units: [String: Unit] = [:]
    for (length, names) in seconds {
      for name in names { units[name] = Unit(length, over: one) }
    }
    return units
  }
}
