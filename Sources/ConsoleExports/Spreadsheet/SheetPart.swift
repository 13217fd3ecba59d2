#if Spreadsheets
  import Foundation
  import InputFiles

  /// The cells of a sheet.
  final class SheetPart: PartHandler {
    private(set) var fault: SpreadsheetFault?
    /// The rows with cells that are not empty.
    private(set) var rows: [ExportRow] = []
    /// Filled cells, those of earlier sheets among them.
    private(set) var cellCount: Int

    private let texts: [String]
    private let kinds: [NumberKind]
    private var cells: [ExportCell] = []
    private var rowNumber = 0
    private var column = -1
    private var type = ""
    private var style = 0
    private var value = ""
    private var isValue = false
    private var isReading = false

    init(texts: [String], kinds: [NumberKind], cellCount: Int) {
      self.texts = texts
      self.kinds = kinds
      self.cellCount = cellCount
    }

    func begin(_ element: String, _ attributes: [String: String]) {
      switch element {
      case "row":
        let number = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
        guard number > rowNumber, number <= 1_048_576 else {
          fault = .broken("its rows are out of order")
          return
        }
        (rowNumber, column, cells) = (number, -1, [])
      case "c":
        let next = attributes["r"].map(Self.column) ?? column + 1
        guard let next, next > column else {
          fault = .broken("its cells are out of order in row \(rowNumber)")
          return
        }
        guard next < SpreadsheetLimit.columnCount else {
          fault = .beyond("it has more than \(SpreadsheetLimit.columnCount) columns")
          return
        }
        column = next
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        value = ""
      case "rPh": isReading = true
      // A formula's text is not read; what it gave last stands in the value.
      case "v", "t": isValue = !isReading
      default: break
      }
    }

    func add(_ text: String) {
      guard isValue else { return }
      value += text
      if value.utf8.count > SpreadsheetLimit.textLength * 4 {
        fault = .beyond("a cell has more than \(SpreadsheetLimit.textLength) characters")
      }
    }

    func end(_ element: String) {
      switch element {
      case "v", "t": isValue = false
      case "rPh": isReading = false
      case "c": endOfCell()
      case "row": endOfRow()
      default: break
      }
    }

    private func endOfCell() {
      guard let content else { return }
      let place = SourceLocation(line: rowNumber, column: column + 1)
      cells.append(ExportCell(column: column, content: content, place: place))
      cellCount += 1
      if cellCount > SpreadsheetLimit.cellCount {
        fault = .beyond("it has more than \(SpreadsheetLimit.cellCount) filled cells")
      }
    }

    private func endOfRow() {
      guard !cells.isEmpty else { return }
      rows.append(ExportRow(cells: cells))
      cells = []
      if rows.count > SpreadsheetLimit.rowCount {
        fault = .beyond("it has more than \(SpreadsheetLimit.rowCount) rows")
      }
    }

    private var content: ExportCell.Content? {
      switch type {
      case "s":
        guard let index = Int(value) else { return nil }
        guard texts.indices.contains(index) else {
          fault = .broken("a cell of row \(rowNumber) names a text that there is not")
          return nil
        }
        return text(texts[index])
      case "inlineStr", "str", "d": return text(value)
      case "b": return text(value == "1" ? "TRUE" : "FALSE")
      // An error such as #N/A or #DIV/0! shows nothing.
      case "e": return nil
      default:
        guard !value.isEmpty else { return nil }
        let kind = kinds.indices.contains(style) ? kinds[style] : .general
        return .number(value, kind)
      }
    }

    private func text(_ text: String) -> ExportCell.Content? {
      let plain = text.trimmingCharacters(in: .whitespacesAndNewlines)
      return plain.isEmpty ? nil : .text(plain)
    }

    /// The column, from 0, of a reference such as `AB12`.
    private static func column(of reference: String) -> Int? {
      let letters = reference.prefix { ("A"..."Z").contains($0) }
      guard !letters.isEmpty, letters.count <= 3 else { return nil }
      let number = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      return number - 1
    }
  }
#endif
