package import StoreModel

extension Section {
  /// A text of one line, at most 200 characters; empty where it cannot be read.
  package func text(_ key: String, hint: String = "") -> String {
    required(key, hint: hint).flatMap(reader.text) ?? ""
  }

  /// A text where it is given.
  package func optionalText(_ key: String) -> String? {
    optional(key).flatMap(reader.text)
  }

  /// A truth value: `true`, `yes`, `on` or `false`, `no`, `off`.
  package func flag(_ key: String) -> Bool {
    required(key).flatMap(reader.flag) ?? false
  }

  /// A date `YYYY-MM-DD` from 2000 to 2199.
  package func optionalDate(_ key: String) -> CalendarDay? {
    given(key).flatMap(reader.date)
  }

  /// A required date; SC202 where it is missing, `nil` where it cannot be read.
  package func date(_ key: String, hint: String = "") -> CalendarDay? {
    required(key, hint: hint).flatMap(reader.date)
  }

  /// A time of day as hours after midnight, 0…24.
  package func hourOfDay(_ key: String) -> Double {
    required(key).flatMap(reader.hourOfDay) ?? 0
  }

  /// A list of weekdays, Monday = 0; empty where it is left out.
  package func weekdays(_ key: String) -> Set<Int> {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let days = list(key, atMost: 7).compactMap { field -> Int? in
      if let index = names.firstIndex(of: field.document.text?.lowercased() ?? "") { return index }
      reader.report(
        "SC210",
        at: field,
        "'\(field.path)' lists weekdays, found \(field.document.kind)",
        hint: "allowed: " + names.joined(separator: ", ")
      )
      return nil
    }
    return Set(days)
  }

  /// The elements of a list, each with the dotted name of the list; SC203 where it is none.
  package func list(_ key: String, atMost limit: Int = 1000) -> [Field] {
    optional(key).map { reader.elements(of: $0, atMost: limit) } ?? []
  }

  /// The maps of a list whose items have a `name`; SC213 for a name that stands twice.
  ///
  /// The dotted name of an item is that of the list and the item's name.
  package func namedItems(_ key: String, atMost limit: Int) -> [(name: String, section: Section)] {
    guard let list = optional(key) else { return [] }
    let isDefault = list.file != field.file
    var seen: Set<String> = []
    return reader.elements(of: list, atMost: limit).enumerated().compactMap { index, element in
      guard element.document.entries != nil else {
        reader.report(
          "SC203",
          at: element,
          "'\(list.path)' must be a list of maps with a name, found \(element.document.kind)"
        )
        return nil
      }
      let nameField = element.document["name"].map {
        Field(path: list.path + ".name", document: $0, file: element.file)
      }
      let name = nameField.flatMap(reader.text) ?? ""
      if nameField == nil {
        reader.report(
          "SC202",
          at: element,
          "item \(index + 1) of '\(list.path)' has no name",
          hint: "add 'name: …' to it; 'set' paths address items by name"
        )
      }
      if let nameField, !seen.insert(name).inserted {
        reader.report(
          "SC213",
          at: nameField,
          "the name '\(name)' stands twice in '\(list.path)'",
          hint: "give each item a name of its own"
        )
      }
      let below = Field(
        path: list.path + "." + name,
        document: element.document,
        file: element.file
      )
      let section = Section(
        reader: reader,
        field: below,
        pattern: (pattern.isEmpty ? key : pattern + "." + key) + ".*",
        isGiven: !isDefault
      )
      _ = section.given("name")
      return (name, section)
    }
  }
}

extension FieldReader {
  func text(of field: Field) -> String? {
    guard let text = field.document.text, !text.isEmpty else {
      report("SC203", at: field, "'\(field.path)' must be a text, found \(field.document.kind)")
      return nil
    }
    guard text.count <= 200, !text.contains(where: \.isNewline) else {
      report("SC206", at: field, "'\(field.path)' must be one line of at most 200 characters")
      return nil
    }
    return text
  }

  func flag(of field: Field) -> Bool? {
    switch field.document.text?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      report(
        "SC210",
        at: field,
        "'\(field.path)' must be yes or no, found \(field.document.kind)",
        hint: "allowed: true, yes, on, false, no, off"
      )
      return nil
    }
  }

  func date(of field: Field) -> CalendarDay? {
    guard let text = field.document.text, let day = CalendarDay(iso: text),
      (2000...2199).contains(day.civil.year)
    else {
      report(
        "SC208",
        at: field,
        "'\(field.path)' must be a date YYYY-MM-DD from 2000 to 2199, found \(field.document.kind)",
        hint: "for example 2026-10-01"
      )
      return nil
    }
    return day
  }

  func hourOfDay(of field: Field) -> Double? {
    if let hour = field.document.text.flatMap({ Self.hour(from: $0[...]) }) { return hour }
    report(
      "SC209",
      at: field,
      "'\(field.path)' must be a time of day from 00:00 to 24:00, found \(field.document.kind)",
      hint: "for example \"16:00\""
    )
    return nil
  }

  /// Two times of day, `"08:00-23:00"`, as hours after midnight; the second may be the earlier one.
  func hours(of field: Field) -> (from: Double, to: Double)? {
    let text = field.document.text ?? ""
    let separator = ["-", "–", "—", "至", " to "].first { text.contains($0) } ?? "-"
    let ends = text.split(separator: separator, omittingEmptySubsequences: false)
      .map { Self.hour(from: $0.filter { !$0.isWhitespace }[...]) }
    if ends.count == 2, let from = ends[0], let to = ends[1] { return (from, to) }
    report(
      "SC209",
      at: field,
      "'\(field.path)' must be two times of day, found \(field.document.kind)",
      hint: "for example \"08:00-23:00\"; \"00:00-24:00\" is around the clock"
    )
    return nil
  }

  /// Hours after midnight of `HH:MM`; `nil` for any other text.
  static func hour(from text: Substring) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hours = NumberText.integer(parts[0]), let minutes = NumberText.integer(parts[1]),
      text.utf8.allSatisfy({ $0 == 58 || (48...57).contains($0) }),
      (0...59).contains(minutes), hours * 60 + minutes <= 1440
    else { return nil }
    return Double(hours) + Double(minutes) / 60
  }

  func elements(of field: Field, atMost limit: Int) -> [Field] {
    guard let elements = field.document.elements else {
      report(
        "SC203",
        at: field,
        "'\(field.path)' must be a list, found \(field.document.kind)",
        hint: "write [one, two], or one item a line with '- ' before it"
      )
      return []
    }
    guard elements.count <= limit else {
      report("SC211", at: field, "'\(field.path)' may have at most \(limit) items")
      return []
    }
    return elements.map { Field(path: field.path, document: $0, file: field.file) }
  }
}
