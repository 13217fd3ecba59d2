/// How many columns of a terminal a text takes: two for each wide East Asian character.
///
/// The ranges are those of Unicode's *East Asian Width* classes W and F (UAX #11), by blocks;
/// ambiguous characters as ± and ≥ count one.
package enum DisplayWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
  private static let none: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F,
  ]

  /// Columns of a text.
  package static func columns(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The longest beginning of a text within `limit` columns, with `…` where something is cut off.
  package static func fitted(_ text: String, to limit: Int) -> String {
    guard columns(of: text) > limit else { return text }
    var result = ""
    var used = 1
    for character in text {
      let width = columns(of: String(character))
      guard used + width <= limit else { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }

  /// A text filled up with spaces to `width` columns, on the left or on the right.
  package static func padded(_ text: String, to width: Int, alignRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - columns(of: text)))
    return alignRight ? space + text : text + space
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if none.contains(where: { $0.contains(scalar.value) }) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
