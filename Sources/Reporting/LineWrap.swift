/// Breaks a text into lines of a terminal.
package enum LineWrap {
  private static let closing = Set<Character>(",。;:、!?)》」』】%,.;:!?)\"")

  /// Lines of at most `width` columns; all but the first begin with `indent` spaces.
  ///
  /// Breaks stand at spaces and after wide characters, never before closing punctuation. A word
  /// longer than a line stands on a line of its own.
  package static func lines(_ text: String, width: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let columns = DisplayWidth.columns(of: piece)
      let visible = piece.last == " " ? columns - 1 : columns
      if used + visible > width, !line.allSatisfy({ $0 == " " }) {
        lines.append(trimmed(line))
        line = String(repeating: " ", count: indent)
        used = indent
      }
      line += piece
      used += columns
    }
    lines.append(trimmed(line))
    return lines
  }

  /// The text cut at every place where a line may end.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var mayBreak = true
    for character in text {
      if mayBreak && !closing.contains(character) && character != " " || pieces.isEmpty {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
      let isWide = DisplayWidth.columns(of: String(character)) == 2
      mayBreak = character == " " || isWide && character != "【" && character != "("
    }
    return pieces
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
