/// Breaks a text into lines of a terminal.
package enum LineWrap {
  private static let opening = Set<Character>("([【《「『\"\u{FF08}")
  private static let closing = Set<Character>(
    ",.;:!?)]%\"。、》」』】\u{FF0C}\u{FF1A}\u{FF1B}\u{FF01}\u{FF1F}\u{FF09}\u{FF05}"
  )

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
    var last: Character?
    for character in text {
      let isFree = last == " " || isWide(character) || last.map(isWide) == true
      let isBound = closing.contains(character) || character == " "
      if let last, !isFree || isBound || opening.contains(last) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  private static func isWide(_ character: Character) -> Bool {
    DisplayWidth.columns(of: String(character)) == 2
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
