import StoreModel

/// Reads `rules:`: which packs score the store, with which numbers changed.
struct RuleSelectionReader {
  let reader: FieldReader
  let packs: [PackVocabulary]
  /// Ids of every pack of the folder, for what a wrong name may have meant.
  let packIDs: [String]
  let platform: String
  let category: String?
  let start: CalendarDay?
  let horizonInDays: Int

  /// One selected pack with the place where the file names it.
  struct Selected {
    var selection: RuleSelection
    var pack: PackVocabulary
    var field: Field
  }

  func selections(in root: Section) -> [Selected] {
    let hint = "name at least one pack, or [] to forecast the store alone"
    guard let list = root.required("rules", hint: hint) else { return [] }
    var selected: [Selected] = []
    for element in reader.elements(of: list, atMost: 20) {
      guard let found = selection(at: element) else { continue }
      if selected.contains(where: { $0.pack.id == found.pack.id }) {
        reader.report(
          "SC405",
          at: found.field,
          "the pack '\(found.pack.id)' is selected twice",
          hint: "keep one; to compare settings use two scenarios"
        )
      } else {
        selected.append(found)
      }
    }
    return selected
  }

  /// Adds packs that the user named beside the file, without consequences, where they fit the store.
  ///
  /// A pack that the file selects itself stays as the file has it.
  ///
  /// - Returns: ids of the packs that were named and score the store.
  func add(_ names: [String], to selected: inout [Selected], in root: Section) -> [String] {
    guard let list = root.given("rules") else { return [] }
    var ids: [String] = []
    for name in names {
      if let own = selected.first(where: { $0.pack.id == name || $0.pack.family == name }) {
        ids.append(own.pack.id)
        continue
      }
      let place = Document(
        content: .scalar(name, isQuoted: false),
        location: list.document.location
      )
      let field = Field(path: "rules", document: place, file: list.file)
      guard let pack = pack(named: field), fits(pack, at: field) else { continue }
      check(pack, at: field, hasConsequences: false)
      let selection = RuleSelection(packID: pack.id, overrides: [:], hasConsequences: false)
      selected.append(Selected(selection: selection, pack: pack, field: field))
      ids.append(pack.id)
    }
    return ids
  }

  /// Whether an added pack is for the store's platform and goods; a notice where it is not.
  private func fits(_ pack: PackVocabulary, at field: Field) -> Bool {
    let isOfPlatform = pack.platform == platform
    if isOfPlatform, pack.categories.isEmpty || pack.categories.contains(category ?? "") {
      return true
    }
    reader.report(
      isOfPlatform ? "SC403" : "SC402",
      at: field,
      isOfPlatform
        ? "the pack '\(pack.id)' is made for \(pack.categories.joined(separator: ", ")), so it is "
          + "not added"
        : "the pack '\(pack.id)' is of platform '\(pack.platform)', the store of "
          + "'\(platform.clipped)', so it is not added",
      severity: .notice
    )
    return false
  }

  private func selection(at element: Field) -> Selected? {
    guard element.document.entries != nil else {
      let field = Field(path: "rules", document: element.document, file: element.file)
      guard let pack = pack(named: field) else { return nil }
      check(pack, at: field, hasConsequences: true)
      let selection = RuleSelection(packID: pack.id, overrides: [:], hasConsequences: true)
      return Selected(selection: selection, pack: pack, field: field)
    }
    let section = Section(reader: reader, field: element, pattern: "rules.*", isGiven: true)
    let name = section.required("pack")
    let hasConsequences = section.given("consequences").flatMap { reader.flag(of: $0) } ?? true
    let set = section.section("set")
    section.finish()
    guard let name, let pack = pack(named: name) else { return nil }
    check(pack, at: name, hasConsequences: hasConsequences)
    let selection = RuleSelection(
      packID: pack.id,
      overrides: overrides(in: set, of: pack),
      hasConsequences: hasConsequences
    )
    return Selected(selection: selection, pack: pack, field: name)
  }

  /// The scenario's packs with the numbers that an alternative's `rules` change; `nil` where it
  /// changes none.
  func changed(_ selected: [Selected], in alternative: Section) -> [RuleSelection]? {
    guard let list = alternative.given("rules") else { return nil }
    var rules = selected.map(\.selection)
    for element in reader.elements(of: list, atMost: 20) {
      let section = Section(reader: reader, field: element, pattern: "rules.*", isGiven: true)
      let name = section.required("pack")
      let set = section.section("set")
      section.finish()
      guard let name, let id = reader.text(of: name) else { continue }
      guard let index = selected.firstIndex(where: { [$0.pack.id, $0.pack.family].contains(id) })
      else {
        reader.report(
          "SC307",
          at: name,
          "an alternative cannot change '\(id.clipped)', which the scenario's rules do not name",
          hint: "it may change: " + selected.map(\.pack.id).joined(separator: ", ")
        )
        continue
      }
      rules[index].overrides.merge(overrides(in: set, of: selected[index].pack)) { $1 }
    }
    return rules
  }

