import InputFiles
import StoreModel

/// The days of a sheet's rows, and the rows that are none.
struct RowDays {
  /// Rows with their days.
  private(set) var rows: [(day: CalendarDay, row: ExportRow)] = []
  /// Rows of totals, remarks, and spans of days that were left out.
  private(set) var totals = 0, remarks = 0, spans = 0
  /// What is wrong.
  private(set) var diagnostics: [Diagnostic] = []

  private let layout: ExportLayout
  private let sheet: ExportSheet
  private let file: String
  private let year: Int?
  private let totalWords: [String]
  private let absent: Set<String>

  init(
    _ sheet: ExportSheet,
    layout: ExportLayout,
    table: AliasTable,
    file: String,
    year: Int?
  ) {
    self.layout = layout
    self.sheet = sheet
    self.file = file
    self.year = year
    totalWords = table.totals.map(Heading.normalised)
    absent = Set(table.absent.map(Heading.normalised))
    for row in sheet.rows.dropFirst(layout.headingRow + 1) { read(row) }
  }

  private mutating func read(_ row: ExportRow) {
    if let first = row.cells.first, isTotal(first.text) {
      totals += 1
      return
    }
    guard let cell = row[layout.dateColumn] else {
      // A line without a day holds a remark, or totals without a word for them.
      let numbers = row.cells.count { CellNumber($0.content) != nil }
      if numbers == 0 { remarks += 1 } else { totals += 1 }
      return
    }
    if isTotal(cell.text) || absent.contains(Heading.normalised(cell.text)) {
      totals += 1
      return
    }
    switch ExportDate(cell.content, countsFrom1904: sheet.countsFrom1904) {
    case .day(let day): rows.append((day, row))
    case .monthDay(let month, let day): addDay(month, day, row, cell)
    case .span: spans += 1
    case nil where row.cells.count == 1: remarks += 1
    case nil: report(.noDay(cell.text), cell)
    }
  }

  /// A day without a year: the year asked for, else the one in which the day is mentioned above.
  private mutating func addDay(_ month: Int, _ day: Int, _ row: ExportRow, _ cell: ExportCell) {
    let years = Set(
      layout.mentioned.flatMap { [$0.lowerBound.civil.year, $0.upperBound.civil.year] }
    )
    let mentioned = years.compactMap { CalendarDay(year: $0, month: month, day: day) }
      .filter { day in layout.mentioned.contains { $0.contains(day) } }
    if mentioned.count == 1 {
      rows.append((mentioned[0], row))
    } else if let year, let date = CalendarDay(year: year, month: month, day: day) {
      rows.append((date, row))
    } else {
      report(.noYear(cell.text), cell)
    }
  }

  private func isTotal(_ text: String) -> Bool {
    let name = Heading.normalised(text)
    return totalWords.contains { name.hasPrefix($0) }
  }

  private mutating func report(_ finding: ImportFinding, _ cell: ExportCell) {
    diagnostics.append(finding.diagnostic(in: file, at: cell.place))
  }
}
