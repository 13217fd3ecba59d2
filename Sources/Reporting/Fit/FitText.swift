package import Calibration
import Foundation
import StoreModel

/// Numbers of a fit, as a scenario writes them and as people read them.
package enum FitText {
  /// Widest range of an amount: its upper end over its lower.
  private static let widest = 50.0

  /// The value as a scenario writes it.
  package static func scenario(_ input: LearntInput) -> String {
    switch input.value {
    case .number(let value): return number(value, input.unit) + unit(input.unit)
    case .shares(let shares): return list(shares)
    case .range(let low, let high):
      var (first, last) = (low, high)
      if input.unit != .share { first = max(first, last / widest) }
      for digits in 3...12 {
        let texts = [first, last].map { number($0, input.unit, digits: digits) }
        if texts[0] != texts[1] { return texts[0] + " to " + texts[1] + unit(input.unit) }
      }
      return number(first, input.unit) + unit(input.unit)
    }
  }

  /// A law in as few letters, such as `0.2–0.65 %`; empty of none.
  static func brief(_ law: Uncertain.Law?, _ unit: LearntInput.Unit) -> String {
    switch law {
    case .none: return ""
    case .known(let value): return number(value, unit) + self.unit(unit)
    case .share(let low, let high), .amount(let low, let high), .number(let low, let high):
      return number(low, unit) + "–" + number(high, unit) + self.unit(unit)
    }
  }

  /// The value in as few letters.
  static func brief(_ input: LearntInput) -> String {
    switch input.value {
    case .number, .shares: ""
    case .range(let low, let high):
      number(low, input.unit) + "–" + number(high, input.unit) + unit(input.unit)
    }
  }

  /// The estimate with its unit.
  static func estimate(_ input: LearntInput) -> String {
    if case .shares(let shares) = input.value { return list(shares) }
    return number(input.estimate, input.unit) + unit(input.unit)
  }

  /// The 95 % interval; empty where none is known.
  static func interval(_ input: LearntInput, _ language: ReportLanguage) -> String {
    guard let interval = input.interval else { return "" }
    let ends = [interval.lowerBound, interval.upperBound].map { number($0, input.unit) }
    return ends[0] + language.pick(" to ", " 至 ") + ends[1] + unit(input.unit)
  }

  /// A count without decimals where it is whole, in groups of three.
  static func count(_ value: Double) -> String {
    let digits = String(Int(value.rounded()).magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }

  /// A number in the scenario's unit without it: three digits, and of a share near 1 as many as its distance needs.
  private static func number(
    _ value: Double,
    _ unit: LearntInput.Unit,
    digits: Int = 3
  ) -> String {
    let shown = unit == .share ? value * 100 : value
    guard shown != 0, shown.isFinite else { return "0" }
    let size = unit == .share && shown > 50 ? max(1e-9, 100 - shown) : abs(shown)
    let decimals = min(12, max(0, digits - 1 - Int(log10(size).rounded(.down))))
    let scale = pow(10, Double(decimals))
    return ShortestDecimal.text((shown * scale).rounded() / scale) ?? "0"
  }

  private static func unit(_ unit: LearntInput.Unit) -> String {
    switch unit {
    case .share: " %"
    case .amount: ""
    case .hours: " h"
    case .days: " days"
    case .seconds: " s"
    }
  }

  /// Shares in percent with one decimal; the largest takes what rounding leaves.
  private static func list(_ shares: [Double]) -> String {
    var tenths = shares.map { Int(($0 * 1000).rounded()) }
    if let largest = tenths.indices.max(by: { tenths[$0] < tenths[$1] }) {
      tenths[largest] += 1000 - tenths.reduce(0, +)
    }
    let texts = tenths.map { ShortestDecimal.text(Double($0) / 10) ?? "0" }
    return "[" + texts.joined(separator: ", ") + "]"
  }
}
