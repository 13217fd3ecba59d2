import InputFiles

/// Why a spreadsheet is not read.
struct SpreadsheetFault: Error {
  /// What is told.
  let finding: ImportFinding

  /// Something is larger than an export's would be.
  static func beyond(_ sentence: String) -> Self { Self(finding: .beyondLimit(sentence)) }
  /// Something is in it that an export does not have.
  static func suspicious(_ sentence: String) -> Self { Self(finding: .suspicious(sentence)) }
  /// It is not as a spreadsheet should be.
  static func broken(_ sentence: String) -> Self { Self(finding: .brokenSpreadsheet(sentence)) }
}

/// How much of a spreadsheet is ever held in memory.
enum SpreadsheetLimit {
  /// Parts of the container.
  static let partCount = 1000
  /// Bytes of a part, unpacked.
  static let partSize = 64_000_000
  /// Bytes of all parts that are read, unpacked.
  static let totalSize = 128_000_000
  /// How many times its packed size a part of more than a megabyte may have.
  static let ratio = 100
  /// Rows, columns and filled cells of all sheets.
  static let rowCount = 100_000
  /// Columns.
  static let columnCount = 500
  /// Filled cells.
  static let cellCount = 500_000
  /// Shared texts.
  static let textCount = 500_000
  /// Characters of a cell.
  static let textLength = 32_767
  /// Sheets.
  static let sheetCount = 100
}
