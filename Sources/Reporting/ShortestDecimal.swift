/// Numbers as text that reads back as exactly the same number, never in scientific notation.
package enum ShortestDecimal {
  /// The shortest such text, without a trailing `.0`; `nil` of infinities and of no number.
  package static func text(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return "0" }
    let parts = value.magnitude.description.split(separator: "e")
    let digits = parts[0].split(separator: ".")
    let whole = String(digits[0])
    let fraction = digits.count > 1 && digits[1] != "0" ? String(digits[1]) : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (value < 0 ? "-" : "") + shift(whole: whole, fraction: fraction, by: exponent)
  }

  /// Moves the point of `whole.fraction` by `exponent` places.
  private static func shift(whole: String, fraction: String, by exponent: Int) -> String {
    let digits = whole + fraction
    let point = whole.count + exponent
    if point <= 0 {
      return "0." + String(repeating: "0", count: -point) + digits
    }
    if point >= digits.count {
      return digits + String(repeating: "0", count: point - digits.count)
    }
    return String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
  }
}
