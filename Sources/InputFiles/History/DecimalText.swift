/// Exact reading of decimals as integers of a small unit.
enum DecimalText {
  /// The value of a plain decimal times `units`, rounded half up to a whole number.
  ///
  /// - Returns: `nil` for what is no decimal or exceeds `limit` units of one; negative numbers keep
  ///   their sign so that the caller can name them.
  static func integer(_ text: some StringProtocol, times units: Int, atMost limit: Int) -> Int? {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : text[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = NumberText.integer(parts[0]),
      !parts[0].hasPrefix("+"), !parts[0].hasPrefix("-"), whole <= limit
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      let digits = parts[1].prefix(9)
      guard !parts[1].isEmpty, parts[1].utf8.count <= 30,
        parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
        let value = NumberText.integer(digits)
      else { return nil }
      let scale = (0..<digits.count).reduce(1) { scale, _ in scale * 10 }
      fraction = (2 * value * units + scale) / (2 * scale)
    }
    let total = whole * units + fraction
    return isNegative ? -total : total
  }

  /// Whether a text is a whole number, possibly written with a point and zeros (`12.0`).
  static func isWhole(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 1 || parts[1].allSatisfy { $0 == "0" }
  }
}
