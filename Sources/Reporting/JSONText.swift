/// A JSON value whose keys keep their order and whose numbers are shortest decimals.
package indirect enum JSONText: Sendable {
  /// Text.
  case text(String)
  /// An integer.
  case integer(Int)
  /// An integer without sign.
  case unsigned(UInt64)
  /// A number; `null` where it is none.
  case number(Double)
  /// A number written out, as exact as its digits.
  case decimal(String)
  /// True or false.
  case flag(Bool)
  /// Nothing.
  case null
  /// A list.
  case list([JSONText])
  /// Keys with values, in order.
  case object([(key: String, value: JSONText)])

  /// The document on lines, indented by two spaces a level.
  package var text: String { rendered(indent: "") + "\n" }

  private func rendered(indent: String) -> String {
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let value): return String(value)
    case .unsigned(let value): return String(value)
    case .number(let value): return ShortestDecimal.text(value) ?? "null"
    case .decimal(let digits): return digits
    case .flag(let value): return value ? "true" : "false"
    case .null: return "null"
    case .list(let values):
      let inner = indent + "  "
      return Self.block("[", values.map { inner + $0.rendered(indent: inner) }, "]", indent)
    case .object(let pairs):
      let inner = indent + "  "
      let lines = pairs.map { pair in
        inner + Self.quoted(pair.key) + ": " + pair.value.rendered(indent: inner)
      }
      return Self.block("{", lines, "}", indent)
    }
  }

  private static func block(
    _ open: String,
    _ lines: [String],
    _ close: String,
    _ indent: String
  ) -> String {
    lines.isEmpty
      ? open + close : open + "\n" + lines.joined(separator: ",\n") + "\n" + indent + close
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
