package import Foundation

/// Spreadsheets made from text, as consoles write them.
package struct SpreadsheetText: Sendable {
  /// One cell.
  package enum Cell: Sendable {
    /// A text that cells share.
    case shared(String)
    /// A text of its own.
    case inline(String)
    /// A number with one of ``styles``.
    case number(String, style: Int)
    /// A formula with the value that it gave last.
    case formula(String, value: String)
    /// Nothing.
    case empty
  }

  /// Styles: 0 as it is, 1 a day, 2 `0.00%`, 3 a day in Chinese, 4 `[h]:mm:ss`.
  package static let styles = """
    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2">\
    <numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
    <numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs count="1">\
    <xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/>\
    <xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
    """

  /// Sheets with their rows.
  package var sheets: [(name: String, rows: [[Cell]])]
  /// Whether days are counted from 1904.
  package var countsFrom1904 = false
  /// Parts beside those of a spreadsheet, or in place of them.
  package var others: [(name: String, data: Data)] = []

  /// A spreadsheet.
  package init(_ sheets: [(name: String, rows: [[Cell]])]) {
    self.sheets = sheets
  }

  /// The file.
  package var data: Data {
    StoredZip.data(parts.map { ($0.name, $0.data) })
  }

  /// The parts by name, in order; ``others`` replace those of the same name.
  package var parts: [(name: String, data: Data)] {
    var texts: [String] = []
    var parts: [(String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(index + 1).xml", xml(sheet.rows, &texts)))
    }
    let names = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func relationship(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(type)\(kind)\" Target=\"\(target)\"/>"
    }
    let related =
      sheets.indices.map {
        relationship("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
      } + [
        relationship("rId90", "sharedStrings", "/xl/sharedStrings.xml"),
        relationship("rId91", "styles", "styles.xml"),
      ]
    parts += [
      ("_rels/.rels", Self.list([relationship("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(type)\"><workbookPr date1904=\"\(countsFrom1904 ? 1 : 0)\"/><sheets>"
          + names.joined() + "</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", Self.list(related)),
      ("xl/styles.xml", Self.styles),
      (
        "xl/sharedStrings.xml",
        "<sst>" + texts.map { "<si><t>\(Self.escaped($0))</t></si>" }.joined() + "</sst>"
      ),
    ]
    let replaced = Set(others.map(\.name))
    return parts.filter { !replaced.contains($0.0) }.map {
      ($0.0, Data(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + $0.1).utf8))
    } + others
  }

  private func xml(_ rows: [[Cell]], _ texts: inout [String]) -> String {
    var text = "<worksheet><sheetData>"
    for (row, cells) in rows.enumerated() {
      text += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() {
        let place = "r=\"\(Self.letters(column))\(row + 1)\""
        switch cell {
        case .shared(let value):
          text += "<c \(place) t=\"s\"><v>\(texts.count)</v></c>"
          texts.append(value)
        case .inline(let value):
          text += "<c \(place) t=\"inlineStr\"><is><t>\(Self.escaped(value))</t></is></c>"
        case .number(let value, let style):
          text += "<c \(place) s=\"\(style)\"><v>\(value)</v></c>"
        case .formula(let formula, let value):
          text += "<c \(place)><f>\(Self.escaped(formula))</f><v>\(value)</v></c>"
        case .empty: break
        }
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  private static func list(_ relationships: [String]) -> String {
    "<Relationships>" + relationships.joined() + "</Relationships>"
  }

  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
