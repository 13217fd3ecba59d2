/// A table that the program wrote earlier, read back by column names.
package struct ForecastTable: Sendable {
  /// Column names, in order.
  package let columns: [String]
  /// Rows as texts, each with a cell for every column.
  package let rows: [[String]]
  private let places: [String: Int]

  /// Reads the text of a CSV file; `nil` where it is no table with these columns.
  ///
  /// - Parameters:
  ///   - text: the file without byte-order mark.
  ///   - wanted: columns that have to be there.
  package init?(csv text: String, columns wanted: [String]) {
    guard let cells = try? CSVText.rows(of: text), let heading = cells.first else { return nil }
    columns = heading.map(\.text)
    rows = cells.dropFirst().map { $0.map(\.text) }
    places = Dictionary(
      zip(columns, columns.indices).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first }
    )
    let count = heading.count
    guard rows.allSatisfy({ $0.count == count }), wanted.allSatisfy({ places[$0] != nil }) else {
      return nil
    }
  }

  /// Reads a file of a forecast folder; `nil` where it is not there, or no table with these columns.
  package init?(at path: String, columns wanted: [String]) {
    guard let text = try? TextFile.text(at: path) else { return nil }
    self.init(csv: text, columns: wanted)
  }

  /// The cell of a row; empty where there is no such column.
  package func text(_ column: String, of row: [String]) -> String {
    places[column].map { row[$0] } ?? ""
  }

  /// The number in a cell, to the bit that was written; `nil` of an empty cell.
  package func number(_ column: String, of row: [String]) -> Double? {
    Double(text(column, of: row))
  }

  /// The rows whose cells have these values.
  package func rows(where match: [(column: String, value: String)]) -> [[String]] {
    rows.filter { row in match.allSatisfy { text($0.column, of: row) == $0.value } }
  }
}
