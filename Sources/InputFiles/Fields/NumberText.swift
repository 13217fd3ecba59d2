/// Numbers as people write them: digits, one point, an optional sign.
package enum NumberText {
  /// Longest number read, in characters.
  package static let greatestLength = 40

  /// The shortest decimal without an exponent; whole numbers without a point.
  ///
  /// Values that are shares times 100 are rounded to 12 significant digits first, so that 0.07 is
  /// `7` percent and not `7.000000000000001`.
  package static func shortest(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    if value == value.rounded() { return String(Int(value)) }
    var scale = 1.0
    while scale < 1e12, abs((value * scale).rounded() - value * scale) > 1e-9 * abs(value * scale) {
      scale *= 10
    }
    let rounded = (value * scale).rounded() / scale
    let text = "\(rounded)"
    return text.contains("e")
      ? plain(rounded) : (rounded == rounded.rounded() ? String(Int(rounded)) : text)
  }

  /// Splits a text into a leading number and what follows it; `nil` where it begins with none.
  package static func leadingNumber(of text: Substring) -> (number: Substring, rest: Substring)? {
    var index = text.startIndex
    if index < text.endIndex, "+-".contains(text[index]) { index = text.index(after: index) }
    var digits = 0
    var points = 0
    while index < text.endIndex {
      let character = text[index]
      if character.isASCII, character.isNumber {
        digits += 1
      } else if character == ".", points == 0 {
        points += 1
      } else {
        break
      }
      index = text.index(after: index)
    }
    guard digits > 0, text[..<index].last != "." else { return nil }
    return (text[..<index], text[index...])
  }

  /// The whole number written in a text of digits with an optional sign; `nil` for anything else,
  /// and for more than 18 digits.
  package static func integer(_ text: some StringProtocol) -> Int? {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.count <= 18,
      digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func plain(_ value: Double) -> String {
    let sign = value < 0 ? "-" : ""
    var rest = abs(value)
    var text = String(Int(rest)) + "."
    rest -= rest.rounded(.down)
    for _ in 0..<15 where rest > 1e-15 {
      rest *= 10
      text += String(Int(rest))
      rest -= rest.rounded(.down)
    }
    return sign + text
  }
}
