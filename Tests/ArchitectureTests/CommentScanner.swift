/// Blanks comments and strings of Swift or C text, keeping its lines.
struct CommentScanner {
  /// The text with comments blanked; strings stay.
  var withoutComments: String { String(decoding: bytesWithoutComments, as: UTF8.self) }
  /// The text with comments and the insides of strings blanked.
  var code: String { String(decoding: codeBytes, as: UTF8.self) }

  private var bytesWithoutComments: [UInt8] = []
  private var codeBytes: [UInt8] = []
  private let bytes: [UInt8]
  private var index = 0

  init(text: String) {
    bytes = Array(text.utf8)
  }

  mutating func scan() {
    while index < bytes.count {
      if !Self.canOpen.contains(bytes[index]) {
        take(blankingInCode: false)
      } else if looking(at: "//") {
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

  private static let canOpen: Set = [UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "\"")]
  private static let newline = UInt8(ascii: "\n")

  private func looking(at text: String) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private mutating func take(blankingInCode: Bool) {
    let byte = bytes[index]
    bytesWithoutComments.append(byte)
    codeBytes.append(blankingInCode && byte != Self.newline ? UInt8(ascii: " ") : byte)
    index += 1
  }

  private mutating func skipLineComment() {
    while index < bytes.count, bytes[index] != Self.newline { index += 1 }
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
        if bytes[index] == Self.newline { take(blankingInCode: false) } else { index += 1 }
      }
    } while depth > 0 && index < bytes.count
  }

  /// How many # stand before a quote that opens here; nil when none opens.
  private func hashesBeforeQuote() -> Int? {
    let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    let quote = index + hashes
    return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func takeString(hashes: Int) {
    for _ in 0..<hashes { take(blankingInCode: false) }
    let quotes = looking(at: "\"\"\"") ? 3 : 1
    let fence = String(repeating: "#", count: hashes)
    let end = String(repeating: "\"", count: quotes) + fence
    let escape = "\\" + fence
    for _ in 0..<quotes { take(blankingInCode: false) }
    while index < bytes.count, !looking(at: end) {
      if quotes == 1, bytes[index] == Self.newline { return }
      if looking(at: escape) {
        for _ in 0..<(escape.count + 1) where index < bytes.count {
          take(blankingInCode: true)
        }
      } else {
        take(blankingInCode: true)
      }
    }
    for _ in 0..<end.count where index < bytes.count { take(blankingInCode: false) }
  }
}
