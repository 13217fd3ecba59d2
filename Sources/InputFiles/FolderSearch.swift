import Foundation

/// Looks for a folder of the program's data: as named, else upwards from a place, else beside the
/// program.
struct FolderSearch {
  /// The places that were tried in vain.
  struct Fault: Error {
    var tried: [URL]
  }

  /// The folder's name.
  let name: String

  /// The folder.
  ///
  /// - Parameters:
  ///   - directory: what the user names; then nothing else is tried.
  ///   - path: the file or folder from which to look upwards.
  ///   - executable: the program, beside which `../share/storecast/<name>` is the last place tried.
  /// - Returns: the folder.
  /// - Throws: ``Fault`` with the places tried.
  func folder(
    named directory: String?,
    from path: String,
    executable: URL?
  ) throws(Fault) -> URL {
    if let directory {
      let url = URL(filePath: directory)
      guard Self.isDirectory(url) else { throw Fault(tried: [url]) }
      return url
    }
    var tried: [URL] = []
    var folder = URL(filePath: path).standardizedFileURL
    if !Self.isDirectory(folder) { folder.deleteLastPathComponent() }
    for _ in 0..<64 {
      let candidate = folder.appending(path: name)
      tried.append(candidate)
      if Self.isDirectory(candidate) { return candidate }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path || folder.path == "/" { break }
      folder = parent
    }
    if let executable {
      let shared = executable.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "share/storecast/\(name)")
      tried.append(shared)
      if Self.isDirectory(shared) { return shared }
    }
    throw Fault(tried: tried)
  }

  private static func isDirectory(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
