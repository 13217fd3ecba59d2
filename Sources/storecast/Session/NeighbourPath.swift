import Foundation

/// A file as another one names it.
enum NeighbourPath {
  /// The path of `file` from the folder of `other`; from the root where they share no folder.
  static func text(of file: String, besides other: String) -> String {
    let target = URL(filePath: file).standardizedFileURL.pathComponents
    let folder = URL(filePath: other).standardizedFileURL.deletingLastPathComponent().pathComponents
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    guard shared > 1 else { return URL(filePath: file).standardizedFileURL.path }
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + target[shared...]).joined(separator: "/")
  }
}
