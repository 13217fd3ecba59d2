import InputFiles

/// What the table of aliases makes of a heading.
struct ColumnMatch: Hashable {
  /// The kind of column.
  var field: AliasTable.Field
  /// Days that a cell covers.
  var windowInDays: Int
  /// The unit in brackets behind the heading, with its multiplier.
  var unit: (unit: ExportUnit, tens: Int)?

  static func == (first: Self, second: Self) -> Bool {
    first.field == second.field && first.windowInDays == second.windowInDays
      && first.unit?.unit == second.unit?.unit && first.unit?.tens == second.unit?.tens
  }

  func hash(into hasher: inout Hasher) { hasher.combine(field) }
}

/// Finds headings in a table of aliases.
struct HeadingIndex {
  private var fields: [String: AliasTable.Field] = [:]
  private var dates: Set<String> = []
  private let windows: [AliasTable.WindowWord]

  init(_ table: AliasTable) {
    for field in table.fields {
      for heading in field.headings { fields[Heading.normalised(heading)] = field }
    }
    dates = Set(table.dateHeadings.map(Heading.normalised))
    windows = table.windows.map {
      AliasTable.WindowWord(word: Heading.normalised($0.word), days: $0.days)
    }
  }

  /// Whether a heading is that of the column of days.
  func isDate(_ heading: String) -> Bool {
    let name = Heading.normalised(heading)
    return dates.contains(name) || Heading.split(name).map { dates.contains($0.name) } ?? false
  }

  /// The kind of column of a heading: as written, else without a unit in brackets, else without a
  /// word for a window before, behind or in brackets.
  func match(_ heading: String) -> ColumnMatch? {
    let name = Heading.normalised(heading)
    if let field = fields[name] {
      return ColumnMatch(
        field: field,
        windowInDays: field.windowInDays,
        unit: Heading.split(name).flatMap { ExportUnit.words[$0.bracket] }
      )
    }
    if let (rest, bracket) = Heading.split(name) {
      if let unit = ExportUnit.words[bracket], var match = match(rest) {
        match.unit = unit
        return match
      }
      if let days = windows.first(where: { $0.word == bracket })?.days {
        return windowed(rest, days)
      }
    }
    for window in windows where name.count > window.word.count {
      if name.hasPrefix(window.word) {
        return windowed(String(name.dropFirst(window.word.count)), window.days)
      }
      if name.hasSuffix(window.word) {
        return windowed(String(name.dropLast(window.word.count)), window.days)
      }
    }
    return nil
  }

  /// The known heading nearest to one that is not known.
  func nearest(to heading: String) -> String? {
    NearestName.nearest(to: Heading.normalised(heading), among: fields.keys.sorted())
  }

  /// The match of a heading whose window stood beside it.
  private func windowed(_ rest: String, _ days: Int) -> ColumnMatch? {
    guard let field = fields[rest], field.windowInDays == 1 else { return nil }
    switch field.reading {
    case .sum, .share, .mean: return ColumnMatch(field: field, windowInDays: days, unit: nil)
    default: return nil
    }
  }
}
