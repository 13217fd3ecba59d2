import InputFiles
import StoreModel

/// Where the headings of a sheet stand and what they are.
struct ExportLayout {
  /// A column whose heading is not that of the days.
  struct Column {
    var column: Int
    var heading: String
    var place: SourceLocation
    var match: ColumnMatch?
  }

  /// Position of the row of headings among the sheet's rows.
  var headingRow: Int
  /// The column of days.
  var dateColumn: Int
  /// The other columns.
  var columns: [Column]
  /// The days that lines above the headings mention.
  var mentioned: [ClosedRange<CalendarDay>]

  /// Rows within which the headings must stand.
  private static let depth = 60

  /// Finds the row of headings: the first with a column of days and one more that is known.
  init?(_ sheet: ExportSheet, _ index: HeadingIndex) {
    for (row, cells) in sheet.rows.prefix(Self.depth).enumerated() {
      guard let date = cells.cells.first(where: { index.isDate($0.text) }) else { continue }
      let columns = cells.cells.filter { $0.column != date.column }.map { cell in
        Column(
          column: cell.column,
          heading: cell.text,
          place: cell.place,
          match: index.match(cell.text)
        )
      }
      guard columns.contains(where: { $0.match != nil }) else { continue }
      headingRow = row
      dateColumn = date.column
      self.columns = columns
      mentioned = sheet.rows[..<row].flatMap(\.cells).flatMap { ExportDate.spans(in: $0.text) }
      return
    }
    return nil
  }
}
