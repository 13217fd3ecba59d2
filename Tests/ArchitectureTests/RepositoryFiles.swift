import Foundation
import TestSupport

/// The files of this repository that people write.
enum RepositoryFiles {
  private static let folders = [
    "Sources", "Tests", "Benchmarks", "docs", "import", "rules", "scenarios", ".ci",
  ]
  private static let extensions: Set = ["swift", "c", "h", "modulemap"]

  /// Returns all Swift and C files of Sources, Tests and Benchmarks.
  static func sources() throws -> [SourceText] { try readSources.get() }

  /// Returns every text file, documents and scripts among them.
  static func texts() throws -> [SourceText] {
    let top = try FileManager.default
      .contentsOfDirectory(at: Repository.root, includingPropertiesForKeys: nil)
      .filter { !$0.hasDirectoryPath && $0.lastPathComponent != ".git" }
    return try top.compactMap(read) + files(in: folders) { !extensions.contains($0.pathExtension) }
      + sources()
  }

  private static let readSources = Result {
    try files(in: ["Sources", "Tests", "Benchmarks"]) { extensions.contains($0.pathExtension) }
  }

  private static func files(in folders: [String], where isWanted: (URL) -> Bool) throws
    -> [SourceText]
  {
    try folders.flatMap { folder in
      let root = Repository.root.appending(path: folder)
      let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
      return try (files?.compactMap { $0 as? URL } ?? [])
        .filter { !$0.hasDirectoryPath && isWanted($0) }
        .compactMap(read)
    }
  }

  /// Reads a file; nil when it is not text.
  private static func read(_ file: URL) throws -> SourceText? {
    guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else { return nil }
    let path = file.standardizedFileURL.path(percentEncoded: false)
    let root = Repository.root.standardizedFileURL.path(percentEncoded: false)
    return SourceText(
      path: String(path.dropFirst(root.count)).trimmingPrefix("/").description,
      text: text
    )
  }
}
