import StoreModel

/// The account of an import as JSON.
enum ImportJSON {
  static func table(_ source: ImportAccount.Source) -> JSONText {
    .object([
      ("table", .text(source.name)), ("read_as", .text(source.form)),
      ("heading_line", source.headingLine.map(JSONText.integer) ?? .null),
      ("days", .integer(source.days)),
    ])
  }

  static func column(_ column: ImportAccount.Column) -> JSONText {
    let (role, wholes) = role(column.role)
    return .object([
      ("table", .text(column.source)), ("heading", .text(column.heading)), ("role", .text(role)),
      ("columns", names(column.counters)), ("of", names(wholes)),
      ("window_days", .integer(column.windowInDays)), ("unit", .text(column.unit)),
      ("rounded_digits", column.roundedDigits.map(JSONText.integer) ?? .null),
      ("cells", .integer(column.cells)), ("days_known", .integer(column.daysKnown)),
      ("origin", .text(column.origin)), ("source", .text(column.reference)),
    ])
  }

  static func omission(_ entry: ImportAccount.LeftOut, _ words: ImportWords) -> JSONText {
    .object([("table", .text(entry.source)), ("what", .text(words.omission(entry.omission)))])
  }

  static func gap(_ gap: ImportAccount.Gap, _ words: ImportWords) -> JSONText {
    .object([
      ("table", .text(gap.source)), ("heading", .text(gap.heading)),
      ("columns", names(gap.counters)), ("days", .integer(gap.days)),
      ("days_told", .integer(gap.daysTold)), ("why", .text(words.reason(gap.obstacle))),
    ])
  }

  static func tolerance(_ tolerance: ImportAccount.Tolerance) -> JSONText {
    .object([
      ("column", .text(tolerance.counter.name)), ("days", .integer(tolerance.days)),
      ("greatest_relative_error", .number(tolerance.greatest)),
    ])
  }

  private static func names(_ counters: [DayCounter]) -> JSONText {
    .list(counters.map { .text($0.name) })
  }

  private static func role(_ role: ImportAccount.Role) -> (String, [DayCounter]) {
    switch role {
    case .sum: ("count", [])
    case .share(let wholes): ("rate", wholes)
    case .mean(let wholes): ("mean", wholes)
    case .displayed(let score): ("displayed \(score)", [])
    case .state(let ladder): ("state \(ladder)", [])
    }
  }
}
