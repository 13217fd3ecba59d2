import Rules
import StoreModel

/// Reads an alias table: which heading of a console's export is which column of a history.
package struct AliasTableReader {
  private let reader: FieldReader
  private var sources: [String: (origin: String, label: Label)] = [:]
  private var windows: [AliasTable.WindowWord] = []
  private var taken: Set<String> = []

  /// The table written in a YAML text.
  ///
  /// - Throws: ``InputErrors`` with SC1xx and SC2xx for the form, and IM101 (no such column of a
  ///   history), IM102 (a heading stands twice), IM103 (a column that says nothing or too much).
  package static func table(fromYAML text: String, file: String) throws(InputErrors) -> AliasTable {
    var reader = AliasTableReader(file: file)
    let table = reader.table(try DocumentParser.document(fromYAML: text, file: file))
    if let failure = reader.reader.failure { throw failure }
    return table
  }

  private init(file: String) {
    reader = FieldReader(file: file)
  }

  private mutating func table(_ document: Document) -> AliasTable {
    let root = reader.section(document)
    _ = root.count("storecast_import", in: 1...1)
    let platform = root.text("platform")
    let label = label(root.section("label"))
    let date = root.date("date") ?? CalendarDay(ordinal: 0)
    for (name, section) in sections(of: root.section("sources")) {
      let origin = section.text("origin")
      let origins = ["seed", "official", "public", "assumption"]
      if !origins.contains(origin) {
        reader.report(
          "SC210",
          at: section.field,
          "the origin of '\(section.path)' is '\(origin.clipped)'",
          hint: "allowed: " + origins.joined(separator: ", ")
        )
      }
      sources[name] = (origin, self.label(section))
    }
    windows = windowWords(root.section("windows"))
    let columns = root.list("columns", atMost: 2000).compactMap { field(of: $0) }
    let choice = root.section("scenario")
    var categories: [String: String] = [:]
    let rules = choice.list("rules", atMost: 20).compactMap { reader.text(of: $0) }
    let categoryKeys = choice.section("categories")
    for entry in categoryKeys.allEntries {
      categories[entry.key] = categoryKeys.text(entry.key)
    }
    let table = AliasTable(
      platform: platform,
      label: label,
      date: date,
      dateHeadings: words(root, "date_headings"),
      totals: words(root, "totals"),
      absent: words(root, "not_observed"),
      windows: windows,
      fields: columns,
      rules: rules,
      categories: categories
    )
    categoryKeys.finish()
    choice.finish()
    root.finish()
    return table
  }

  private mutating func field(of item: Field) -> AliasTable.Field? {
    guard item.document.entries != nil else {
      reader.report(
        "SC203",
        at: item,
        "'columns' must be a list of maps, found \(item.document.kind)"
      )
      return nil
    }
    let section = Section(reader: reader, field: item, pattern: "columns.*", isGiven: true)
    let headings = words(section, "headings")
    for heading in headings where !taken.insert(Heading.normalised(heading)).inserted {
      reader.report(
        "IM102",
        at: item,
        "the heading '\(heading.clipped)' stands twice in the table",
        hint: "a heading means one thing; give its window or unit in brackets where it means two"
      )
    }
    let reading = reading(section)
    let window = section.optionalKnown("window", .days, in: 1...366).map { Int($0) } ?? 1
    let unit = section.optionalText("unit").flatMap { self.unit(named: $0, section) }
    let isCutOff = section.gives("cut_off") ? section.flag("cut_off") : false
    let source = section.text("source")
    if sources[source] == nil, !source.isEmpty {
      reader.report(
        "SC210",
        at: section.field,
        "the source '\(source.clipped)' is not among 'sources'",
        hint: "allowed: " + sources.keys.sorted().joined(separator: ", ")
      )
    }
    section.finish()
    guard let reading else { return nil }
    return AliasTable.Field(
      headings: headings,
      reading: reading,
      windowInDays: window,
      unit: unit ?? Self.unit(of: reading),
      isCutOff: isCutOff,
      isComplement: section.gives("all_but"),
      origin: sources[source]?.origin ?? "",
      source: sources[source]?.label ?? Label(english: "", chinese: "")
    )
  }

  /// What a column says: exactly one of the keys for it.
  private func reading(_ section: Section) -> AliasTable.Reading? {
    var found: [AliasTable.Reading] = []
    if section.gives("counts") { found.append(.sum(counters(section, "counts"))) }
    if section.gives("rate") {
      found.append(.share(of: counters(section, "rate"), among: counters(section, "of")))
    }
    if section.gives("all_but") {
      found.append(.share(of: counters(section, "all_but"), among: counters(section, "of")))
    }
    if section.gives("mean") {
      let totals = counters(section, "mean")
      if let total = totals.first {
        found.append(.mean(total: total, over: counters(section, "of")))
      }
    }
    if section.gives("displayed") {
      let name = section.text("displayed")
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      found.append(.displayed(score: parts.first ?? "", item: parts.last ?? ""))
    }
    if section.gives("state") { found.append(.state(ladder: section.text("state"))) }
    if section.gives("nothing") { found.append(.nothing(label(section.section("nothing")))) }
    guard found.count == 1, let reading = found.first else {
      reader.report(
        "IM103",
        at: section.field,
        "a column must say one thing, found \(found.count)",
        hint: "give one of counts, rate, all_but and mean (with of), displayed, state, nothing"
      )
      return nil
    }
    return reading
  }

  private func counters(_ section: Section, _ key: String) -> [DayCounter] {
    guard let field = section.required(key) else { return [] }
    let names = field.document.elements == nil ? [field] : reader.elements(of: field, atMost: 20)
    return names.flatMap { one -> [DayCounter] in
      let name = one.document.text ?? ""
      if let counter = DayCounter(name: name) { return [counter] }
      if let stars = DayCounter.stars(of: name) { return stars }
      let known = DayCounter.allCases.map(\.name)
      let nearest = NearestName.nearest(to: name, among: known)
      reader.report(
        "IM101",
        at: one,
        "no column of a history is called \(one.document.kind)"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        hint: "docs/csv-format.md lists the columns; a star stream stands for its five"
      )
      return []
    }
  }

  private func unit(named name: String, _ section: Section) -> ExportUnit? {
    if let unit = ExportUnit(rawValue: name) { return unit }
    reader.report(
      "SC210",
      at: section.field,
      "'\(name.clipped)' is no unit of an export",
      hint: "allowed: " + ExportUnit.allCases.map(\.rawValue).joined(separator: ", ")
    )
    return nil
  }

  /// The unit of a column that names none: that of its counter.
  private static func unit(of reading: AliasTable.Reading) -> ExportUnit {
    switch reading {
    case .sum(let counters): counters.first.map(ExportUnit.init(of:)) ?? .count
    case .mean(let total, _): ExportUnit(of: total)
    default: .count
    }
  }

  private func windowWords(_ section: Section) -> [AliasTable.WindowWord] {
    section.allEntries.flatMap { entry -> [AliasTable.WindowWord] in
      guard let days = NumberText.integer(entry.key), (2...366).contains(days) else {
        reader.report(
          "SC206",
          at: entry.keyLocation,
          in: reader.file,
          "a window has 2 to 366 days, found '\(entry.key.clipped)'"
        )
        return []
      }
      return words(section, entry.key).map { AliasTable.WindowWord(word: $0, days: days) }
    }
  }

  private func words(_ section: Section, _ key: String) -> [String] {
    section.list(key, atMost: 200).compactMap { reader.text(of: $0) }
  }

  private func label(_ section: Section) -> Label {
    let label = Label(english: section.text("en"), chinese: section.text("zh"))
    section.finish()
    return label
  }

  private func sections(of section: Section) -> [(String, Section)] {
    section.allEntries.compactMap { entry in
      section.given(entry.key).map {
        (entry.key, Section(reader: reader, field: $0, pattern: entry.key, isGiven: true))
      }
    }
  }
}

extension ExportUnit {
  /// The unit that a history writes a counter in.
  init(of counter: DayCounter) {
    switch counter.unitsPerOne {
    case 100: self = .yuan
    case 1000: self = .seconds
    case 3600: self = .hours
    default: self = .count
    }
  }
}
