/// A YAML text as a tree of scalars, lists and maps, each with its place.
///
/// Scalars stay text: YAML 1.1 would turn `no` into a truth value and a date into a timestamp.
package struct Document: Hashable, Sendable {
  /// One key of a map with its value.
  package struct Entry: Hashable, Sendable {
    /// The key.
    package var key: String
    /// Where the key stands.
    package var keyLocation: SourceLocation
    /// The value.
    package var value: Document

    /// Creates an entry.
    package init(key: String, keyLocation: SourceLocation, value: Document) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  /// What stands at this node.
  package indirect enum Content: Hashable, Sendable {
    /// A text as written; `isQuoted` tells `"4"` from `4` and `"null"` from nothing.
    case scalar(String, isQuoted: Bool)
    /// A list.
    case sequence([Document])
    /// A map in the order written, without duplicate keys.
    case mapping([Entry])
  }

  /// What stands here.
  package var content: Content

  /// Where it begins.
  package var location: SourceLocation

  /// Creates a node.
  package init(content: Content, location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// The scalar's text; `nil` for lists and maps.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The list's elements; `nil` for scalars and maps.
  package var elements: [Document]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// The map's entries; `nil` for scalars and lists.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether this is an unquoted empty value, `~` or `null`.
  package var isNull: Bool {
    if case .scalar(let text, isQuoted: false) = content {
      ["", "~", "null", "Null", "NULL"].contains(text)
    } else {
      false
    }
  }

  /// The value of a key; `nil` where this is no map or has no such key.
  package subscript(key: String) -> Document? {
    entries?.first { $0.key == key }?.value
  }
}
