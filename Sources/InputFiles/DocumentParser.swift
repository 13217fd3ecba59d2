import Yams

/// Reads YAML text into a ``Document``.
package enum DocumentParser {
  /// Deepest nesting accepted; deeper files are refused rather than overflowing the stack.
  package static let greatestDepth = 64

  /// Most nodes accepted, aliases expanded.
  package static let greatestNodeCount = 300_000

  /// Returns the document written in a YAML text.
  ///
  /// - Throws: ``InputErrors`` with SC101 (not YAML), SC102 (empty), SC103 (a key stands twice),
  ///   SC104 (too deep or too large).
  package static func document(fromYAML text: String, file: String) throws(InputErrors) -> Document
  {
    let start = SourceLocation(line: 1, column: 1)
    if let fault = AliasGuard.fault(in: text, file: file) { throw InputErrors([fault]) }
    var repeated: [Diagnostic] = []
    let root: Node?
    do {
      root = try tree(of: text, file: file, repeated: &repeated)
    } catch {
      throw InputErrors(repeated + [yamlFault(error, text: text, file: file)])
    }
    guard let root else {
      guard repeated.isEmpty else { throw InputErrors(repeated) }
      throw InputErrors([
        Diagnostic(
          file: file,
          location: start,
          code: "SC102",
          message: "the file is empty",
          hint: "start from one of the files in scenarios/"
        )
      ])
    }
    var conversion = Conversion(file: file)
    let document = conversion.document(from: root, depth: 0)
    let found = repeated + conversion.diagnostics
    guard found.isEmpty else { throw InputErrors(found) }
    return document
  }

  /// Composes the tree; a key that stands twice is noted, hidden, and the rest read on, so that all
  /// of them are reported at once.
  private static func tree(
    of text: String,
    file: String,
    repeated: inout [Diagnostic]
  ) throws -> Node? {
    var lines: [[Unicode.Scalar]]?
    var current = text
    while true {
      do {
        // Readers judge texts themselves; guessing the type of each scalar costs half the time.
        return try Yams.compose(yaml: current, .basic)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let location = SourceLocation(
          line: max(1, context.mark.line),
          column: max(1, context.mark.column)
        )
        let name = "'" + (keys.first ?? "").clipped + "'"
        repeated.append(
          Diagnostic(
            file: file,
            location: location,
            code: "SC103",
            message: "the key \(name) stands more than once in one map",
            hint: "keep one of them"
          )
        )
        var copy = lines ?? TextFile.lines(of: current).map { Array($0.unicodeScalars) }
        guard repeated.count < 20, hide(location, number: repeated.count, in: &copy) else {
          return nil
        }
        lines = copy
        current = copy.map { line in
          var view = String.UnicodeScalarView()
          view.append(contentsOf: line)
          return String(view)
        }.joined(separator: "\n")
      }
    }
  }

  /// Replaces the first letter of the key at a place by one nobody types; columns stay as they are.
  private static func hide(
    _ place: SourceLocation,
    number: Int,
    in lines: inout [[Unicode.Scalar]]
  ) -> Bool {
    guard place.line <= lines.count else { return false }
    var column = place.column - 1
    guard column < lines[place.line - 1].count else { return false }
    if ["\"", "'"].contains(lines[place.line - 1][column]) { column += 1 }
    guard column < lines[place.line - 1].count else { return false }
    let scalar = lines[place.line - 1][column]
    guard scalar.properties.isAlphabetic || (48...57).contains(scalar.value) else { return false }
    lines[place.line - 1][column] = Unicode.Scalar(0xE000 + UInt32(number)) ?? "\u{E000}"
    return true
  }

  private static func yamlFault(_ error: any Error, text: String, file: String) -> Diagnostic {
    var location = SourceLocation(line: 1, column: 1)
    var message = "the file is not valid YAML"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      location = SourceLocation(line: max(1, mark.line), column: max(1, mark.column))
      message = "this is not valid YAML: \(problem)"
    case .reader(let problem, let offset, _, _):
      message = "this is not readable text: \(problem)"
      location = place(ofByte: offset ?? 0, in: text)
    default: break
    }
    return Diagnostic(
      file: file,
      location: location,
      code: "SC101",
      message: message,
      hint: "check the indentation, colons, quotes and brackets around this place"
    )
  }

  private static func place(ofByte offset: Int, in text: String) -> SourceLocation {
    let before = TextFile.lines(of: String(decoding: text.utf8.prefix(offset), as: UTF8.self))
    return SourceLocation(
      line: before.count,
      column: (before.last?.unicodeScalars.count ?? 0) + 1
    )
  }
}

/// Refuses texts whose aliases (`*name`) could expand without end before they are composed.
private enum AliasGuard {
  static let greatestCount = 40

  static func fault(in text: String, file: String) -> Diagnostic? {
    var count = 0
    for (index, line) in TextFile.lines(of: text).enumerated() {
      var previous: Unicode.Scalar = " "
      var column = 0
      for scalar in line.unicodeScalars {
        column += 1
        if scalar == "#", previous == " " { break }
        if scalar == "*", " ,[{:-?\t".unicodeScalars.contains(previous) { count += 1 }
        previous = scalar
        guard count > greatestCount else { continue }
        return Diagnostic(
          file: file,
          location: SourceLocation(line: index + 1, column: column),
          code: "SC104",
          message: "the file uses more than \(greatestCount) aliases (*name)",
          hint: "write the values out; put words that begin with * in quotes"
        )
      }
    }
    return nil
  }
}

private struct Conversion {
  let file: String
  var diagnostics: [Diagnostic] = []
  var nodeCount = 0

  init(file: String) {
    self.file = file
  }

  mutating func document(from node: Node, depth: Int) -> Document {
    let location = SourceLocation(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let empty = Document(content: .scalar("", isQuoted: false), location: location)
    nodeCount += 1
    guard depth <= DocumentParser.greatestDepth, nodeCount <= DocumentParser.greatestNodeCount
    else {
      if diagnostics.allSatisfy({ $0.code != "SC104" }) {
        diagnostics.append(
          Diagnostic(
            file: file,
            location: location,
            code: "SC104",
            message: "the file is nested deeper than \(DocumentParser.greatestDepth) levels "
              + "or has more than \(DocumentParser.greatestNodeCount) values"
          )
        )
      }
      return empty
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return Document(content: .scalar(scalar.string, isQuoted: isQuoted), location: location)
    case .sequence(let sequence):
      let elements = sequence.map { document(from: $0, depth: depth + 1) }
      return Document(content: .sequence(elements), location: location)
    case .mapping(let mapping):
      return Document(content: .mapping(entries(of: mapping, depth: depth)), location: location)
    case .alias:
      return empty
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [Document.Entry] {
    var seen: Set<String> = []
    return mapping.map { key, value in
      let location = SourceLocation(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
      let text = key.scalar?.string ?? ""
      if nodeCount > DocumentParser.greatestNodeCount {
        return Document.Entry(
          key: text,
          keyLocation: location,
          value: Document(content: .scalar("", isQuoted: false), location: location)
        )
      }
      if key.scalar == nil || !seen.insert(text).inserted {
        diagnostics.append(
          Diagnostic(
            file: file,
            location: location,
            code: "SC103",
            message: key.scalar == nil
              ? "a key must be a plain word" : "the key '\(text)' stands more than once in one map",
            hint: "keep one of them"
          )
        )
      }
      return Document.Entry(
        key: text,
        keyLocation: location,
        value: document(from: value, depth: depth + 1)
      )
    }
  }
}
