import Rules
import StoreModel

/// Reads the keys of one map of a pack file and reports what is missing, unknown or of a wrong kind.
struct PackFields {
  let document: Document
  let faults: PackFaults
  private let what: String

  /// Reports RP103 where the document is no map and RP101 for every key that is not allowed.
  init(_ document: Document, of what: String, allowed: [String], faults: PackFaults) {
    self.document = document
    self.faults = faults
    self.what = what
    guard let entries = document.entries else {
      faults.add("RP103", at: document.location, "\(what) must be a map of keys and values")
      return
    }
    for entry in entries where !allowed.contains(entry.key) {
      faults.add(
        "RP101",
        at: entry.keyLocation,
        "\(what) has no key '\(entry.key)'; allowed are \(allowed.joined(separator: ", "))",
        hint: NearestName.nearest(to: entry.key, among: allowed).map { "did you mean '\($0)'?" }
          ?? ""
      )
    }
  }

  /// The value of a key that may be missing or null.
  func optional(_ key: String) -> Document? {
    document[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a key; reports RP102 where it is missing.
  func required(_ key: String) -> Document? {
    if let value = optional(key) { return value }
    if document.entries != nil {
      faults.add("RP102", at: document.location, "\(what) needs the key '\(key)'")
    }
    return nil
  }

  /// The text of a key that must be there.
  func text(_ key: String) -> String? {
    required(key).flatMap { text(of: $0, key) }
  }

  /// The text of a key that may be missing.
  func optionalText(_ key: String) -> String? {
    optional(key).flatMap { text(of: $0, key) }
  }

  /// The texts of a list that may be missing.
  func texts(_ key: String) -> [String] {
    guard let value = optional(key) else { return [] }
    guard let elements = value.elements else {
      faults.add("RP103", at: value.location, "'\(key)' of \(what) must be a list")
      return []
    }
    return elements.compactMap { text(of: $0, key) }
  }

  /// A truth that may be missing.
  func flag(_ key: String) -> Bool? {
    guard let value = optional(key) else { return nil }
    guard let text = value.text, text == "true" || text == "false" else {
      faults.add("RP106", at: value.location, "'\(key)' of \(what) must be true or false")
      return nil
    }
    return text == "true"
  }

  /// The date of a key that may be missing.
  func date(_ key: String) -> CalendarDay? {
    guard let value = optional(key) else { return nil }
    guard let day = value.text.flatMap({ CalendarDay(iso: $0) }) else {
      faults.add(
        "RP106",
        at: value.location,
        "'\(key)' of \(what) must be a date as 2026-01-31, not '\(value.text ?? "a list or map")'"
      )
      return nil
    }
    return day
  }

  /// The two names of a key that must be there.
  func label(_ key: String = "label") -> Label? {
    required(key).flatMap { Self.label($0, of: "the \(key) of \(what)", faults: faults) }
  }

  /// The two names of a key that may be missing.
  func optionalLabel(_ key: String) -> Label? {
    optional(key).flatMap { Self.label($0, of: "the \(key) of \(what)", faults: faults) }
  }

  /// The entries of a map that may be missing.
  func entries(_ key: String) -> [Document.Entry] {
    guard let value = optional(key) else { return [] }
    guard let entries = value.entries else {
      faults.add("RP103", at: value.location, "'\(key)' of \(what) must be a map")
      return []
    }
    return entries
  }

  /// Reads `{en: …, zh: …}`.
  static func label(_ document: Document, of what: String, faults: PackFaults) -> Label? {
    let fields = PackFields(document, of: what, allowed: ["en", "zh"], faults: faults)
    guard let english = fields.text("en"), let chinese = fields.text("zh") else { return nil }
    return Label(english: english, chinese: chinese)
  }

  private func text(of value: Document, _ key: String) -> String? {
    guard let text = value.text else {
      faults.add("RP103", at: value.location, "'\(key)' of \(what) must be a single value")
      return nil
    }
    return text
  }
}
