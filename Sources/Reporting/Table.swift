/// Rows under named columns: one file of the forecast folder.
package struct Table: Sendable {
  /// One value.
  package enum Cell: Hashable, Sendable {
    /// Text.
    case text(String)
    /// An integer.
    case integer(Int)
    /// A number, written as its shortest decimal; no number is no value.
    case number(Double)
    /// No value: an empty cell.
    case absent

    /// A number or no value.
    static func optional(_ value: Double?) -> Self { value.map(Cell.number) ?? .absent }
    /// An integer or no value.
    static func optional(_ value: Int?) -> Self { value.map(Cell.integer) ?? .absent }
    /// Text, or no value where it is empty.
    static func optional(_ value: String) -> Self { value.isEmpty ? .absent : .text(value) }

    var csv: String {
      switch self {
      case .text(let text): Self.quoted(text)
      case .integer(let value): String(value)
      case .number(let value): ShortestDecimal.text(value) ?? ""
      case .absent: ""
      }
    }

    var json: JSONText {
      switch self {
      case .text(let text): .text(text)
      case .integer(let value): .integer(value)
      case .number(let value): .number(value)
      case .absent: .null
      }
    }

    /// RFC 4180: quotes where a comma, a quote or the end of a line stands in the text.
    private static func quoted(_ text: String) -> String {
      // Labels are written on each row of each day, and bytes take far less time than characters.
      guard text.utf8.contains(where: { isSpecial($0) }) else { return text }
      let parts = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
  }

  /// File name, `daily.csv`.
  package var name: String
  /// Column names.
  package var columns: [String]
  /// Rows, each with a cell for every column.
  package var rows: [[Cell]] = []

  /// An empty table; `columns` are separated by commas.
  init(name: String, columns: String) {
    self.name = name
    self.columns = columns.split(separator: ",").map(String.init)
  }

  /// The file: UTF-8 with byte-order mark, comma, `\n`.
  package var csv: String {
    var text = "\u{FEFF}" + columns.joined(separator: ",") + "\n"
    for row in rows {
      text += row.map(\.csv).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// The rows as a list of objects with the columns as keys.
  package var json: JSONText {
    .list(rows.map { row in .object(zip(columns, row).map { ($0, $1.json) }) })
  }
}
