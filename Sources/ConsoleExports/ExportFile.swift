import Foundation
import InputFiles

/// A file of a console, by what it is and not by its ending.
struct ExportFile {
  /// The file's name in messages.
  let file: String

  /// Reads a file.
  ///
  /// - Throws: ``InputErrors`` with SC106, SC107 and IM201…IM207.
  static func book(at path: String) throws(InputErrors) -> ExportBook {
    try ExportFile(file: path).book(of: TextFile.data(at: path))
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``InputErrors`` with IM201…IM207.
  func book(of data: Data) throws(InputErrors) -> ExportBook {
    if let finding = foreign(data) { throw finding.failure(in: file) }
    if data.starts(with: [0x50, 0x4B]) {
      #if Spreadsheets
        do throws(SpreadsheetFault) {
          return ExportBook(file: file, form: "XLSX", sheets: try SpreadsheetBook(data).sheets())
        } catch {
          throw error.finding.failure(in: file)
        }
      #else
        throw ImportFinding.spreadsheetsOff.failure(in: file)
      #endif
    }
    guard let (text, encoding) = EncodedText.text(of: data) else {
      throw ImportFinding.unreadableText.failure(in: file)
    }
    do throws(CSVText.Fault) {
      return ExportBook(file: file, form: encoding, sheets: [try sheet(of: text)])
    } catch {
      throw InputErrors([
        ImportFinding.noTableText("this is no table: \(error.message)", hint: error.hint)
          .diagnostic(in: file, at: error.location)
      ])
    }
  }

  /// What a file is that is no export, by its first bytes.
  private func foreign(_ data: Data) -> ImportFinding? {
    if data.isEmpty { return .noExport("an empty file", hint: "export it anew") }
    let signs: [([UInt8], String)] = [
      ([0xD0, 0xCF, 0x11, 0xE0], "an old XLS file, or a spreadsheet with a password"),
      (Array("%PDF".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
      ([0xFF, 0xD8, 0xFF], "a picture"), ([0x1F, 0x8B], "a packed file"),
      (Array("Rar!".utf8), "a packed file"), ([0x37, 0x7A, 0xBC, 0xAF], "a packed file"),
    ]
    if let sign = signs.first(where: { data.starts(with: $0.0) }) {
      return .noExport(sign.1, hint: "open it and save it as XLSX without a password, or as CSV")
    }
    let start = String(decoding: data.prefix(2000), as: UTF8.self).lowercased()
    let first = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if first.hasPrefix("<") {
      return .noExport("a web page or XML", hint: "open it in a spreadsheet and save it as XLSX")
    }
    return nil
  }

  private func sheet(of text: String) throws(CSVText.Fault) -> ExportSheet {
    let rows = try CSVText.rows(of: text, separator: Self.separator(of: text))
    return ExportSheet(
      name: nil,
      rows: rows.compactMap { cells in
        let filled = cells.enumerated().compactMap { column, cell -> ExportCell? in
          let text = Self.bare(cell.text)
          return text.isEmpty
            ? nil : ExportCell(column: column, content: .text(text), place: cell.location)
        }
        return filled.isEmpty ? nil : ExportRow(cells: filled)
      }
    )
  }

  /// The separator that stands most often outside quotes in the first lines: comma, tab or semicolon.
  private static func separator(of text: String) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [",": 0, "\t": 0, ";": 0]
    var isQuoted = false
    for scalar in text.unicodeScalars.prefix(20_000) {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, counts[scalar] != nil { counts[scalar, default: 0] += 1 }
    }
    let order: [Unicode.Scalar] = [",", "\t", ";"]
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }

  /// The text without blanks around it and without what keeps a spreadsheet from changing it:
  /// `="0012"`, a leading apostrophe.
  private static func bare(_ text: String) -> String {
    var view = text.trimmingCharacters(in: .whitespacesAndNewlines)[...]
    if view.hasPrefix("=\""), view.hasSuffix("\""), view.count >= 3 {
      view = view.dropFirst(2).dropLast()
    }
    if view.hasPrefix("'") { view = view.dropFirst() }
    return view.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
