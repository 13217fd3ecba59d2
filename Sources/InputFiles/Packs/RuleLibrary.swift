package import Foundation
package import Rules
package import StoreModel

/// The folder of rule packs: `rules/<platform>/<name>@<version>.yaml`, cases beside each pack.
package struct RuleLibrary: Sendable {
  /// The folder.
  package let directory: URL

  /// Opens a library whose folder is known.
  package init(directory: URL) {
    self.directory = directory
  }

  /// Finds the rules folder.
  ///
  /// - Parameters:
  ///   - directory: what `--rules-dir` names; then nothing else is tried.
  ///   - path: the file or folder from which to look upwards for a folder `rules`.
  ///   - executable: the program, beside which `../share/storecast/rules` is the last place tried.
  /// - Returns: the library.
  /// - Throws: ``InputErrors`` with RP130, which lists the places tried.
  package static func find(
    directory: String?,
    from path: String,
    executable: URL?
  ) throws(InputErrors) -> RuleLibrary {
    do throws(FolderSearch.Fault) {
      return RuleLibrary(
        directory: try FolderSearch(name: "rules")
          .folder(named: directory, from: path, executable: executable)
      )
    } catch {
      throw notFound(tried: error.tried)
    }
  }

  /// Finds the rules folder, looking upwards from one place after the other.
  ///
  /// - Throws: ``InputErrors`` with RP130 for each place.
  package static func find(
    directory: String?,
    fromFirstOf places: [String],
    executable: URL?
  ) throws(InputErrors) -> RuleLibrary {
    var fault = InputErrors([])
    for place in places {
      do throws(InputErrors) {
        return try find(directory: directory, from: place, executable: executable)
      } catch {
        fault = InputErrors(fault.diagnostics + error.diagnostics)
      }
    }
    throw fault
  }

  /// The library that a pack's file lies in: the folder above its platform's.
  package static func holding(packFile path: String) -> RuleLibrary {
    RuleLibrary(
      directory: URL(filePath: path).deletingLastPathComponent().deletingLastPathComponent()
    )
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

  /// The ids of all packs in the library, in order.
  package func packIDs() -> [String] {
    let manager = FileManager.default
    let platforms = (try? manager.contentsOfDirectory(atPath: directory.path)) ?? []
    return platforms.flatMap { platform -> [String] in
      let folder = directory.appending(path: platform)
      let files = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
      return files.compactMap { file in
        guard file.hasSuffix(".yaml"), !file.hasSuffix(".cases.yaml"), file.contains("@") else {
          return nil
        }
        return "\(platform).\(file.dropLast(5))"
      }
    }.sorted()
  }

  /// Whether a pack lets scenarios use keys of its own; a look at its text, without reading it.
  package func addsKeys(_ id: String) -> Bool {
    let bytes = try? Data(contentsOf: file(ofPack: id))
    return bytes?.range(of: Data("\nscenario_keys:".utf8)) != nil
  }

  /// The file of a pack id.
  package func file(ofPack id: String) -> URL {
    url(ofPack: id, ending: ".yaml")
  }

  /// The file of a pack's own worked examples.
  package func casesFile(ofPack id: String) -> URL {
    url(ofPack: id, ending: ".cases.yaml")
  }

  private func url(ofPack id: String, ending: String) -> URL {
    let platform = id.prefix { $0 != "." }
    return directory.appending(path: String(platform))
      .appending(path: String(id.dropFirst(platform.count + 1)) + ending)
  }

  /// Reads the pack of a name: a full id, or a name without version that resolves by date.
  ///
  /// - Parameters:
  ///   - name: `platform.name@version` or `platform.name`.
  ///   - day: the day on which it is to be in force; without it a name needs a sole version.
  /// - Returns: the pack, with a notice where the day lies outside its span.
  /// - Throws: ``InputErrors`` with RP131 (no such pack, with near names), RP132 (no version in
  ///   force, or more than one), RP117 (the file holds another id) and what the pack reader finds.
  package func pack(
    named name: String,
    on day: CalendarDay?
  ) throws(InputErrors) -> (pack: RulePack, notices: [Diagnostic]) {
    if name.contains("@") {
      let pack = try read(name)
      guard let day, !pack.isInForce(on: day) else { return (pack, []) }
      return (pack, [outsideSpan(pack, day)])
    }
    let versions = packIDs().filter { $0.prefix { $0 != "@" } == name }
    guard !versions.isEmpty else { throw unknown(name) }
    var packs: [RulePack] = []
    for id in versions { packs.append(try read(id)) }
    if packs.count == 1, let sole = packs.first {
      guard let day, !sole.isInForce(on: day) else { return (sole, []) }
      return (sole, [outsideSpan(sole, day)])
    }
    let inForce = packs.filter { pack in day.map { pack.isInForce(on: $0) } ?? false }
    guard inForce.count == 1, let pack = inForce.first else {
      let when = day.map { "on \($0)" } ?? "without a date"
      let which = inForce.isEmpty ? "no version" : "more than one version"
      throw fault(
        "RP132",
        "'\(name)' has \(which) in force \(when); versions are "
          + versions.joined(separator: ", "),
        hint: "name one of them with its @version"
      )
    }
    return (pack, [])
  }

  /// The pack written in a YAML text, which may build on packs of this library.
  package func pack(fromYAML text: String, file: String) throws(InputErrors) -> RulePack {
    try PackReader.pack(fromYAML: text, file: file) { id throws(InputErrors) in
      // One storey: a pack that others build on builds on none, so reading cannot go in circles.
      let file = try existingFile(id)
      return try PackReader.pack(fromYAML: TextFile.text(at: file.path), file: file.path)
    }
  }

  private func existingFile(_ id: String) throws(InputErrors) -> URL {
    let file = file(ofPack: id)
    guard !id.contains("/"), !id.contains(".."), id.contains("."),
      FileManager.default.fileExists(atPath: file.path)
    else { throw unknown(id) }
    return file
  }

  private func read(_ id: String) throws(InputErrors) -> RulePack {
    let file = try existingFile(id)
    let pack = try pack(fromYAML: TextFile.text(at: file.path), file: file.path)
    guard pack.id == id else {
      throw fault("RP117", "\(file.path) holds the pack '\(pack.id)', not '\(id)'")
    }
    return pack
  }

  private func unknown(_ name: String) -> InputErrors {
    let known = packIDs()
    let nearest = NearestName.nearest(to: name, among: known)
    return fault(
      "RP131",
      "there is no rule pack '\(name)' in \(directory.path)",
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "known are " + known.joined(separator: ", ")
    )
  }

  private func outsideSpan(_ pack: RulePack, _ day: CalendarDay) -> Diagnostic {
    let from = pack.effectiveFrom.map { " from \($0)" } ?? ""
    let to = pack.effectiveTo.map { " until before \($0)" } ?? ""
    return Diagnostic(
      file: file(ofPack: pack.id).path,
      location: SourceLocation(line: 1, column: 1),
      severity: .notice,
      code: "RP133",
      message: "\(pack.id) is in force\(from)\(to), and \(day) lies outside",
      hint: "the rules are used as they are"
    )
  }

  private func fault(_ code: String, _ message: String, hint: String = "") -> InputErrors {
    InputErrors([
      Diagnostic(
        file: directory.path,
        location: SourceLocation(line: 1, column: 1),
        code: code,
        message: message,
        hint: hint
      )
    ])
  }
}
