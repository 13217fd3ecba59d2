package import Foundation

/// A folder with a forecast's files, replaced as a whole.
package enum ForecastFolder {
  /// Name of the file that marks a folder as a forecast.
  package static let manifestName = "manifest.json"

  /// Checks before simulating that the folder may be written.
  ///
  /// - Throws: ``ForecastFolderError`` where `folder` is a file, or a folder with other things in
  ///   it than a forecast.
  package static func check(_ folder: URL) throws(ForecastFolderError) {
    var isFolder: ObjCBool = false
    let path = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw ForecastFolderError(path: path, reason: .isAFile) }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw ForecastFolderError(path: path, reason: .system(error.localizedDescription))
    }
    if names.isEmpty || names.contains(manifestName) { return }
    throw ForecastFolderError(path: path, reason: .holdsOtherFiles(names.sorted().first ?? ""))
  }

  /// Writes tables and manifest in place of what `folder` holds.
  ///
  /// Everything is written beside it first and exchanged in one step: a failure on the way leaves
  /// the old folder as it was.
  ///
  /// - Returns: the manifest with the digests of the files.
  /// - Throws: ``ForecastFolderError`` where the folder cannot be written or holds other things.
  package static func write(
    tables: [Table],
    manifest: Manifest,
    to folder: URL
  ) throws(ForecastFolderError) -> Manifest {
    let files = tables.map { (name: $0.name, text: $0.csv) }
    var manifest = manifest
    manifest.files = files.map {
      Manifest.File(name: $0.name, sha256: FileDigest.sha256($0.text))
    }
    try replace(folder, with: files + [(manifestName, manifest.json.text)])
    return manifest
  }

  /// Replaces a folder by one with these files.
  static func replace(
    _ folder: URL,
    with files: [(name: String, text: String)]
  ) throws(ForecastFolderError) {
    try check(folder)
    let parent = folder.deletingLastPathComponent()
    let fresh = parent.appending(
      path: ".\(folder.lastPathComponent).\(UUID().uuidString)",
      directoryHint: .isDirectory
    )
    do {
      // After the exchange this removes the old folder, after a failure the unfinished one.
      defer { try? FileManager.default.removeItem(at: fresh) }
      try FileManager.default.createDirectory(at: fresh, withIntermediateDirectories: true)
      for file in files {
        try Data(file.text.utf8).write(to: fresh.appending(path: file.name))
      }
      try exchange(fresh, folder)
    } catch {
      throw ForecastFolderError(
        path: folder.path(percentEncoded: false),
        reason: .system(error.localizedDescription)
      )
    }
  }

  private static func exchange(_ fresh: URL, _ folder: URL) throws {
    let (new, old) = (fresh.path(percentEncoded: false), folder.path(percentEncoded: false))
    guard FileManager.default.fileExists(atPath: old) else {
      try FileManager.default.moveItem(at: fresh, to: folder)
      return
    }
    if FolderExchange.swap(new, old) { return }
    // A file system without exchange: the old folder steps aside for the moment between.
    let aside = fresh.appendingPathExtension("old")
    try FileManager.default.moveItem(at: folder, to: aside)
    do {
      try FileManager.default.moveItem(at: fresh, to: folder)
    } catch {
      try FileManager.default.moveItem(at: aside, to: folder)
      throw error
    }
    try FileManager.default.removeItem(at: aside)
  }
}
