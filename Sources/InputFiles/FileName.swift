import Foundation

/// Parts of a path, as text.
enum FileName {
  /// What stands before the last `/`; empty where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part without its ending.
  static func stem(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// A name relative to the folder of a file.
  ///
  /// No file can be reached through a folder that is still to be made, so `made/../days.csv` is then
  /// `days.csv`.
  static func path(of name: String, besides file: String) -> String {
    let folder = folder(of: file)
    if name.hasPrefix("/") || folder.isEmpty { return name }
    if name.hasPrefix("../"), ![".", ".."].contains(folder.split(separator: "/").last),
      !FileManager.default.fileExists(atPath: folder)
    {
      return path(of: String(name.dropFirst(3)), besides: folder)
    }
    return folder == "/" ? "/" + name : folder + "/" + name
  }
}
