import ConsoleExports
import Foundation
import InputFiles
import StoreModel
import TestSupport

/// Imports of an invented platform, whose table is a fixture.
enum HarborImport {
  static func table() throws -> AliasTable {
    try AliasFolder(
      directory: Repository.root.appending(path: "Tests/Fixtures/import").path,
      from: "",
      executable: nil
    ).table(of: "harbor")
  }

  /// The history made of files.
  static func history(
    _ files: [(name: String, data: Data)],
    year: Int? = nil
  ) throws -> ImportedHistory {
    let folder = try TemporaryFolder()
    let paths = try files.map { file in
      let url = folder.url.appending(path: file.name)
      try file.data.write(to: url)
      return url.path
    }
    return try ConsoleImport.history(
      ofFilesAt: paths,
      table: table(),
      year: year,
      isChinese: false
    )
  }

  /// The history made of one text.
  static func history(_ text: String, year: Int? = nil) throws -> ImportedHistory {
    try history([("a.csv", Data(text.utf8))], year: year)
  }

  /// The values of a counter, by day; `nil` where it is not known.
  static func values(
    _ counter: DayCounter,
    _ text: String,
    year: Int? = nil
  ) throws -> [Int?] {
    try history(text, year: year).history.days.map { $0.counts[counter] }
  }

  /// The codes of what is wrong.
  static func codes(_ files: [(name: String, data: Data)], year: Int? = nil) throws -> [String] {
    do {
      _ = try history(files, year: year)
      return []
    } catch let error as InputErrors {
      return error.diagnostics.map(\.code)
    }
  }

  /// The codes of what is wrong with one text.
  static func codes(_ text: String, year: Int? = nil) throws -> [String] {
    try codes([("a.csv", Data(text.utf8))], year: year)
  }
}
