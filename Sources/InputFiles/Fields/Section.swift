/// A map of a file while it is read; remembers which keys it was asked for, so that ``finish()``
/// can report the others.
package final class Section {
  /// The reader that gathers findings.
  package let reader: FieldReader
  /// The map itself.
  package let field: Field
  /// Dotted name with `*` for the names of list items, as defaults are keyed.
  package let pattern: String
  /// Whether the file gives this map at all.
  package let isGiven: Bool
  private let entries: [Document.Entry]
  private var known: [String] = []
  /// Whether this or a map above it is no map, so that nothing can be said about its keys.
  private let isBroken: Bool
  /// The key that a single value in place of this map stands for.
  private let main: String?

  init(
    reader: FieldReader,
    field: Field,
    pattern: String,
    isGiven: Bool,
    isBroken: Bool = false,
    main: String? = nil
  ) {
    self.reader = reader
    self.field = field
    self.pattern = pattern
    self.isGiven = isGiven
    entries = field.document.entries ?? []
    self.main = main
    self.isBroken = isBroken || (isGiven && field.document.entries == nil)
    if isGiven, field.document.entries == nil {
      let name = field.path.isEmpty ? "the file" : "'\(field.path)'"
      reader.report(
        field.document.isNull ? "SC214" : "SC203",
        at: field,
        field.document.isNull
          ? "\(name) has no value" : "\(name) must be a map of keys, found \(field.document.kind)",
        hint: "write the keys below it, indented, or in braces: {key: value}"
      )
    }
  }

  /// Dotted name.
  package var path: String { field.path }

  /// The dotted name of a key of this map.
  package func path(of key: String) -> String {
    path.isEmpty ? key : path + "." + key
  }

  /// Whether the file gives a key.
  package func gives(_ key: String) -> Bool {
    known.append(key)
    return entries.contains { $0.key == key }
  }

  /// All entries, for maps whose keys are names.
  package var allEntries: [Document.Entry] { entries }

  /// The value that the file gives for a key; SC214 where it is empty.
  package func given(_ key: String) -> Field? {
    known.append(key)
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    let found = Field(path: path(of: key), document: entry.value, file: field.file)
    guard !entry.value.isNull else {
      reader.report(
        "SC214",
        at: entry.keyLocation,
        in: field.file,
        "'\(found.path)' has no value",
        hint: "give one, or delete the line"
      )
      return nil
    }
    return found
  }

  /// The value that the file gives for a key, else its default, noted as an assumption.
  package func optional(_ key: String, isNoted: Bool = true) -> Field? {
    if let field = given(key) { return field }
    guard !entries.contains(where: { $0.key == key }) else { return nil }
    return reader.defaultField(
      path: path(of: key),
      pattern: pattern.isEmpty ? key : pattern + "." + key,
      isNoted: isNoted
    )
  }

  /// The value for a key, from the file or the defaults; SC202 where neither has it.
  package func required(_ key: String, hint: String = "", isNoted: Bool = true) -> Field? {
    if let field = optional(key, isNoted: isNoted) { return field }
    guard !entries.contains(where: { $0.key == key }) else { return nil }
    if !isBroken {
      reader.report(
        "SC202",
        at: field.document.location,
        in: field.file,
        "'\(key == main ? path : path(of: key))' is missing",
        hint: hint
      )
    }
    return nil
  }

  /// The map below a key; empty, so that every key takes its default, where the file has none.
  package func section(_ key: String) -> Section {
    section(key, main: nil)
  }

  /// The map below a key where a single value may stand for the map's `main` key.
  package func section(_ key: String, main: String?) -> Section {
    let name = pattern.isEmpty ? key : pattern + "." + key
    guard let given = given(key) else {
      let empty = Document(content: .mapping([]), location: field.document.location)
      let below = Field(path: path(of: key), document: empty, file: field.file)
      return Section(
        reader: reader,
        field: below,
        pattern: name,
        isGiven: false,
        isBroken: isBroken,
        main: main
      )
    }
    guard let main, given.document.entries == nil else {
      return Section(reader: reader, field: given, pattern: name, isGiven: true)
    }
    var wrapped = given
    wrapped.document = given.document.wrapped(under: main)
    return Section(reader: reader, field: wrapped, pattern: name, isGiven: true, main: main)
  }

  /// Reports the keys that nobody asked for, each with its nearest known name.
  package func finish() {
    let allowed = known.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let knownKeys = Set(allowed)
    for entry in entries where !knownKeys.contains(entry.key) {
      let full = path(of: entry.key)
      if reader.packKeys.contains(where: { $0 == full || $0.hasPrefix(full + ".") }) { continue }
      let nearest = NearestName.nearest(to: entry.key, among: allowed)
      let place = path.isEmpty ? "" : " in '\(path)'"
      let ending = nearest.map { "; did you mean '\($0)'?" } ?? ""
      reader.report(
        "SC201",
        at: entry.keyLocation,
        in: field.file,
        "unknown key '\(entry.key.clipped)'\(place)\(ending)",
        hint: allowed.isEmpty
          ? "nothing may stand here" : "allowed: " + allowed.joined(separator: ", ")
      )
    }
  }
}
