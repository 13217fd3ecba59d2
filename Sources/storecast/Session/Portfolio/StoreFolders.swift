import Foundation

/// The forecast folder of each store of a portfolio, no two the same.
///
/// A folder has the name of its scenario file. Files of one name in different folders take the name of
/// their folder before it, of as many folders as tell them apart.
struct StoreFolders {
  /// The scenario files, each once, in the order named.
  let paths: [String]
  /// The name of each file's folder, in the same order.
  let names: [String]

  /// Names the folders of files.
  init(_ files: [String]) {
    var seen: Set<[String]> = []
    let paths = files.filter { seen.insert(Self.parts(of: $0)).inserted }
    let parts = paths.map(Self.parts(of:))
    var depths = Array(repeating: 1, count: paths.count)
    func name(_ index: Int) -> String { parts[index].suffix(depths[index]).joined(separator: "-") }
    let deepest = parts.map(\.count).max() ?? 0
    for _ in 0..<deepest {
      let shared = Dictionary(grouping: paths.indices, by: name).values.filter { $0.count > 1 }
      guard !shared.isEmpty else { break }
      for index in shared.joined() { depths[index] = min(depths[index] + 1, parts[index].count) }
    }
    var taken: [String: Int] = [:]
    // Paths as "a-b/c" and "a/b-c" still meet after all their folders: they are counted.
    names = paths.indices.map { index in
      let count = taken[name(index), default: 0] + 1
      taken[name(index)] = count
      return count == 1 ? name(index) : "\(name(index))~\(count)"
    }
    self.paths = paths
  }

  /// The folders of a path from the root, and the file's name without its ending.
  private static func parts(of path: String) -> [String] {
    let file = URL(filePath: path).standardizedFileURL
    return file.deletingLastPathComponent().pathComponents.dropFirst()
      + [file.deletingPathExtension().lastPathComponent]
  }
}
