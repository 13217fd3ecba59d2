/// A source file as the checks see it: its lines with and without comments and strings.
struct SourceText {
  /// Path from the root of the repository.
  let path: String
  /// Lines as written.
  let lines: [String]
  /// Lines with comments blanked; strings stay.
  let linesWithoutComments: [String]
  /// Lines with comments and the insides of strings blanked.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    lines = Self.split(text)
    guard Self.languages.contains(where: path.hasSuffix) else {
      linesWithoutComments = lines
      code = lines
      return
    }
    var scanner = CommentScanner(text: text)
    scanner.scan()
    linesWithoutComments = Self.split(scanner.withoutComments)
    code = Self.split(scanner.code)
  }

  /// File name without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The module that the file belongs to, by its folder under Sources.
  var module: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  private static let languages = [".swift", ".c", ".h"]

  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
