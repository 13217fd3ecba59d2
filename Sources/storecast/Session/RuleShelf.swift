import Foundation
import InputFiles
import Rules

/// The rules folder of a run: its packs, what they let a scenario say, and the defaults.
struct RuleShelf {
  let library: RuleLibrary
  let defaults: ScenarioDefaults

  /// Opens the folder named by `--rules-dir`, else the nearest one above `path`.
  ///
  /// - Throws: ``InputErrors`` with every fault of the folder's files.
  init(rulesDir: String?, near path: String) throws(InputErrors) {
    library = try RuleLibrary(rulesDir: rulesDir, near: path)
    let file = library.folder.appending(path: "defaults.yaml").path
    defaults = try ScenarioDefaults(fromYAML: TextFile.text(at: file), file: file)
  }

  /// A reader for the scenarios of this folder.
  func scenarioReader(isChinese: Bool) -> ScenarioReader {
    ScenarioReader(
      defaults: defaults,
      packs: library.packs.map(PackVocabulary.init),
      isChinese: isChinese
    )
  }
}

extension PackVocabulary {
  /// What a pack lets a scenario say.
  init(_ pack: RulePack) {
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
      requiredCounters: Set(pack.graph.inputs.flatMap { $0.terms.map(\.counter) })
    )
  }
}
