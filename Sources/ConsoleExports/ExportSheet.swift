import InputFiles

/// How a number of a spreadsheet is shown.
enum NumberKind: Hashable, Sendable {
  /// As it is.
  case general
  /// As a day, in days since an epoch.
  case date
  /// As a time, in days.
  case time
  /// In hundredths, with some digits after the point.
  case percent(digits: Int)
}

/// A cell that is not empty.
struct ExportCell: Hashable, Sendable {
  /// What stands in it.
  enum Content: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A number of a spreadsheet, as stored.
    case number(String, NumberKind)
  }

  /// Column, from 0.
  var column: Int
  /// What stands in it.
  var content: Content
  /// Where it stands.
  var place: SourceLocation

  /// The cell as text, for headings and messages.
  var text: String {
    switch content {
    case .text(let text): text
    case .number(let text, _): text
    }
  }
}

/// A row with its cells that are not empty, from the left.
struct ExportRow: Hashable, Sendable {
  var cells: [ExportCell]

  /// The cell of a column.
  subscript(column: Int) -> ExportCell? {
    cells.first { $0.column == column }
  }
}

/// One table of a file: a text file has one, a spreadsheet one for each sheet.
struct ExportSheet: Sendable {
  /// The sheet's name; `nil` for a text file.
  var name: String?
  /// Its rows that are not empty.
  var rows: [ExportRow]
  /// Whether days are counted from 1904 instead of 1900.
  var countsFrom1904 = false
}

/// A file as read.
struct ExportBook: Sendable {
  /// The file's name in messages.
  var file: String
  /// How it was read: `UTF-8`, `GB18030`, `XLSX`.
  var form: String
  /// Its tables.
  var sheets: [ExportSheet]

  /// What a place in a sheet is called: `trade.csv:7`, `trade.xlsx, 'Sheet1':7`.
  func name(of place: SourceLocation, in sheet: ExportSheet) -> String {
    name(of: sheet) + ":\(place.line)"
  }

  /// What a sheet is called.
  func name(of sheet: ExportSheet) -> String {
    file + (sheet.name.map { " '\($0)'" } ?? "")
  }
}
