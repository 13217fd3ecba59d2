/// What can be wrong with the exports of a console, beside what their table says of itself.
package enum ImportFinding: Hashable, Sendable {
  /// No folder of alias tables; the places tried.
  case noTables(tried: [String])
  /// No table of a platform, among those there are.
  case noTable(of: String, among: [String])

  /// A file that is no export; what it is instead.
  case noExport(String, hint: String)
  /// A spreadsheet, and the program was built without spreadsheets.
  case spreadsheetsOff
  /// A spreadsheet beyond a limit; the sentence.
  case beyondLimit(String)
  /// A spreadsheet with something that an export does not have; the sentence.
  case suspicious(String)
  /// A spreadsheet that cannot be read; the sentence.
  case brokenSpreadsheet(String)
  /// Bytes that are text in no known encoding.
  case unreadableText
  /// Text that is no table; the sentence and how to mend it.
  case noTableText(String, hint: String)
  /// No line of headings; the nearest line's headings that are not known.
  case noHeadings(dates: [String])

  /// A cell in the column of days that is no day.
  case noDay(String)
  /// A day without a year.
  case noYear(String)
  /// A cell that is no number.
  case noNumber(String, heading: String, why: String)
  /// Two cells of one day that contradict each other.
  case contradiction(day: String, column: String, here: String, there: String, place: String)
  /// Counts of which one is part of the other and larger.
  case partExceedsWhole(part: String, whole: String, day: String, some: Int, all: Int)
  /// No day was read from any file.
  case nothingRead

  /// The finding as an error at the beginning of a file.
  package func failure(in file: String) -> InputErrors {
    InputErrors([diagnostic(in: file, at: SourceLocation(line: 1, column: 1))])
  }

  /// The finding at a place.
  package func diagnostic(in file: String, at location: SourceLocation) -> Diagnostic {
    let (code, message, hint) = text
    return Diagnostic(file: file, location: location, code: code, message: message, hint: hint)
  }

  private var text: (code: String, message: String, hint: String) {
    switch self {
    case .noTables, .noTable: ofTables
    case .noExport, .spreadsheetsOff, .beyondLimit, .suspicious, .brokenSpreadsheet,
      .unreadableText, .noTableText, .noHeadings:
      ofFiles
    default: ofCells
    }
  }

  private var ofTables: (String, String, String) {
    switch self {
    case .noTables(let tried):
      return (
        "IM104",
        "no folder of alias tables was found; tried " + tried.joined(separator: ", "),
        "say where it is with --import-dir DIR"
      )
    case .noTable(let platform, let known):
      let nearest = NearestName.nearest(to: platform, among: known)
      return (
        "IM105",
        "there is no alias table of '\(platform.clipped)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        "there are: " + known.joined(separator: ", ")
          + "; import/README.md says how to add a platform"
      )
    default: return ("", "", "")
    }
  }

  private var ofFiles: (String, String, String) {
    switch self {
    case .noExport(let what, let hint): return ("IM201", "this is \(what)", hint)
    case .spreadsheetsOff:
      return (
        "IM202", "this is a spreadsheet, and this program was built without them",
        "build it with 'make' (or swift build --traits Spreadsheets, which needs libzip-dev), or save "
          + "the sheet as CSV"
      )
    case .beyondLimit(let sentence):
      return (
        "IM203", "the spreadsheet is refused: \(sentence)",
        "an export of some years has a few thousand rows: is this the right file? If so, save the sheet "
          + "as CSV"
      )
    case .suspicious(let sentence):
      return (
        "IM204", "the spreadsheet is refused: \(sentence)",
        "a console's export has none of that; save the sheet as CSV, or export anew"
      )
    case .brokenSpreadsheet(let sentence):
      return (
        "IM205", "the spreadsheet cannot be read: \(sentence)", "export it anew, or save it as CSV"
      )
    case .unreadableText:
      return (
        "IM206", "the file is text neither in UTF-8 nor in GB18030 (GBK)",
        "save it as 'CSV UTF-8'"
      )
    case .noTableText(let sentence, let hint): return ("IM207", sentence, hint)
    case .noHeadings(let dates):
      return (
        "IM208",
        "no line of headings was found: a column of days and one more that the table knows",
        "the column of days is called one of: " + dates.joined(separator: ", ")
          + "; import/README.md says how to teach the table a heading"
      )
    default: return ("", "", "")
    }
  }

  private var ofCells: (String, String, String) {
    switch self {
    case .noDay(let text):
      return (
        "IM301", "this is no day: '\(text.clipped)'",
        "days are 2026-10-01, 2026/10/1, 20261001, 2026年10月1日 or 10月1日"
      )
    case .noYear(let text):
      return (
        "IM302", "the day '\(text.clipped)' has no year, and nothing above the headings tells it",
        "say which with --year 2026"
      )
    case .noNumber(let text, let heading, let why):
      return (
        "IM303", "'\(text.clipped)' under '\(heading.clipped)' \(why)",
        "numbers are 1300, 1,300, 1.2万, 89.3%, 12.5元, 3分20秒; an empty cell or — is not observed"
      )
    case .contradiction(let day, let column, let here, let there, let place):
      return (
        "IM304", "\(column) of \(day) is \(here) here and \(there) in \(place)",
        "two cells of one day must agree: keep one file, or export the whole store instead of single "
          + "products, agents or channels"
      )
    case .partExceedsWhole(let part, let whole, let day, let some, let all):
      return (
        "IM305", "\(part) cannot exceed \(whole): found \(some) of \(all) on \(day)",
        "the two headings may count different things; take one of the columns out"
      )
    case .nothingRead:
      return ("IM306", "no day could be read", "is this an export by day?")
    default: return ("", "", "")
    }
  }
}
