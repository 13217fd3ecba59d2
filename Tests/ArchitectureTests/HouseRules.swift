/// The habits of the house as functions from a source file to what is wrong with it.
///
/// Each finding is a line of text that names the place.
enum HouseRules {
  /// Lines a file may have; the commands of the program are thin.
  static func longestAllowed(_ path: String) -> Int {
    path.hasPrefix("Sources/storecast/Commands/") ? 80 : 400
  }

  static func forbiddenImports(in source: SourceText) -> [String] {
    guard let module = source.module else { return [] }
    if let headers = ImportTable.allowedHeaders[module] {
      return each(source.linesWithoutComments, of: source) { line in
        guard let header = ImportTable.header(in: line) else { return nil }
        return headers.contains { header.hasPrefix($0) } ? nil : "\(module) includes \(header)"
      }
    }
    guard let allowed = ImportTable.allowed[module] else {
      return ["\(source.path): module \(module) is not in the table of imports"]
    }
    return each(source.code, of: source) { line in
      let forbidden = ImportTable.imports(in: line).filter { !allowed.contains($0) }
      return forbidden.isEmpty ? nil : "\(module) imports \(forbidden.joined(separator: ", "))"
    }
  }

  static func excessLength(of source: SourceText) -> [String] {
    let count = source.lines.last == "" ? source.lines.count - 1 : source.lines.count
    let longest = longestAllowed(source.path)
    return count > longest ? ["\(source.path): \(count) lines, at most \(longest)"] : []
  }

  /// Declarations that other modules see and that say nothing about themselves.
  static func undocumentedDeclarations(in source: SourceText) -> [String] {
    let declaration =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:static|final|override|required|convenience|mutating|nonmutating|borrowing|consuming|nonisolated|indirect|lazy|private\(set\)|package\(set\))\s+)*(?:public|package)\s+(?!import\b|extension\b).*\b(?:struct|class|enum|actor|protocol|func|init|var|let|subscript|typealias)\b/
    return source.code.indices.compactMap { index in
      let line = source.code[index]
      guard line.contains("package") || line.contains("public"),
        line.firstMatch(of: declaration) != nil
      else { return nil }
      var above = index - 1
      while above >= 0, isAttribute(source.code[above]) { above -= 1 }
      let isDocumented = above >= 0 && trimmed(source.lines[above]).hasPrefix("///")
      return isDocumented
        ? nil : "\(source.path):\(index + 1): no doc comment: \(trimmed(source.lines[index]))"
    }
  }

  /// Names of platforms and of their levels: they are data, under rules/.
  static func platformWords(in source: SourceText) -> [String] {
    guard source.module != nil else { return [] }
    let words =
      ["douyin", "kuaishou", "tmall", "taobao", "alliance"] + (0...7).map { "lv\($0)" }
    return each(source.linesWithoutComments, of: source) { line in
      let line = line.lowercased()
      return words.first { line.contains($0) }.map { "the word of a platform: \($0)" }
    }
  }

  /// Names that say that something had no better place.
  static func shapelessNames(in source: SourceText) -> [String] {
    let shapeless = /Utils|Utilities|Helper|Manager|Common/
    let type = /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/
    let ofFile =
      source.name.firstMatch(of: shapeless) == nil ? [] : ["\(source.path): a shapeless name"]
    return ofFile
      + each(source.code, of: source) { line in
        guard line.firstMatch(of: shapeless) != nil,
          let name = line.firstMatch(of: type)?.1, name.firstMatch(of: shapeless) != nil
        else { return nil }
        return "a shapeless name: \(name)"
      }
  }

  /// Words of work that was left undone.
  static func unfinishedWork(in source: SourceText) -> [String] {
    // Spelt in two so that this line passes.
    let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "for " + "now"]
    return each(source.lines, of: source) { line in
      words.first { line.contains($0) }.map { "unfinished: \($0)" }
    }
  }

  /// Paths that exist on one machine only.
  ///
  /// The brackets keep the pattern from finding itself.
  static func machinePaths(in source: SourceText) -> [String] {
    let path = /(?:^|[\s"'`(=:])\/(?:wor[k]|tm[p]|hom[e]|roo[t]|User[s])\//
    return each(source.lines, of: source) { line in
      guard line.contains("/") else { return nil }
      return line.firstMatch(of: path).map { "a path of one machine: \(trimmed(String($0.0)))" }
    }
  }

  private static func each(
    _ lines: [String],
    of source: SourceText,
    _ finding: (String) -> String?
  ) -> [String] {
    lines.indices.compactMap { index in
      finding(lines[index]).map { "\(source.path):\(index + 1): \($0)" }
    }
  }

  private static func isAttribute(_ line: String) -> Bool {
    let text = trimmed(line)
    return text.hasPrefix("@") || text.hasPrefix("#if") || text.hasPrefix("#endif")
  }

  private static func trimmed(_ line: String) -> String {
    String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
