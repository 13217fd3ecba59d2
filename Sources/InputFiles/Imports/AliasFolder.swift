package import Foundation

/// The folder of alias tables: `import/<platform>.yaml`.
package struct AliasFolder: Sendable {
  /// The folder.
  package let directory: URL

  /// Finds the folder.
  ///
  /// - Parameters:
  ///   - directory: what `--import-dir` names; then nothing else is tried.
  ///   - path: the file or folder from which to look upwards for a folder `import`.
  ///   - executable: the program, beside which `../share/storecast/import` is the last place tried.
  /// - Throws: ``InputErrors`` with IM104, which lists the places tried.
  package init(
    directory: String?,
    from path: String,
    executable: URL?
  ) throws(InputErrors) {
    do throws(FolderSearch.Fault) {
      self.directory = try FolderSearch(name: "import")
        .folder(named: directory, from: path, executable: executable)
    } catch {
      throw ImportFinding.noTables(tried: error.tried.map(\.path))
        .failure(in: error.tried.first?.path ?? "import")
    }
  }

  /// Platforms that have a table, sorted.
  package var platforms: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The table of a platform.
  ///
  /// - Throws: ``InputErrors`` with IM105 (no table of this platform) and what the reader finds.
  package func table(of platform: String) throws(InputErrors) -> AliasTable {
    guard platforms.contains(platform) else {
      throw ImportFinding.noTable(of: platform, among: platforms).failure(in: directory.path)
    }
    let file = directory.appending(path: platform + ".yaml").path(percentEncoded: false)
    return try AliasTableReader.table(fromYAML: TextFile.text(at: file), file: file)
  }
}
