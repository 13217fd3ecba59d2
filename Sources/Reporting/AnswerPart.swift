import Rules

/// A part of an answer: a sentence under a heading, or lines that stand as they are.
enum AnswerPart: Equatable, Sendable {
  /// A sentence, with an upper-case heading or none.
  case sentence(heading: String, text: String)
  /// A line that keeps its layout: a row of a table.
  case row(String)

  /// The sentence with its heading, as JSON gives it; `nil` of a row.
  func sentence(_ language: ReportLanguage) -> String? {
    guard case .sentence(let heading, let text) = self else { return nil }
    if heading.isEmpty { return text }
    return language == .zh ? "【\(heading)】\(text)" : "\(heading): \(text)"
  }
}

/// Lays parts out for a terminal of 100 columns.
struct AnswerLayout {
  static let width = 100

  var language: ReportLanguage
  var isColored: Bool

  /// All parts as text, ending in a line feed.
  func text(_ parts: [AnswerPart]) -> String {
    let headings = parts.compactMap { part in
      if case .sentence(let heading, _) = part { DisplayWidth.columns(of: heading) } else { nil }
    }
    let column = min(headings.max() ?? 0, 16) + 1
    return parts.map { lines($0, column: column).joined(separator: "\n") + "\n" }.joined()
  }

  private func lines(_ part: AnswerPart, column: Int) -> [String] {
    switch part {
    case .row(let row): return [row]
    case .sentence("", let text):
      return LineWrap.lines(text, width: Self.width, indent: 2)
    case .sentence(let heading, let text):
      let shown = language == .zh ? "【\(heading)】" : DisplayWidth.padded(heading, to: column)
      let separator = language == .zh || shown.hasSuffix(" ") ? "" : " "
      let indent = language == .zh ? 2 : column
      var lines = LineWrap.lines(shown + separator + text, width: Self.width, indent: indent)
      if isColored, lines[0].hasPrefix(heading) || language == .zh {
        lines[0] = "\u{1B}[1m" + shown + "\u{1B}[0m" + lines[0].dropFirst(shown.count)
      }
      return lines
    }
  }
}
