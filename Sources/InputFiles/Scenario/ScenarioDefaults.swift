package import Rules

/// The default of every scenario input, read from `defaults.yaml` in the rules folder.
///
/// Values are written in the scenario's own syntax and read by the same functions, so the two
/// cannot drift apart. Inputs of list items are named with `*`: `couriers.*.stalls`.
package struct ScenarioDefaults: Sendable {
  /// One default.
  package struct Entry: Hashable, Sendable {
    /// The value as a scenario would write it.
    package var value: Document
    /// Unit for people; empty where the file says `none`.
    package var unit: String
    /// `seed`, `official`, `public`, `assumption`, or `history` for what a history says.
    package var origin: String
    /// Where it comes from.
    package var source: String
    /// `high`, `medium` or `low`.
    package var confidence: String
    /// The day on which it was last looked at, ISO.
    package var date: String
    /// What it is.
    package var label: Label

    /// Creates a default.
    package init(
      value: Document,
      unit: String,
      origin: String,
      source: String,
      confidence: String,
      date: String,
      label: Label
    ) {
      self.value = value
      self.unit = unit
      self.origin = origin
      self.source = source
      self.confidence = confidence
      self.date = date
      self.label = label
    }
  }

  /// The file they come from.
  package let file: String
  private var general: [String: Entry] = [:]
  private var ofCategory: [String: [String: Entry]] = [:]
  private var observed: [String: Entry] = [:]
  private var labels: [String: Label] = [:]

  /// Reads the defaults.
  ///
  /// - Throws: ``InputErrors`` with every fault of the file.
  package init(fromYAML text: String, file: String) throws(InputErrors) {
    self.file = file
    let reader = FieldReader(file: file)
    let root = reader.section(try DocumentParser.document(fromYAML: text, file: file))
    _ = root.count("storecast_defaults", in: 1...1)
    let inputs = root.section("inputs")
    for given in inputs.allEntries {
      guard let field = inputs.given(given.key) else { continue }
      let section = Section(reader: reader, field: field, pattern: given.key, isGiven: true)
      let entry = Self.entry(of: section, over: nil)
      general[given.key] = entry
      let categories = section.section("by_category")
      for category in categories.allEntries {
        guard let below = categories.given(category.key) else { continue }
        let refined = Section(reader: reader, field: below, pattern: "", isGiven: true)
        ofCategory[category.key, default: [:]][given.key] = Self.entry(of: refined, over: entry)
        refined.finish()
      }
      section.finish()
    }
    let names = root.section("labels")
    for given in names.allEntries {
      guard let field = names.given(given.key) else { continue }
      let section = Section(reader: reader, field: field, pattern: given.key, isGiven: true)
      labels[given.key] = Label(english: section.text("en"), chinese: section.text("zh"))
      section.finish()
    }
    root.finish()
    if let failure = reader.failure { throw failure }
  }

  /// What people read for an input: by its name, else by its pattern with the list item's name
  /// behind it; `nil` for an input that nothing is said of.
  package func label(ofInput path: String) -> Label? {
    if let label = labels[path] ?? general[path]?.label { return label }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      for end in stride(from: parts.count, to: index, by: -1) {
        let pattern = (parts[..<index] + ["*"] + parts[(index + 1)..<end]).joined(separator: ".")
        guard let label = labels[pattern] ?? general[pattern]?.label else { continue }
        return Label(
          english: "\(label.english) (\(parts[index]))",
          chinese: "\(label.chinese)(\(parts[index]))"
        )
      }
    }
    return nil
  }

  /// Names of all inputs with a default, sorted.
  package var names: [String] { general.keys.sorted() }

  /// Categories with defaults of their own, sorted.
  package var categories: [String] { ofCategory.keys.sorted() }

  /// The default of an input in a category of goods.
  package func entry(of name: String, category: String?) -> Entry? {
    observed[name] ?? category.flatMap { ofCategory[$0]?[name] } ?? general[name]
  }

  /// The same defaults with some replaced by what a history says.
  func replacing(_ entries: [String: Entry]) -> ScenarioDefaults {
    var copy = self
    copy.observed = entries
    return copy
  }

  private static func entry(of section: Section, over base: Entry?) -> Entry {
    func text(_ key: String, _ inherited: String?) -> String {
      inherited == nil || section.gives(key) ? section.text(key) : inherited ?? ""
    }
    let value = section.required("value")?.document
    let empty = Document(
      content: .scalar("", isQuoted: false),
      location: section.field.document.location
    )
    var label = base?.label ?? Label(english: "", chinese: "")
    if base == nil {
      let labels = section.section("label")
      label = Label(english: labels.text("en"), chinese: labels.text("zh"))
      if labels.isGiven { labels.finish() }
    }
    let origin = text("origin", base?.origin)
    let origins = ["seed", "official", "public", "assumption"]
    if !origins.contains(origin), !origin.isEmpty {
      section.reader.report(
        "SC210",
        at: section.field,
        "the origin of '\(section.path)' is '\(origin.clipped)'",
        hint: "allowed: " + origins.joined(separator: ", ")
      )
    }
    let unit = text("unit", base?.unit)
    return Entry(
      value: value ?? empty,
      unit: unit == "none" ? "" : unit,
      origin: origin,
      source: text("source", base?.source),
      confidence: text("confidence", base?.confidence),
      date: text("date", base?.date),
      label: label
    )
  }
}
