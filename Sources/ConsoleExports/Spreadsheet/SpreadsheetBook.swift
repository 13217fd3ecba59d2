#if Spreadsheets
  import Foundation

  /// An XLSX file (ECMA-376): a container of XML parts.
  struct SpreadsheetBook {
    private let archive: SpreadsheetArchive

    /// Opens a spreadsheet.
    init(_ data: Data) throws(SpreadsheetFault) {
      archive = try SpreadsheetArchive(data)
    }

    /// Its sheets, in order.
    ///
    /// - Throws: ``SpreadsheetFault`` for what is damaged, hostile or too large.
    func sheets() throws(SpreadsheetFault) -> [ExportSheet] {
      let path = try relationships(of: "").values.first { $0.type == "officeDocument" }?.path
      let workbookPath = path ?? "xl/workbook.xml"
      let workbook = WorkbookPart()
      guard try read(workbookPath, with: workbook) else {
        throw .broken("it is a container without a workbook")
      }
      let parts = try relationships(of: workbookPath)
      let texts = SharedTextPart()
      if let path = parts.values.first(where: { $0.type == "sharedStrings" })?.path {
        _ = try read(path, with: texts)
      }
      let styles = StylePart()
      if let path = parts.values.first(where: { $0.type == "styles" })?.path {
        _ = try read(path, with: styles)
      }
      var sheets: [ExportSheet] = []
      var cellCount = 0
      for (name, id) in workbook.sheets {
        guard let part = parts[id], part.type == "worksheet" else { continue }
        let sheet = SheetPart(texts: texts.texts, kinds: styles.kinds, cellCount: cellCount)
        guard try read(part.path, with: sheet) else {
          throw .broken("the sheet '\(name)' is missing")
        }
        cellCount = sheet.cellCount
        sheets.append(
          ExportSheet(name: name, rows: sheet.rows, countsFrom1904: workbook.countsFrom1904)
        )
      }
      return sheets
    }

    /// Reads a part; false where there is none.
    private func read(
      _ path: String,
      with handler: any PartHandler
    ) throws(SpreadsheetFault) -> Bool {
      guard let data = try archive.part(path) else { return false }
      try PartParser.read(data, named: path, with: handler)
      return true
    }

    /// The parts that a part names, by id, with the last word of their type.
    private func relationships(
      of path: String
    ) throws(SpreadsheetFault) -> [String: (path: String, type: String)] {
      let parts = path.split(separator: "/").map(String.init)
      let folder = parts.dropLast().joined(separator: "/")
      let file = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (parts.last ?? "") + ".rels"
      let relationships = RelationshipPart()
      _ = try read(file, with: relationships)
      return relationships.targets.mapValues { target in
        (RelationshipPart.path(of: target.path, in: folder), target.type)
      }
    }
  }
#endif
