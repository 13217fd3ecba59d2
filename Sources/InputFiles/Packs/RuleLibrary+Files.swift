import Foundation
import Rules

extension RuleLibrary {
  /// Finds the folder of rule packs.
  static func find(rulesDir: String?, near path: String) throws(InputErrors) -> URL {
    if let rulesDir {
      let url = URL(filePath: rulesDir)
      guard isDirectory(url) else { throw notFound(tried: [url]) }
      return url
    }
    var tried: [URL] = []
    var folder = URL(filePath: path).standardizedFileURL
    if !isDirectory(folder) { folder.deleteLastPathComponent() }
    for _ in 0..<64 {
      let candidate = folder.appending(path: "rules")
      tried.append(candidate)
      if isDirectory(candidate) { return candidate }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path || folder.path == "/" { break }
      folder = parent
    }
    let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    let shared = (Bundle.main.executableURL ?? program)
      .resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/storecast/rules")
    tried.append(shared)
    if isDirectory(shared) { return shared }
    throw notFound(tried: tried)
  }

  /// The ids that the files of a folder are named after, in order.
  static func ids(in folder: URL) -> [String] {
    let manager = FileManager.default
    let platforms = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    return platforms.flatMap { platform -> [String] in
      let inside = folder.appending(path: platform).path
      let files = (try? manager.contentsOfDirectory(atPath: inside)) ?? []
      return files.filter {
        $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") && $0.contains("@")
      }.map { "\(platform).\($0.dropLast(5))" }
    }.sorted()
  }

  /// Reads the pack that a file is named after.
  static func read(_ id: String, in folder: URL) throws(InputErrors) -> RulePack {
    let file = url(ofPack: id, in: folder, ending: ".yaml").path
    let pack = try PackReader.pack(fromYAML: TextFile.text(at: file), file: file)
    guard pack.id == id else {
      throw InputErrors([
        Diagnostic(
          file: file,
          location: SourceLocation(line: 1, column: 1),
          code: "RP117",
          message: "the file holds the pack '\(pack.id)', and its name says '\(id)'",
          hint: "a pack platform.name@version is the file platform/name@version.yaml"
        )
      ])
    }
    return pack
  }

  /// A file of a pack.
  static func url(ofPack id: String, in folder: URL, ending: String) -> URL {
    let platform = id.prefix { $0 != "." }
    return folder.appending(path: String(platform))
      .appending(path: String(id.dropFirst(platform.count + 1)) + ending)
  }

  private static func isDirectory(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func notFound(tried: [URL]) -> InputErrors {
    InputErrors([
      Diagnostic(
        file: tried.first?.path ?? "rules",
        location: SourceLocation(line: 1, column: 1),
        code: "RP130",
        message: "no folder of rule packs was found; tried "
          + tried.map(\.path).joined(separator: ", "),
        hint: "say where it is with --rules-dir DIR"
      )
    ])
  }
}
