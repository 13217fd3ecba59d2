/// A value in a worked example, as written.
package indirect enum ExampleValue: Hashable, Sendable {
  /// One key of a map.
  package struct Entry: Hashable, Sendable {
    /// The key.
    package var key: String
    /// The value.
    package var value: ExampleValue

    /// Creates an entry.
    package init(key: String, value: ExampleValue) {
      self.key = key
      self.value = value
    }
  }

  /// Nothing: `null`.
  case null
  /// A text; quoted ones are never numbers or truths.
  case scalar(String, isQuoted: Bool)
  /// A list.
  case list([ExampleValue])
  /// A map in the order written.
  case map([Entry])

  /// The value of a key; `nil` where this is no map or has no such key.
  package subscript(key: String) -> ExampleValue? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The value at a path of keys.
  package subscript(path path: [String]) -> ExampleValue? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  /// The keys of a map; empty for other values.
  package var entries: [Entry] {
    if case .map(let entries) = self { entries } else { [] }
  }

  /// The elements of a list; `nil` for other values.
  package var elements: [ExampleValue]? {
    if case .list(let elements) = self { elements } else { nil }
  }

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }

  /// The number of an unquoted scalar.
  package var number: Rational? {
    if case .scalar(let text, isQuoted: false) = self { Rational(decimal: text) } else { nil }
  }

  /// The truth of an unquoted scalar.
  package var truth: Bool? {
    guard case .scalar(let text, isQuoted: false) = self else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }

  /// The value as people read it.
  package var displayText: String {
    switch self {
    case .null: "null"
    case .scalar(let text, _): text
    case .list(let elements): "[" + elements.map(\.displayText).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \($0.value.displayText)" }.joined(separator: ", ") + "}"
    }
  }
}

/// A worked example of a pack.
package struct RuleExample: Hashable, Sendable {
  /// Unique name.
  package var id: String
  /// Pack id, with or without a version.
  package var pack: String
  /// What it shows.
  package var title: String
  /// What is given; `shape` among it.
  package var given: ExampleValue
  /// What is expected; only these fields are compared.
  package var expect: ExampleValue

  /// Creates an example.
  package init(
    id: String,
    pack: String,
    title: String,
    given: ExampleValue,
    expect: ExampleValue
  ) {
    self.id = id
    self.pack = pack
    self.title = title
    self.given = given
    self.expect = expect
  }
}

/// A field of an example that came out otherwise.
package struct ExampleFailure: Hashable, Sendable {
  /// The example.
  package var id: String
  /// The field, by path.
  package var field: String
  /// What the example expects.
  package var expected: String
  /// What was found.
  package var found: String

  /// Creates a failure.
  package init(id: String, field: String, expected: String, found: String) {
    self.id = id
    self.field = field
    self.expected = expected
    self.found = found
  }
}