  private func overrides(in set: Section, of pack: PackVocabulary) -> [String: String] {
    var overrides: [String: String] = [:]
    flatten(set, prefix: "") { parameter, field, location in
      guard pack.parameters.contains(parameter) else {
        let nearest = NearestName.nearest(to: parameter, among: pack.parameters)
        reader.report(
          "SC404",
          at: location,
          in: field.file,
          "the pack '\(pack.id)' has no parameter '\(parameter.clipped)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
          hint: "storecast rules show \(pack.id) lists them"
        )
        return
      }
      overrides[parameter] = RuleValueText.text(of: field.document)
    }
    return overrides
  }

  private func flatten(
    _ section: Section,
    prefix: String,
    visit: (String, Field, SourceLocation) -> Void
  ) {
    for entry in section.allEntries {
      guard let field = section.given(entry.key) else { continue }
      let name = prefix + entry.key
      if field.document.entries != nil {
        let below = Section(reader: reader, field: field, pattern: "", isGiven: true)
        flatten(below, prefix: name + ".", visit: visit)
      } else {
        visit(name, field, entry.keyLocation)
      }
    }
  }

  private func pack(named field: Field) -> PackVocabulary? {
    guard let name = reader.text(of: field) else { return nil }
    if let pack = packs.first(where: { $0.id == name }) { return pack }
    let family = packs.filter { $0.family == name }
    if family.count == 1 { return family.first }
    if let start {
      let inForce = family.filter { $0.isInForce(on: start) }
      let later = family.filter { version in
        version.effectiveFrom.map { $0 > start && $0 <= start + (horizonInDays - 1) } ?? false
      }
      if inForce.count == 1, let first = inForce.first {
        guard !later.isEmpty else { return first }
        return PackVocabulary(
          joining: [first] + later.sorted { $0.effectiveFrom ?? start < $1.effectiveFrom ?? start }
        )
      }
      if !family.isEmpty {
        reader.report(
          "SC411",
          at: field,
          inForce.isEmpty
            ? "no version of '\(name.clipped)' is in force on \(start)"
            : "several versions of '\(name.clipped)' are in force on \(start)",
          hint: "name one: " + family.map(\.id).sorted().joined(separator: ", ")
        )
        return nil
      }
    }
    guard family.isEmpty else { return nil }
    let known = packIDs + Set(packIDs.map { String($0.prefix { $0 != "@" }) }).sorted()
    let nearest = NearestName.nearest(to: name, among: known)
    let ofPlatform = packIDs.filter { $0.prefix { $0 != "." } == platform }.sorted()
    reader.report(
      "SC401",
      at: field,
      "there is no rule pack '\(name.clipped)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      hint: ofPlatform.isEmpty
        ? "storecast rules list names the packs"
        : "of this platform: " + ofPlatform.joined(separator: ", ")
    )
    return nil
  }

  private func check(_ pack: PackVocabulary, at field: Field, hasConsequences: Bool) {
    if pack.platform != platform, hasConsequences, !platform.isEmpty {
      reader.report(
        "SC402",
        at: field,
        "the pack '\(pack.id)' is of platform '\(pack.platform)', the store of "
          + "'\(platform.clipped)'",
        hint: "to score it without letting it act, write {pack: \(pack.id), consequences: off}"
      )
    }
    if !pack.categories.isEmpty, !pack.categories.contains(category ?? "") {
      reader.report(
        "SC403",
        at: field,
        "the pack '\(pack.id)' is made for " + pack.categories.joined(separator: ", ")
          + (category.map { ", the store sells '\($0.clipped)'" } ?? "; the file names no category"),
        hint: "give the store's category, or choose another pack"
      )
    }
    if !pack.reportsSomething {
      reader.report(
        "SC416",
        at: field,
        "the pack '\(pack.id)' judges single cases, so a forecast has nothing to say about it",
        hint: "leave it out; storecast rules show \(pack.id) tells what it judges"
      )
    }
    guard let start, pack.id.contains("@") else { return }
    let last = start + (horizonInDays - 1)
    if !pack.isInForce(on: start) || !pack.isInForce(on: last) {
      let from = pack.effectiveFrom.map { "from \($0)" } ?? ""
      let to = pack.effectiveTo.map { "until before \($0)" } ?? ""
      reader.report(
        "SC409",
        at: field,
        "the pack '\(pack.id)' is in force "
          + [from, to].filter { !$0.isEmpty }.joined(separator: " ")
          + ", not on every day from \(start) to \(last); it is applied all the same",
        severity: .notice
      )
    }
  }
}

/// Values of rule parameters as packs write them.
enum RuleValueText {
  /// The value in one line; a percentage becomes the exact fraction, money loses its word.
  static func text(of document: Document) -> String {
    guard let text = document.text, let parts = NumberText.leadingNumber(of: text[...]) else {
      return document.flowText
    }
    switch parts.rest.filter({ !$0.isWhitespace }) {
    case "%": return hundredth(of: String(parts.number))
    case "yuan", "元": return String(parts.number)
    default: return text
    }
  }

  /// Moves the decimal point two places to the left, in text, so that nothing is rounded.
  private static func hundredth(of number: String) -> String {
    let sign = number.hasPrefix("-") ? "-" : ""
    let digits = number.filter { $0.isNumber || $0 == "." }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let whole = String(repeating: "0", count: 3) + parts[0]
    let all = String(whole.dropLast(2)) + "." + String(whole.suffix(2)) + fraction
    let trimmed = all.drop { $0 == "0" }
    return sign + (trimmed.hasPrefix(".") ? "0" : "") + trimmed
  }
}
