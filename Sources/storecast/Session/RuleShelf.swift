import Foundation
import InputFiles
import Rules
import StoreModel

/// The rules folder of a run: its packs, what they let a scenario say, and the defaults.
struct RuleShelf {
  let library: RuleLibrary
  let defaults: ScenarioDefaults

  /// The file of the defaults.
  let defaultsFile: String

  /// The packs that the scenario speaks of, and those that let a scenario say more.
  let packs: [RulePack]

  private let vocabularies: [PackVocabulary]
  private let packIDs: [String]

  /// What is wrong with the others, by id.
  private let faults: [String: InputErrors]

  /// Opens the folder for a scenario: the one named by `--rules-dir`, else the nearest one above
  /// `path`, else above the working folder.
  ///
  /// Reading every pack of a large library would take longer than most scenarios take to check.
  ///
  /// - Throws: ``InputErrors`` where there is no such folder or its defaults cannot be read.
  init(
    rulesDir: String?,
    near path: String,
    scenario text: String,
    cache: PackCache = PackCache()
  ) throws(InputErrors) {
    library = try RuleLibrary.find(
      directory: rulesDir,
      fromFirstOf: [path, FileManager.default.currentDirectoryPath],
      executable: Bundle.main.executableURL
    )
    defaultsFile = Self.defaultsFile(of: library, near: path)
    defaults = try cache.defaults(at: defaultsFile)
    var entries: [PackCache.Entry] = []
    var faults: [String: InputErrors] = [:]
    packIDs = cache.packIDs(of: library)
    for id in packIDs
    where text.contains(id.prefix { $0 != "@" }) || cache.addsKeys(id, of: library) {
      do throws(InputErrors) {
        entries.append(try cache.entry(of: id, in: library))
      } catch {
        faults[id] = error
      }
    }
    packs = entries.map(\.pack)
    vocabularies = entries.map(\.vocabulary)
    self.faults = faults
  }

  /// The folder's `defaults.yaml`; where it has none, as a folder of one's own packs may, that of the
  /// nearest `rules/` above `path` or the working folder, or of the installed program.
  private static func defaultsFile(of library: RuleLibrary, near path: String) -> String {
    var folders = [library.directory]
    let working = URL(filePath: FileManager.default.currentDirectoryPath)
    for start in [URL(filePath: path).deletingLastPathComponent(), working] {
      var folder = start.standardizedFileURL
      while folder.pathComponents.count > 1 {
        folders.append(folder.appending(path: "rules"))
        folder.deleteLastPathComponent()
      }
    }
    if let program = Bundle.main.executableURL {
      let prefix = program.deletingLastPathComponent().deletingLastPathComponent()
      folders.append(prefix.appending(path: "share/storecast/rules"))
    }
    let files = folders.map { $0.appending(path: "defaults.yaml").path(percentEncoded: false) }
    return files.first { FileManager.default.fileExists(atPath: $0) } ?? files[0]
  }

  /// A reader for the scenarios of this folder, with another history in the place of theirs.
  func scenarioReader(isChinese: Bool, history: String? = nil) -> ScenarioReader {
    ScenarioReader(
      defaults: defaults,
      packs: vocabularies,
      packIDs: packIDs,
      isChinese: isChinese,
      readText: { path throws(InputErrors) in
        if let history { return history }
        return try TextFile.text(at: path)
      }
    )
  }

  /// The pack that a scenario selects; named without a version where the days of the forecast need
  /// more than one, those versions joined.
  ///
  /// - Throws: ``RuleErrors`` where the versions cannot be joined.
  func pack(of selection: RuleSelection, in scenario: Scenario) throws(RuleErrors) -> RulePack? {
    if let pack = packs.first(where: { $0.id == selection.packID }) { return pack }
    let last = scenario.start + (scenario.horizonInDays - 1)
    let versions = packs.filter { pack in
      pack.familyName == selection.packID && pack.effectiveFrom.map { $0 <= last } ?? true
        && pack.effectiveTo.map { $0 > scenario.start } ?? true
    }.sorted { $0.effectiveFrom ?? scenario.start < $1.effectiveFrom ?? scenario.start }
    return versions.count > 1 ? try RulePack.joined(versions) : versions.first
  }

  /// What a scenario leaves open that its packs require.
  func requirementWarnings(_ reading: ScenarioReading, file: String) -> [Diagnostic] {
    zip(reading.scenario.rules, reading.rulePlaces).flatMap { selection, place in
      (try? pack(of: selection, in: reading.scenario))?.requirementWarnings(
        overrides: selection.overrides,
        file: file,
        location: place
      ) ?? []
    }
  }

  /// Stops a scenario that names a pack which cannot be read; other broken packs do not concern it.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with the packs.
  func checkPacks(namedIn text: String) throws(InputErrors) {
    let named = faults.filter { text.contains($0.key.prefix { $0 != "@" }) }
    guard named.isEmpty else { throw InputErrors(named.values.flatMap(\.diagnostics)) }
  }
}

extension PackVocabulary {
  /// What a pack lets a scenario say.
  init(_ pack: RulePack) {
    // A pack that does not compile is refused by name, when a scenario selects it.
    let program = try? pack.program(overrides: [:], hasConsequences: true)
    let displayed = pack.graph.displayed.reduce(into: [String: [String]]()) {
      $0[$1.score, default: []].append($1.item)
    }
    self.init(
      id: pack.id,
      platform: pack.platform,
      categories: pack.categories,
      effectiveFrom: pack.effectiveFrom,
      effectiveTo: pack.effectiveTo,
      ladders: Dictionary(
        pack.graph.ladders.map { ($0.name, $0.states.map(\.name)) },
        uniquingKeysWith: { $1 }
      ),
      gates: pack.graph.gates.map(\.name),
      displayed: displayed,
      scenarioKeys: pack.scenarioKeys,
      parameters: pack.parameters.map(\.name),
      requiredCounters: program?.readCounters ?? [],
      reportsSomething: program.map { $0.reportsSomething || $0.staffPay != nil } ?? true
    )
  }
}
