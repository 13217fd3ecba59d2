/// Reads a table of a forecast folder by the names of its columns.
package struct ForecastTableReader {
  /// A row of the table.
  package struct Row {
    fileprivate let cells: [CSVCell]
    fileprivate let reader: ForecastTableReader

    /// The text of a column; empty where absent.
    package subscript(column: String) -> String {
      reader.places[column].flatMap { cells.indices.contains($0) ? cells[$0].text : nil } ?? ""
    }

    /// The number of a column; `nil` where the cell is empty.
    ///
    /// - Throws: ``InputErrors`` with JO104 where it holds something else.
    package func number(_ column: String) throws(InputErrors) -> Double? {
      let text = self[column]
      if text.isEmpty { return nil }
      guard let number = Double(text), number.isFinite else {
        let location = reader.places[column].map { cells[$0].location }
        throw InputErrors([
          JournalFinding.unreadableTable("'\(text.clipped)' is no number for '\(column)'")
            .diagnostic(in: reader.file, at: location)
        ])
      }
      return number
    }
  }

  fileprivate let file: String
  fileprivate let places: [String: Int]
  private let cells: [[CSVCell]]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for diagnostics.
  ///   - columns: the columns that must be there.
  /// - Throws: ``InputErrors`` with JO104.
  package init(text: String, file: String, columns: [String]) throws(InputErrors) {
    self.file = file
    let rows: [[CSVCell]]
    do throws(CSVText.Fault) {
      rows = try CSVText.rows(of: text)
    } catch {
      throw InputErrors([
        JournalFinding.unreadableTable(error.message).diagnostic(in: file, at: error.location)
      ])
    }
    let names = rows.first?.map(\.text) ?? []
    let missing = columns.filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw InputErrors([
        JournalFinding.unreadableTable("it has no column " + missing.joined(separator: ", "))
          .diagnostic(in: file)
      ])
    }
    places = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    cells = Array(rows.dropFirst())
  }

  /// The rows, in order.
  package var rows: [Row] { cells.map { Row(cells: $0, reader: self) } }
}
