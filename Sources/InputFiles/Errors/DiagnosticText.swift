/// Findings as people and programs read them.
package struct DiagnosticText {
  private let source: (String) -> String?

  /// Creates the text of findings.
  ///
  /// - Parameter source: The text of a file by its name in the findings, for the line that is shown;
  ///   `nil` shows none.
  package init(
    source: @escaping (String) -> String? = { try? TextFile.text(at: $0) }
  ) {
    self.source = source
  }

  /// `FILE:LINE:COLUMN: error CODE: message`, the line, a caret and a hint for each finding, in their
  /// order.
  package func text(of diagnostics: [Diagnostic]) -> String {
    var lines: [String: [String]] = [:]
    return diagnostics.map { diagnostic in
      let all =
        lines[diagnostic.file] ?? source(diagnostic.file).map(TextFile.lines(of:)) ?? []
      lines[diagnostic.file] = all
      return text(of: diagnostic, lines: all)
    }.joined()
  }

  /// A JSON list of `{"file","line","column","severity","code","message","hint"}`.
  package static func json(of diagnostics: [Diagnostic]) -> String {
    let objects = diagnostics.map { diagnostic in
      let fields = [
        ("file", quoted(diagnostic.file)), ("line", String(diagnostic.location.line)),
        ("column", String(diagnostic.location.column)),
        ("severity", quoted(diagnostic.severity.rawValue)), ("code", quoted(diagnostic.code)),
        ("message", quoted(diagnostic.message)), ("hint", quoted(diagnostic.hint)),
      ]
      return "  {" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private func text(of diagnostic: Diagnostic, lines: [String]) -> String {
    var text =
      "\(Self.printable(diagnostic.file)):\(diagnostic.location.line):\(diagnostic.location.column): "
      + "\(diagnostic.severity.rawValue) \(diagnostic.code): \(Self.printable(diagnostic.message))\n"
    if (1...max(1, lines.count)).contains(diagnostic.location.line), !lines.isEmpty {
      let line = Array(lines[diagnostic.location.line - 1])
      let column = min(max(0, diagnostic.location.column - 1), line.count)
      let first = max(0, column - 70)
      let shown = line[first..<min(line.count, first + 100)]
      let before = line[first..<column].map { Self.isWide($0) ? "  " : $0 == "\t" ? "\t" : " " }
      if !shown.isEmpty {
        text += "  " + Self.printable(String(shown)) + "\n  " + before.joined() + "^\n"
      }
    }
    if !diagnostic.hint.isEmpty { text += "  hint: \(Self.printable(diagnostic.hint))\n" }
    return text
  }

  /// Whether a terminal gives a character two columns (East Asian Width W and F, roughly).
  private static func isWide(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// The text without control characters, so that a file cannot write to a terminal.
  private static func printable(_ text: String) -> String {
    String(text.map { $0.unicodeScalars.contains(where: isControl) ? "\u{FFFD}" : $0 })
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 32 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// A JSON string.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension InputErrors {
  /// The exit status of a command that stops with this error: 66 where a file was not found and
  /// nothing else is wrong, else 65.
  package var exitStatus: Int32 {
    diagnostics.allSatisfy { $0.code == "SC107" || $0.severity != .error } ? 66 : 65
  }
}
