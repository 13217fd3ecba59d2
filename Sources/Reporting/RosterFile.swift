package import Foundation

/// The file of a roster, replaced as a whole.
package enum RosterFile {
  /// Checks before simulating that a file may be written.
  ///
  /// - Throws: ``ForecastFolderError`` where `file` is a folder, or a file that is no roster.
  package static func check(_ file: URL) throws(ForecastFolderError) {
    var isFolder: ObjCBool = false
    let path = file.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard !isFolder.boolValue else { throw ForecastFolderError(path: path, reason: .isAFolder) }
    let mark = Data(("\u{FEFF}" + Table.rosterMark).utf8)
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      if try handle.read(upToCount: mark.count) == mark { return }
    } catch {
      throw ForecastFolderError(path: path, reason: .system(error.localizedDescription))
    }
    throw ForecastFolderError(path: path, reason: .isNoRoster)
  }

  /// Writes a roster in place of an older one, in one step; folders on the way are made.
  ///
  /// - Throws: ``ForecastFolderError`` where it cannot be written, or something else is there.
  package static func write(_ table: Table, to file: URL) throws(ForecastFolderError) {
    try check(file)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(table.csv.utf8).write(to: file, options: .atomic)
    } catch {
      throw ForecastFolderError(
        path: file.path(percentEncoded: false),
        reason: .system(error.localizedDescription)
      )
    }
  }
}
