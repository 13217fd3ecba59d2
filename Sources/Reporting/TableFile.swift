package import Foundation

/// A table that stands alone in a file which is replaced as a whole: a roster, the scores of each day, a
/// portfolio.
package struct TableFile: Sendable {
  /// What such a file holds.
  package enum Kind: Hashable, Sendable {
    /// People for each hour.
    case roster
    /// A pack's measures for each morning.
    case scores
    /// The stores of a portfolio.
    case portfolio
    /// What forecasts claimed and what came of it.
    case claims
    /// A history, without byte order mark.
    case history

    /// How the file of this kind begins.
    var mark: String {
      switch self {
      case .roster: Table.rosterMark
      case .scores: Table.scoreColumns
      case .portfolio: Table.portfolioColumns
      case .claims: Table.claimColumns
      case .history: "date"
      }
    }
  }

  private let kind: Kind

  /// A file of a kind.
  package init(_ kind: Kind) {
    self.kind = kind
  }

  /// Checks before the work that a file may be written.
  ///
  /// - Throws: ``ForecastFolderError`` where `file` is a folder, or a file of another kind.
  package func check(_ file: URL) throws(ForecastFolderError) {
    var isFolder: ObjCBool = false
    let path = file.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard !isFolder.boolValue else {
      throw ForecastFolderError(path: path, reason: .isAFolder(kind))
    }
    let mark = Data(((kind == .history ? "" : "\u{FEFF}") + kind.mark).utf8)
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      if try handle.read(upToCount: mark.count) == mark { return }
    } catch {
      throw ForecastFolderError(path: path, reason: .system(error.localizedDescription))
    }
    throw ForecastFolderError(path: path, reason: .isOfAnotherKind(kind))
  }

  /// Writes a table in place of an older one, in one step; folders on the way are made.
  ///
  /// - Throws: ``ForecastFolderError`` where it cannot be written, or something else is there.
  package func write(_ table: Table, to file: URL) throws(ForecastFolderError) {
    try write(table.csv, to: file)
  }

  /// Writes the text of a file in place of an older one, in one step; folders on the way are made.
  ///
  /// - Throws: ``ForecastFolderError`` where it cannot be written, or something else is there.
  package func write(_ text: String, to file: URL) throws(ForecastFolderError) {
    try check(file)
    try Self.write(text, to: file)
  }

  /// Checks that a file does not exist yet.
  ///
  /// - Throws: ``ForecastFolderError`` where something has its name.
  package static func checkNew(_ file: URL) throws(ForecastFolderError) {
    let path = file.path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ForecastFolderError(path: path, reason: .exists)
    }
  }

  /// Writes a text in one step; folders on the way are made.
  ///
  /// - Throws: ``ForecastFolderError`` where it cannot be written.
  package static func write(_ text: String, to file: URL) throws(ForecastFolderError) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw ForecastFolderError(
        path: file.path(percentEncoded: false),
        reason: .system(error.localizedDescription)
      )
    }
  }
}
