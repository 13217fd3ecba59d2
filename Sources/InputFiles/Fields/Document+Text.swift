extension Document {
  /// What stands here, for messages: "a list", "a map", "'8'".
  package var kind: String {
    switch content {
    case .scalar(let text, _): "'\(text.clipped)'"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }

  /// This node as one line in the file's own syntax.
  package var flowText: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let elements): "[" + elements.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { $0.key + ": " + $0.value.flowText }.joined(separator: ", ") + "}"
    }
  }

  /// A map with this node as its only value.
  func wrapped(under key: String) -> Document {
    let entry = Entry(key: key, keyLocation: location, value: self)
    return Document(content: .mapping([entry]), location: location)
  }

  /// All places within this node.
  var allLocations: Set<SourceLocation> {
    var places: Set<SourceLocation> = [location]
    for element in elements ?? [] { places.formUnion(element.allLocations) }
    for entry in entries ?? [] {
      places.insert(entry.keyLocation)
      places.formUnion(entry.value.allLocations)
    }
    return places
  }
}

extension String {
  /// The text on one line, cut to a length that a message bears.
  package var clipped: String {
    let line = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= 60 ? line : String(line.prefix(57)) + "..."
  }
}
