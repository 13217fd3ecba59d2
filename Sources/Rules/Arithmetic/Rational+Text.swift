extension Rational {
  /// Creates the number written as a decimal: `0.95`, `-3`, `1e-3`; `nil` for any other text.
  package init?(decimal text: some StringProtocol) {
    guard let parts = DecimalParts(text) else { return nil }
    self.init(parts.digits, over: parts.scale)
  }

  /// Half a unit of the last digit printed in a decimal: 0.005 for `4.49`; `nil` for any other text.
  package static func halfUnit(ofLastDigitIn text: some StringProtocol) -> Rational? {
    guard let parts = DecimalParts(text) else { return nil }
    let (doubled, overflow) = parts.scale.multipliedReportingOverflow(by: 2)
    return overflow ? nil : Rational(parts.unit, over: doubled)
  }

  /// The shortest decimal, exact to `digits` places after the point and rounded half up there.
  package func decimalText(digits: Int = 9) -> String {
    var scale: Int128 = 1
    for _ in 0..<digits { scale *= 10 }
    guard let scaled = multiplied(by: Rational(unchecked: scale, 1)),
      let doubled = scaled.multiplied(by: Rational(2)), let raised = doubled.adding(.one)
    else { return "\(approximation)" }
    let units = Rational(unchecked: raised.numerator, raised.denominator * 2).floor
    let magnitude = units.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    var fraction = String(rest)
    fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A decimal as `digits · unit / scale`.
private struct DecimalParts {
  var digits: Int128 = 0
  var scale: Int128 = 1
  var unit: Int128 = 1

  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let mantissaEnd = rest.firstIndex { $0 == "e" || $0 == "E" }
    var exponent = 0
    if let mantissaEnd {
      guard let value = Int(rest[rest.index(after: mantissaEnd)...]), abs(value) <= 18 else {
        return nil
      }
      exponent = value
      rest = rest[..<mantissaEnd]
    }
    let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = halves.first, !whole.isEmpty else {
      return nil
    }
    let fraction = halves.count == 2 ? halves[1] : ""
    guard halves.count == 1 || !fraction.isEmpty else { return nil }
    let all = whole + fraction
    guard all.utf8.allSatisfy({ (48...57).contains($0) }), all.count <= 30,
      let value = Int128(all)
    else { return nil }
    digits = isNegative ? -value : value
    for _ in fraction { scale *= 10 }
    for _ in 0..<max(0, -exponent) {
      let (wider, overflow) = scale.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      scale = wider
    }
    for _ in 0..<max(0, exponent) {
      let (wider, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = wider
      unit *= 10
    }
  }
}
