package import Foundation

/// A CSV file of a forecast folder, read by column name.
package struct ForecastCSV: Sendable {
  /// Column names, in order.
  package let columns: [String]

  /// Rows as texts.
  package let rows: [[String]]

  /// Reads a file.
  ///
  /// - Throws: What Foundation throws when the file cannot be read.
  package init(_ url: URL) throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.drop { $0 == "\u{FEFF}" }.split(separator: "\n")
      .map { Self.cells(of: $0) }
    columns = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// The cells of a column in the rows that have these values.
  package func values(_ column: String, where match: [String: String] = [:]) -> [String] {
    guard let wanted = columns.firstIndex(of: column) else { return [] }
    return rows.filter { row in
      match.allSatisfy { key, value in columns.firstIndex(of: key).map { row[$0] } == value }
    }.map { $0[wanted] }
  }

  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
