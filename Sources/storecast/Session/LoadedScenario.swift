import Foundation
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel

/// A scenario with its rules compiled: all that a run needs.
struct LoadedScenario {
  let path: String
  let text: String
  var scenario: Scenario
  /// The store as the file and the defaults have it, before its history starts any level.
  let statedOperation: StoreModel.Operation
  private(set) var drawsCountsFast = false
  let packs: [RulePack]
  let programs: [RuleProgram]
  /// Programs of alternatives that change rules, by name.
  let changedPrograms: [String: [RuleProgram]]
  let notices: [Diagnostic]
  let historyPath: String?
  let library: RuleLibrary
  let defaults: ScenarioDefaults
  let defaultsFile: String
  /// Ids of the packs that were named beside the file and score the store.
  let addedPackIDs: [String]

  /// Reads a scenario, or a text that once stood at its path.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - text: its text; `nil` reads it.
  ///   - history: the text of its history; `nil` reads it.
  ///   - output: the language and the folder of rules.
  ///   - addedPacks: names of packs to score the store with as well, without consequences.
  ///   - cache: what has been read of the rules.
  /// - Throws: ``InputErrors`` with every finding.
  init(
    path: String,
    text: String? = nil,
    history: String? = nil,
    output: OutputOptions,
    addedPacks: [String] = [],
    cache: PackCache = PackCache()
  ) throws(InputErrors) {
    self.path = path
    let read: String
    if let text { read = text } else { read = try TextFile.text(at: path) }
    self.text = read
    let named = ([read] + addedPacks).joined(separator: "\n")
    let shelf = try RuleShelf(
      rulesDir: output.rulesDir,
      near: path,
      scenario: named,
      cache: cache
    )
    library = shelf.library
    defaults = shelf.defaults
    defaultsFile = shelf.defaultsFile
    try shelf.checkPacks(namedIn: named)
    let reading = try shelf.scenarioReader(isChinese: output.language == .zh, history: history)
      .scenario(fromYAML: read, file: path, adding: addedPacks)
    addedPackIDs = reading.addedPackIDs
    scenario = try reading.solvedScenario(
      file: path,
      label: defaults.label(ofInput: "service_desk.handle_time.mean").map(output.language.text)
        ?? "",
      language: output.language
    )
    notices = reading.notices
    historyPath = reading.historyPath
    let rules = try ScenarioRules(reading, shelf: shelf, file: path)
    packs = rules.packs
    programs = rules.programs
    changedPrograms = rules.changed
    rules.pay(&scenario)
    statedOperation = scenario.operation
    scenario.startFromHistory(language: output.language)
    scenario.assumptions += rules.assumptions(language: output.language)
  }

  /// What the command line says instead of the file.
  mutating func apply(_ options: SimulationOptions) {
    if let replications = options.replications { scenario.replications = replications }
    if let seed = options.seed { scenario.seed = seed }
    if let horizon = options.horizon { scenario.horizonInDays = horizon }
    drawsCountsFast = options.samplers == .fast
  }

  /// The scenario made ready to run.
  var plan: Plan { plan(pairsFutures: false) }

  /// The scenario made ready to run; with pairs of futures where the answer tells luck from not knowing.
  func plan(pairsFutures: Bool, producesEveryCounter: Bool = false) -> Plan {
    Plan(
      scenario: scenario,
      programs: programs,
      changed: changedPrograms,
      producesEveryCounter: producesEveryCounter,
      drawsCountsFast: drawsCountsFast,
      pairsFutures: pairsFutures
    )
  }
}
