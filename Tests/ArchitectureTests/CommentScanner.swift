/// Blanks comments and strings of Swift or C text, keeping its lines.
struct CommentScanner {
  private(set) var withoutComments = ""
  private(set) var code = ""

  private let characters: [Character]
  private var index = 0

  init(text: String) {
    characters = Array(text)
  }

  mutating func scan() {
    while index < characters.count {
      if looking(at: "//") {
        skipLineComment()
      } else if looking(at: "/*") {
        skipBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        takeString(hashes: hashes)
      } else {
        take(blankingInCode: false)
      }
    }
  }

  private func looking(at text: String) -> Bool {
    characters[index...].starts(with: text)
  }

  private mutating func take(blankingInCode: Bool) {
    let character = characters[index]
    withoutComments.append(character)
    code.append(blankingInCode && character != "\n" ? " " : character)
    index += 1
  }

  private mutating func skipLineComment() {
    while index < characters.count, characters[index] != "\n" { index += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if looking(at: "/*") {
        depth += 1
        index += 2
      } else if looking(at: "*/") {
        depth -= 1
        index += 2
      } else {
        if characters[index] == "\n" { take(blankingInCode: false) } else { index += 1 }
      }
    } while depth > 0 && index < characters.count
  }

  /// How many # stand before a quote that opens here; nil when none opens.
  private func hashesBeforeQuote() -> Int? {
    let hashes = characters[index...].prefix { $0 == "#" }.count
    let quote = index + hashes
    return quote < characters.count && characters[quote] == "\"" ? hashes : nil
  }

  private mutating func takeString(hashes: Int) {
    for _ in 0..<hashes { take(blankingInCode: false) }
    let quotes = looking(at: "\"\"\"") ? 3 : 1
    let fence = String(repeating: "#", count: hashes)
    let end = String(repeating: "\"", count: quotes) + fence
    let escape = "\\" + fence
    for _ in 0..<quotes { take(blankingInCode: false) }
    while index < characters.count, !looking(at: end) {
      if quotes == 1, characters[index] == "\n" { return }
      if looking(at: escape) {
        for _ in 0..<(escape.count + 1) where index < characters.count {
          take(blankingInCode: true)
        }
      } else {
        take(blankingInCode: true)
      }
    }
    for _ in 0..<end.count where index < characters.count { take(blankingInCode: false) }
  }
}
