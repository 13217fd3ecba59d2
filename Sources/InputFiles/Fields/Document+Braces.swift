extension Document {
  /// The node on one line of YAML, maps in braces and lists in brackets.
  var inBraces: String {
    switch content {
    case .scalar(let text, let isQuoted): isQuoted ? Self.quoted(text) : Self.plain(text)
    case .sequence(let elements): "[\(elements.map(\.inBraces).joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.map(\.inBraces).joined(separator: ", "))}"
    }
  }

  fileprivate static func plain(_ text: String) -> String {
    text.contains { ",:[]{}#\"'\\".contains($0) } ? quoted(text) : text
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Document.Entry {
  fileprivate var inBraces: String { "\(Document.plain(key)): \(value.inBraces)" }
}
