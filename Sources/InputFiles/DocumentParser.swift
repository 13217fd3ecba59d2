import Yams

/// Reads YAML text into a ``Document``.
package enum DocumentParser {
  /// Deepest nesting accepted; deeper files are refused rather than overflowing the stack.
  package static let greatestDepth = 64

  /// Most nodes accepted, aliases expanded.
  package static let greatestNodeCount = 1_000_000

  /// Returns the document written in a YAML text.
  ///
  /// - Throws: ``InputErrors`` with SC101 (not YAML), SC102 (empty), SC103 (a key stands twice),
  ///   SC104 (too deep or too large).
  package static func document(fromYAML text: String, file: String) throws(InputErrors) -> Document
  {
    let start = SourceLocation(line: 1, column: 1)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw InputErrors([yamlFault(error, file: file)])
    }
    guard let root else {
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
    guard conversion.diagnostics.isEmpty else { throw InputErrors(conversion.diagnostics) }
    return document
  }

  private static func yamlFault(_ error: any Error, file: String) -> Diagnostic {
    var location = SourceLocation(line: 1, column: 1)
    var message = "the file is not valid YAML"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      location = SourceLocation(line: max(1, mark.line), column: max(1, mark.column))
      message = "this is not valid YAML: \(problem)"
    case .reader(let problem, _, _, _):
      message = "this is not readable text: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      location = SourceLocation(line: context.mark.line, column: context.mark.column)
      let keys = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
      return Diagnostic(
        file: file,
        location: location,
        code: "SC103",
        message: "the key \(keys) stands more than once in one map",
        hint: "keep one of them"
      )
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
