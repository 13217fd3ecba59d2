/// A cell of a CSV text with the place of its first character.
package struct CSVCell: Hashable, Sendable {
  /// The cell without its quotes.
  package var text: String
  /// Where it begins.
  package var location: SourceLocation
}

/// Splits CSV text (RFC 4180: commas, double quotes, LF or CR LF) into rows of cells.
package enum CSVText {
  /// What breaks the form of the text.
  package struct Fault: Error {
    /// Where.
    package var location: SourceLocation
    /// What.
    package var message: String
    /// How to mend it; may be empty.
    package var hint: String
  }

  /// Most rows and most cells a row.
  static let greatestRowCount = 200_000
  static let greatestCellCount = 2_000

  /// The rows that are not empty.
  ///
  /// - Throws: ``Fault`` for an unclosed quote, text after a closing quote, or too many rows.
  package static func rows(
    of text: String,
    separator: Unicode.Scalar = ","
  ) throws(Fault) -> [[CSVCell]] {
    var rows: [[CSVCell]] = []
    var row: [CSVCell] = []
    var cell = ""
    var start = SourceLocation(line: 1, column: 1)
    var place = start
    var isQuoted = false
    var wasQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    func endOfRow() throws(Fault) {
      row.append(CSVCell(text: cell, location: start))
      if row.count > 1 || !row[0].text.isEmpty || wasQuoted { rows.append(row) }
      row = []
      guard rows.count <= greatestRowCount else {
        throw Fault(location: place, message: "more than \(greatestRowCount) rows", hint: "")
      }
    }
    while let scalar = next {
      next = scalars.next()
      if isQuoted {
        if scalar == "\"", next == "\"" {
          cell.unicodeScalars.append(scalar)
          next = scalars.next()
          place.column += 1
        } else if scalar == "\"" {
          isQuoted = false
          wasQuoted = true
        } else {
          cell.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"", cell.isEmpty, !wasQuoted {
        isQuoted = true
      } else if scalar == separator {
        row.append(CSVCell(text: cell, location: start))
        guard row.count < greatestCellCount else {
          throw Fault(location: place, message: "more than \(greatestCellCount) columns", hint: "")
        }
        (cell, wasQuoted) = ("", false)
        start = SourceLocation(line: place.line, column: place.column + 1)
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", next == "\n" { next = scalars.next() }
        try endOfRow()
        (cell, wasQuoted) = ("", false)
        place = SourceLocation(line: place.line + 1, column: 1)
        start = place
        continue
      } else if wasQuoted {
        throw Fault(
          location: place,
          message: "text follows a closing quotation mark",
          hint: "double the quotation marks inside a quoted cell"
        )
      } else {
        cell.unicodeScalars.append(scalar)
      }
      place.column += 1
      if isQuoted, scalar == "\n" { place = SourceLocation(line: place.line + 1, column: 1) }
    }
    guard !isQuoted else {
      throw Fault(
        location: start,
        message: "the quotation mark here is never closed",
        hint: "close it, or delete it"
      )
    }
    try endOfRow()
    return rows
  }
}
