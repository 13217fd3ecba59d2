package import Forecasting
import Foundation
package import StoreModel

/// Numbers and dates in the words of a manager.
package struct Phrase: Sendable {
  /// The language.
  package var language: ReportLanguage
  /// Day 1: dates of its year are told without the year.
  package var start: CalendarDay

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Creates the words for a forecast that begins on `start`.
  package init(language: ReportLanguage, start: CalendarDay) {
    self.language = language
    self.start = start
  }

  /// `29 Dec`, `12-29`; with the year where it is not the year of day 1.
  package func date(_ day: CalendarDay) -> String {
    day.civil.year == start.civil.year ? shortDate(day) : fullDate(day)
  }

  /// `29 Dec 2026`, `2026-12-29`.
  package func fullDate(_ day: CalendarDay) -> String {
    language == .zh ? day.description : "\(shortDate(day)) \(day.civil.year)"
  }

  /// `1 Oct to 29 Dec 2026`, `2026-10-01 至 12-29`.
  package func span(to end: CalendarDay) -> String {
    let sameYear = end.civil.year == start.civil.year
    return language == .zh
      ? "\(fullDate(start)) 至 \(date(end))"
      : "\(sameYear ? shortDate(start) : fullDate(start)) to \(fullDate(end))"
  }

  /// `54`, `<1` or `>99`: a probability in hundredths, never told as none or as all.
  package func hundredths(_ probability: Double) -> String {
    if probability < 0.01 { return "<1" }
    if probability > 0.99 { return ">99" }
    return String(Int((probability * 100).rounded()))
  }

  /// `54 in 100 (±1)`, `约 54%(±1)`; `under 1 in 100` without a margin.
  package func chance(_ probability: Double, interval: ConfidenceInterval? = nil) -> String {
    if probability < 0.01 { return language.pick("under 1 in 100", "低于 1%") }
    if probability > 0.99 { return language.pick("over 99 in 100", "高于 99%") }
    let number = hundredths(probability)
    let ends = interval.map { margin($0.halfWidth) } ?? ""
    return language.pick("\(number) in 100", "约 \(number)%") + ends
  }

  /// `29 %`, `29%`: a cell of a table.
  package func percent(_ probability: Double) -> String {
    hundredths(probability) + language.pick(" %", "%")
  }

  /// `89.3 %`, `4.58`, `170 s`: a measure's value in its unit, to the digits that a console shows.
  package func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "share":
      let percent = value * 100
      let digits = percent > 99 && percent < 100 ? 2 : 1
      return percent.formatted(.number.precision(.fractionLength(digits)).grouping(.never))
        + language.pick(" %", "%")
    case "stars": return value.formatted(.number.precision(.fractionLength(2)))
    case "points", "h", "min":
      return value.formatted(.number.precision(.fractionLength(0...2)).grouping(.never))
    case "s": return "\(Int(value.rounded())) " + language.pick("s", "秒")
    default: return count(Int(value.rounded()))
    }
  }

  /// ` (±1)`, `(±1)`: a half width in whole hundredths, at least 1.
  package func margin(_ halfWidth: Double) -> String {
    let points = max(1, Int((halfWidth * 100).rounded(.up)))
    return language.pick(" (±\(points))", "(±\(points))")
  }

  /// `+19 ±2`: a difference of probabilities in points.
  package func points(_ difference: PairedDifference) -> String {
    guard let value = difference.difference else { return "" }
    let points = Int((value * 100).rounded())
    let sign = points > 0 ? "+" : ""
    guard let interval = difference.interval, interval.halfWidth > 0 else {
      return sign + "\(points)"
    }
    return sign + "\(points) ±\(max(1, Int((interval.halfWidth * 100).rounded(.up))))"
  }

  /// `410,000 yuan`, `41 万元`: an amount to a number of digits that count.
  package func yuan(_ amount: Double, digits: Int = 2) -> String {
    let words = words(amount, digits: digits)
    return words.number + language.pick(" yuan", (words.unit.isEmpty ? " " : words.unit) + "元")
  }

  /// `0 to 940,000`, `0 到 94 万元之间`.
  package func yuanRange(_ low: Double, _ high: Double) -> String {
    let (first, last) = (words(low, digits: 2), words(high, digits: 2))
    if language == .en { return "\(first.number) to \(last.number)" }
    let unit = first.unit == last.unit ? "" : first.unit
    return "\(first.number)\(unit) 到 \(yuan(high))之间"
  }

  /// `10,000`.
  package func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return (number < 0 ? "−" : "") + result
  }

  private func shortDate(_ day: CalendarDay) -> String {
    let civil = day.civil
    if language == .zh { return String(day.description.dropFirst(5)) }
    return "\(civil.day) \(Self.months[civil.month - 1])"
  }

  /// The rounded number and, in Chinese, its unit of ten thousand or a hundred million.
  private func words(_ amount: Double, digits: Int) -> (number: String, unit: String) {
    // Bounded, so that the conversion to an integer cannot fail whatever was simulated.
    let rounded = Self.significant(min(max(amount, -1e15), 1e15), digits: digits)
    guard language == .zh, rounded.magnitude >= 10_000 else { return (count(Int(rounded)), "") }
    let isHuge = rounded.magnitude >= 100_000_000
    let scaled = rounded / (isHuge ? 100_000_000 : 10_000)
    let text = ShortestDecimal.text((scaled * 1000).rounded() / 1000) ?? ""
    let number = text.hasPrefix("-") ? "−" + text.dropFirst() : text
    return (number, isHuge ? " 亿" : " 万")
  }

  /// Rounds to a number of digits that count, at least to whole units.
  private static func significant(_ value: Double, digits: Int) -> Double {
    var step = 1.0
    var rest = value.magnitude
    while rest >= 10 {
      rest /= 10
      step *= 10
    }
    for _ in 1..<max(digits, 1) { step /= 10 }
    step = max(step, 1)
    return (value / step).rounded() * step
  }
}
