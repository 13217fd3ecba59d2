import Foundation
import InputFiles

/// A number as a cell shows it: `mantissa` · 10^(`tens` − `digits`) of a unit.
struct CellNumber: Hashable {
  /// The digits without the point.
  var mantissa: Int
  /// Digits after the point.
  var digits: Int
  /// Power of ten of a multiplier: 4 for 万.
  var tens = 0
  /// The unit that the cell names.
  var unit: ExportUnit?
  /// Least digits after the point that the cell was rounded to, where its format says so.
  var shownDigits: Int?

  /// Most digits of a number.
  private static let longest = 15

  /// Reads a cell; `nil` for what is no number.
  init?(_ content: ExportCell.Content) {
    switch content {
    case .text(let text):
      guard let number = Self.number(in: text) ?? Self.duration(in: text) else { return nil }
      self = number
    case .number(let stored, let kind):
      guard let value = Double(stored), value.isFinite, abs(value) < 1e13 else { return nil }
      switch kind {
      case .date: return nil
      case .time:
        guard let number = Self.decimal(Self.shortest(value * 86400, digits: 3)[...]) else {
          return nil
        }
        self = number
        unit = .seconds
      case .percent(let shown):
        guard let number = Self.decimal(Self.shortest(value, digits: 9)[...]) else { return nil }
        self = number
        unit = .fraction
        shownDigits = shown + 2
      case .general:
        guard let number = Self.decimal(Self.shortest(value, digits: 9)[...]) else { return nil }
        self = number
      }
    }
  }

  private init(mantissa: Int, digits: Int, tens: Int = 0, unit: ExportUnit? = nil) {
    self.mantissa = mantissa
    self.digits = digits
    self.tens = tens
    self.unit = unit
  }

  /// `1300`, `1,300`, `¥12.50`, `1.2万`, `89.3%`, `12 秒`.
  private static func number(in text: String) -> CellNumber? {
    var body = Heading.normalised(text)[...]
    if let sign = body.first, "¥￥".contains(sign) { body = body.dropFirst() }
    let isNegative = body.hasPrefix("-")
    if isNegative || body.hasPrefix("+") { body = body.dropFirst() }
    if let sign = body.first, "¥￥".contains(sign) { body = body.dropFirst() }
    let digits = body.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
    let rest = String(body.dropFirst(digits.count))
    guard let plain = ungrouped(digits), var number = decimal(plain[...]) else { return nil }
    if !rest.isEmpty {
      guard let word = ExportUnit.words[rest] else { return nil }
      number.tens = word.tens
      number.unit = word.unit == .count ? nil : word.unit
    }
    if isNegative { number.mantissa.negate() }
    return number
  }

  /// Digits without separators of thousands; `nil` where these do not part groups of three.
  private static func ungrouped(_ text: Substring) -> String? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2,
      !halves.dropFirst().joined().contains(",")
    else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard isGrouped else { return nil }
    return ([groups.joined()] + halves.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// Digits with at most one point.
  private static func decimal(_ text: Substring) -> CellNumber? {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : text
    let halves = body.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, !halves[0].isEmpty, halves.count == 1 || !halves[1].isEmpty else {
      return nil
    }
    let digits = halves.joined()
    guard digits.count <= longest, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let mantissa = Int(digits)
    else { return nil }
    return CellNumber(
      mantissa: isNegative ? -mantissa : mantissa,
      digits: halves.count == 2 ? halves[1].count : 0
    )
  }

  /// `3分20秒`, `1小时5分`, `00:03:20`, as seconds.
  private static func duration(in text: String) -> CellNumber? {
    let body = Heading.normalised(text)
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 3 {
      let numbers = parts.compactMap { NumberText.integer($0) }
      guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }), numbers[1] < 60, numbers[2] < 60,
        numbers[0] < 100_000
      else { return nil }
      return CellNumber(
        mantissa: numbers[0] * 3600 + numbers[1] * 60 + numbers[2],
        digits: 0,
        unit: .seconds
      )
    }
    var total = 0
    var last = Int.max
    var rest = body[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let word = rest.prefix { !($0.isASCII && $0.isNumber) }
      rest = rest.dropFirst(word.count)
      guard digits.count <= 8, let number = NumberText.integer(digits),
        let unit = ExportUnit.words[String(word)]?.unit.seconds, unit < last
      else { return nil }
      (total, last) = (total + number * unit, unit)
    }
    return CellNumber(mantissa: total, digits: 0, unit: .seconds)
  }

  /// A stored number with at most some digits after the point, and 15 in all, without zeros at its
  /// end.
  private static func shortest(_ value: Double, digits: Int) -> String {
    let whole = String(Int(value.magnitude)).count
    let kept = max(0, min(digits, longest - whole))
    var text = String(format: "%.\(kept)f", value)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
