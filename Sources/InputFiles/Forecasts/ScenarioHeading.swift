package import StoreModel

/// What a scenario says of itself, read without its rules: which store, from which day on.
package struct ScenarioHeading: Hashable, Sendable {
  /// The name written in it, else that of its file.
  package var name: String
  /// Platform key and category; empty where not written.
  package var platform, category: String
  /// Day 1; `nil` where there is no date.
  package var start: CalendarDay?

  /// Reads the heading.
  ///
  /// - Throws: ``InputErrors`` where the text is no YAML.
  package init(fromYAML text: String, file: String) throws(InputErrors) {
    let document = try DocumentParser.document(fromYAML: text, file: file)
    name = document["name"]?.text ?? FileName.stem(of: file)
    platform = document["platform"]?.text ?? ""
    category = document["category"]?.text ?? ""
    start = document["start"]?.text.flatMap { CalendarDay(iso: $0) }
  }
}
