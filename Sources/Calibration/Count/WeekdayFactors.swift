internal import Glibc

/// How much of a usual day's count falls on each weekday, learnt from the days before.
package struct WeekdayFactors: Hashable, Sendable {
  /// Days after which a day counts half.
  static let halfLifeInDays = 120.0
  /// Average days that stand for a weekday before it was seen.
  static let priorDays = 2.0
  /// Below this factor the store is closed on the weekday.
  static let closedBelow = 0.03
  /// A weekday is closed as well when nothing was counted on this many of it, on which so many were to be
  /// expected: the prior days would keep it open for more than a year.
  static let closedDays = 4.0
  static let closedExpected = 20.0

  private var counts: [Double] = Array(repeating: 0, count: 7)
  private var days: [Double] = Array(repeating: 0, count: 7)
  private static let keep = pow(0.5, 1 / halfLifeInDays)

  /// Factors of 1 each.
  package init() {}

  /// Goes on by a day of a weekday, Monday = 0; `nil` where the count was not observed.
  package mutating func advance(_ count: Int?, weekday: Int) {
    for day in 0..<7 {
      counts[day] *= Self.keep
      days[day] *= Self.keep
    }
    if let count {
      counts[weekday] += Double(count)
      days[weekday] += 1
    }
  }

  /// The seven factors, Monday first, with mean 1 over the week; 0 on closed days.
  package var factors: [Double] {
    let observed = days.reduce(0, +)
    let average = observed > 0 ? counts.reduce(0, +) / observed : 0
    guard average > 0 else { return Array(repeating: 1, count: 7) }
    let raw = (0..<7).map { day in
      isClosed(day, average: average)
        ? 0 : (counts[day] + Self.priorDays * average) / ((days[day] + Self.priorDays) * average)
    }
    let mean = raw.reduce(0, +) / 7
    return raw.map { $0 / mean < Self.closedBelow ? 0 : $0 / mean }
  }

  private func isClosed(_ day: Int, average: Double) -> Bool {
    counts[day] == 0 && days[day] >= Self.closedDays && days[day] * average >= Self.closedExpected
  }
}
