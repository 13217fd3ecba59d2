/// The text of a scenario to which lines are added: what stands in it, comments too, stays as it is.
///
/// A key that is added stands on a line of its own with its comment: below its section's last line, or, where the
/// section is written in braces, behind the opening one.
package struct ScenarioText: Sendable {
  /// The text so far.
  package private(set) var text: String
  /// The line, from 1, at which the first level was given a key that it did not have; `nil` without one.
  package private(set) var addedLine: Int?
  private let file: String

  /// Spaces that a level is indented by.
  private static let step = 2
  /// Spaces by which lines within braces stand behind the line that opens them.
  private static let inner = 4

  /// Takes a text that YAML can read.
  ///
  /// - Throws: ``InputErrors`` where it is no YAML.
  package init(_ text: String, file: String) throws(InputErrors) {
    (self.text, self.file) = (text, file)
    _ = try DocumentParser.document(fromYAML: text, file: file)
  }

  /// Whether the scenario gives a value at a dotted name, or one for a whole map that holds it.
  package func gives(_ path: String) -> Bool {
    guard var node = document else { return false }
    for key in path.split(separator: ".") {
      guard let next = Self.child(node, String(key)), !next.isNull else { return false }
      if next.text != nil { return true }
      node = next
    }
    return true
  }

  /// The value at a dotted name as it is written; `nil` of maps and lists.
  package func value(_ path: String) -> String? {
    path.split(separator: ".").reduce(document) { node, key in
      node.flatMap { Self.child($0, String(key)) }
    }?.text
  }

  /// Sets a single value of the first level, in the place of an older one, else below the line of `other`.
  package mutating func set(_ key: String, to value: String, below other: String) {
    guard let document else { return }
    if let old = document[key], old.text != nil {
      var lines = lines
      let place = old.location.line - 1
      let scalars = Array(lines[place].unicodeScalars)
      let begin = old.location.column - 1
      let end = Self.endOfScalar(scalars, from: begin)
      lines[place] = Self.string(scalars[..<begin]) + value + Self.string(scalars[end...])
      self.lines = lines
    } else if let line = document.entries?.first(where: { $0.key == other })?.keyLocation.line {
      lines.insert("\(key): \(value)", at: line)
      addedLine = line + 1
    } else {
      lines.insert("\(key): \(value)", at: 0)
      addedLine = 1
    }
  }

  /// Leaves out what a map of the first level says under some keys; all lines keep their numbers.
  ///
  /// - Returns: the dotted names left out.
  package mutating func leaveOut(
    below section: String,
    where isLeftOut: (String) -> Bool
  ) -> [String] {
    guard let entries = document?.entries,
      let entry = entries.first(where: { $0.key == section && $0.keyLocation.column == 1 }),
      let inner = entry.value.entries
    else { return [] }
    let out = inner.map(\.key).filter(isLeftOut)
    guard !out.isEmpty else { return [] }
    let kept = Document(
      content: .mapping(inner.filter { !isLeftOut($0.key) }),
      location: entry.value.location
    )
    var lines = lines
    let first = entry.keyLocation.line
    let next = entries.map(\.keyLocation.line).filter { $0 > first }.min() ?? lines.count + 1
    for index in first..<max(first, next - 1) { lines[index] = "" }
    lines[first - 1] = "\(section): \(kept.inBraces)"
    self.lines = lines
    return out.map { "\(section).\($0)" }
  }

  /// Adds a list with one item to the first level, one line a pair.
  package mutating func addList(_ key: String, item pairs: [String]) {
    let marks = pairs.indices.map { $0 == 0 ? "  - " : "    " }
    lines.insert(contentsOf: ["", "\(key):"] + zip(marks, pairs).map(+), at: contentEnd)
  }

  /// A text that YAML reads as it is.
  package static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " _./-".unicodeScalars.contains($0)
    }
    if isPlain, let first = text.first, first != "-", first != " ", text.last != " " { return text }
    return "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Adds a value at a dotted name that the scenario does not give.
  ///
  /// - Returns: whether there was a place for it.
  @discardableResult
  package mutating func add(_ path: String, _ value: String, comment: String) -> Bool {
    guard var node = document else { return false }
    var rest = path.split(separator: ".").map(String.init)
    var depth = 0
    var opened: Document.Entry?
    while let key = rest.first, let next = Self.child(node, key), rest.count > 1 {
      if next.isNull { return addBelow(node, key, Array(rest.dropFirst()), value, comment) }
      guard next.entries != nil || next.elements != nil else { return false }
      opened = node.entries?.first { $0.key == key }
      (node, depth) = (next, depth + 1)
      rest.removeFirst()
    }
    guard let entries = node.entries, node[rest[0]] == nil else { return false }
    if isInBraces(node) { return addInBraces(node, rest, value, comment) }
    guard let first = entries.first?.keyLocation else { return false }
    let indent = first.column - 1
    var place = lastLine(of: first.line, indent: indent) + 1
    var new = Self.block(rest, value, comment, indent: indent)
    if depth == 0 {
      place = contentEnd
      if rest.count > 1 || opened != nil { new.insert("", at: 0) }
    }
    lines.insert(contentsOf: new, at: place)
    return true
  }

  /// Writes a line of comment above the line of a dotted name, or of the map that holds it.
  package mutating func note(_ comment: String, above path: String) {
    guard var node = document else { return }
    var line: Int?
    for key in path.split(separator: ".") {
      if let entry = node.entries?.first(where: { $0.key == key }) {
        line = entry.keyLocation.line
        node = entry.value
      } else if let item = Self.child(node, String(key)) {
        node = item
      } else {
        break
      }
    }
    guard let line else { return }
    let indent = lines[line - 1].prefix { $0 == " " }
    lines.insert(indent + "# " + comment, at: line - 1)
  }

  /// Adds lines of comment at the end.
  package mutating func close(with comments: [String]) {
    lines.insert(contentsOf: comments.map { $0.isEmpty ? "" : "# " + $0 }, at: contentEnd)
  }

  // MARK: Places

  private var document: Document? { try? DocumentParser.document(fromYAML: text, file: file) }

  private var lines: [String] {
    get { TextFile.lines(of: text).map { String($0) } }
    set {
      text = newValue.joined(separator: "\n")
      if text.last != "\n" { text += "\n" }
    }
  }

  /// Number of lines up to the last one that is not empty.
  private var contentEnd: Int {
    let lines = lines
    return (lines.lastIndex { line in line.contains { $0 != " " } } ?? -1) + 1
  }

  /// A map's value by key, a list's item by its name.
  private static func child(_ node: Document, _ key: String) -> Document? {
    node[key] ?? node.elements?.first { $0["name"]?.text == key }
  }

  private func isInBraces(_ node: Document) -> Bool {
    scalar(at: node.location) == "{"
  }

  private func scalar(at place: SourceLocation) -> Unicode.Scalar? {
    let lines = lines
    guard place.line <= lines.count else { return nil }
    return lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1).first
  }

  /// Index of the last line of the block that begins on a line (from 1) with an indent.
  private func lastLine(of first: Int, indent: Int) -> Int {
    let lines = lines
    var last = first - 1
    for index in first..<max(first, lines.count) {
      let content = lines[index].drop { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard lines[index].count - content.count >= indent else { break }
      last = index
    }
    return last
  }

  private static func endOfScalar(_ line: [Unicode.Scalar], from begin: Int) -> Int {
    guard begin < line.count else { return line.count }
    if line[begin] == "\"" || line[begin] == "'" {
      return (line[(begin + 1)...].firstIndex(of: line[begin]) ?? line.count - 1) + 1
    }
    var end = begin
    while end < line.count, !(line[end] == "#" && end > begin && line[end - 1] == " ") { end += 1 }
    while end > begin, line[end - 1] == " " { end -= 1 }
    return end
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  // MARK: Lines

  private static func block(
    _ keys: [String],
    _ value: String,
    _ comment: String,
    indent: Int
  ) -> [String] {
    keys.enumerated().map { level, key in
      let space = String(repeating: " ", count: indent + level * step)
      return level == keys.count - 1
        ? space + "\(key): \(value)" + (comment.isEmpty ? "" : "   # \(comment)")
        : space + "\(key):"
    }
  }

  private mutating func addBelow(
    _ node: Document,
    _ key: String,
    _ rest: [String],
    _ value: String,
    _ comment: String
  ) -> Bool {
    guard !isInBraces(node), let place = node.entries?.first(where: { $0.key == key })?.keyLocation
    else { return false }
    let new = Self.block(rest, value, comment, indent: place.column - 1 + Self.step)
    lines.insert(contentsOf: new, at: place.line)
    return true
  }

  private mutating func addInBraces(
    _ node: Document,
    _ keys: [String],
    _ value: String,
    _ comment: String
  ) -> Bool {
    var lines = lines
    let place = node.location.line - 1
    let scalars = Array(lines[place].unicodeScalars)
    let indent = scalars.prefix { $0 == " " }.count + Self.inner
    let space = String(repeating: " ", count: indent)
    let inner = keys.dropFirst().reversed().reduce(value) { "{\($1): \($0)}" }
    let rest = Self.string(scalars[node.location.column...].drop { $0 == " " })
    lines[place] = Self.string(scalars[..<node.location.column])
    lines.insert(
      contentsOf: ["\(space)\(keys[0]): \(inner)," + (comment.isEmpty ? "" : "   # \(comment)")]
        + (rest.isEmpty ? [] : [space + rest]),
      at: place + 1
    )
    self.lines = lines
    return true
  }
}
