package import Rules

/// Reads a YAML list of worked examples.
package enum ExampleFileReader {
  /// The examples written in a YAML text.
  ///
  /// - Throws: ``InputErrors`` with SC101…SC104 for text that is no YAML, RP120 where it is no list,
  ///   RP121 for an example without `id`, `pack`, `given` or `expect`, RP122 for an id used twice.
  package static func examples(
    fromYAML text: String,
    file: String
  ) throws(InputErrors) -> [RuleExample] {
    let document = try DocumentParser.document(fromYAML: text, file: file)
    guard let elements = document.elements else {
      throw InputErrors([
        Diagnostic(
          file: file,
          location: document.location,
          code: "RP120",
          message: "a file of examples is a list of {id, pack, title, given, expect}",
          hint: "begin every example with '- id: …'"
        )
      ])
    }
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    let examples = elements.compactMap { element -> RuleExample? in
      guard let id = element["id"]?.text, let pack = element["pack"]?.text,
        let given = element["given"], let expect = element["expect"], given.entries != nil,
        expect.entries != nil
      else {
        diagnostics.append(
          Diagnostic(
            file: file,
            location: element.location,
            code: "RP121",
            message: "an example needs id, pack, given and expect, the last two as maps"
          )
        )
        return nil
      }
      if !seen.insert(id).inserted {
        diagnostics.append(
          Diagnostic(
            file: file,
            location: element.location,
            code: "RP122",
            message: "the example id '\(id)' is used twice"
          )
        )
      }
      return RuleExample(
        id: id,
        pack: pack,
        title: element["title"]?.text ?? "",
        given: value(given),
        expect: value(expect)
      )
    }
    guard diagnostics.isEmpty else { throw InputErrors(diagnostics) }
    return examples
  }

  private static func value(_ document: Document) -> ExampleValue {
    if document.isNull { return .null }
    switch document.content {
    case .scalar(let text, let isQuoted): return .scalar(text, isQuoted: isQuoted)
    case .sequence(let elements): return .list(elements.map { value($0) })
    case .mapping(let entries):
      return .map(entries.map { ExampleValue.Entry(key: $0.key, value: value($0.value)) })
    }
  }
}
