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
  static func path(of name: String, besides file: String) -> String {
    let folder = folder(of: file)
    if name.hasPrefix("/") || folder.isEmpty { return name }
    return folder == "/" ? "/" + name : folder + "/" + name
  }
}
