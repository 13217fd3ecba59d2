/// A heading as it is compared: without blanks, in half-width lower case.
package enum Heading {
  /// The comparable form: `支付金额（元）` is `支付金额(元)`.
  package static func normalised(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let plain = plain(scalar)
      if plain.properties.isWhitespace || plain.value == 0xFEFF || plain.value == 0x200B {
        continue
      }
      result.append(plain)
    }
    return String(result).lowercased()
  }

  /// A normalised heading parted from the brackets at its end, if there are any.
  ///
  /// `支付金额(元)` gives `支付金额` and `元`.
  package static func split(_ heading: String) -> (name: String, bracket: String)? {
    let pairs: [(Character, Character)] = [("(", ")"), ("[", "]"), ("【", "】")]
    for (open, close) in pairs {
      guard heading.last == close, let start = heading.lastIndex(of: open),
        start != heading.startIndex
      else { continue }
      let inside = heading[heading.index(after: start)..<heading.index(before: heading.endIndex)]
      return (String(heading[..<start]), String(inside))
    }
    return nil
  }

  /// Full-width letters, digits and signs as their ASCII twins.
  package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }
}
