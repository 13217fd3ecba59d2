import Forecasting
import Foundation
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel

/// A scenario with the options of a run, ready to be simulated into its folder.
struct ForecastJob {
  let kind: ForecastTask.Kind
  let options: SimulationOptions
  let output: OutputOptions
  let addedPacks: [String]
  let folder: URL

  /// The scenario as it is run.
  let loaded: LoadedScenario

  /// Applies the options to a scenario as read.
  ///
  /// - Parameters:
  ///   - kind: what to do with the file's alternatives.
  ///   - loaded: the scenario.
  ///   - options: what the command line says instead of the file.
  ///   - output: language and rules.
  ///   - addedPacks: names of the packs that were named beside the file.
  ///   - folder: where to write, as the user would.
  init(
    kind: ForecastTask.Kind,
    loaded: LoadedScenario,
    options: SimulationOptions,
    output: OutputOptions,
    addedPacks: [String],
    folder: String
  ) {
    var loaded = loaded
    loaded.apply(options)
    if kind == .run { loaded.scenario.alternatives = [] }
    self.kind = kind
    self.loaded = loaded
    self.options = options
    self.output = output
    self.addedPacks = addedPacks
    self.folder = URL(filePath: folder, directoryHint: .isDirectory)
  }

  /// Whether the folder holds what this job would write: made from the same inputs, whole, unchanged.
  var isDone: Bool {
    let file = folder.appending(path: ForecastFolder.manifestName)
    guard let data = try? Data(contentsOf: file), let found = try? Manifest(json: data),
      found.isWhole(andSameAs: manifest(of: nil, times: found.times)), !found.files.isEmpty
    else { return false }
    return found.files.allSatisfy {
      $0.sha256 == FileDigest.sha256(fileAt: folder.appending(path: $0.name))
    }
  }

  /// Simulates the plan of the scenario.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - threads: replications at the same time.
  ///   - meter: is told how far it is.
  /// - Returns: what the replications say.
  func simulate(
    _ plan: Plan,
    threads: Int,
    meter: inout ProgressMeter
  ) async -> SimulationSession.Outcome {
    let session = SimulationSession(
      plan: plan,
      replications: loaded.scenario.replications,
      threads: threads,
      precision: options.precision.map(PrecisionRule.init(halfWidth:)),
      pathCount: options.paths,
      earlyCount: OtherReadings.replications(of: loaded.scenario.replications)
    )
    return await session.run(meter: &meter)
  }

  /// The tables of an outcome.
  func tables(of outcome: SimulationSession.Outcome) -> [Table] {
    ForecastTables.all(
      forecasts: outcome.forecasts,
      comparisons: outcome.comparisons,
      assumptions: loaded.scenario.assumptions,
      paths: outcome.paths,
      language: output.language
    )
  }

  /// Writes the folder.
  ///
  /// - Returns: the manifest as written.
  /// - Throws: ``ForecastFolderError`` where the folder cannot be written.
  func write(
    _ tables: [Table],
    of outcome: SimulationSession.Outcome,
    times: Manifest.Times
  ) throws(ForecastFolderError) -> Manifest {
    try ForecastFolder.write(
      tables: tables,
      manifest: manifest(of: outcome, times: times),
      to: folder
    )
  }

  /// The manifest of an outcome; without one, that of the whole run.
  private func manifest(
    of outcome: SimulationSession.Outcome?,
    times: Manifest.Times
  ) -> Manifest {
    Manifest(
      command: kind.rawValue,
      version: Storecast.version,
      seed: loaded.scenario.seed,
      replications: outcome?.replications ?? loaded.scenario.replications,
      replicationsWanted: loaded.scenario.replications,
      precision: options.precision,
      horizonInDays: loaded.scenario.horizonInDays,
      byDates: options.by,
      paths: options.paths,
      language: output.language,
      scenario: Manifest.ScenarioText(path: loaded.path, text: loaded.text),
      history: loaded.historyPath.map { path in
        Manifest.File(name: path, sha256: FileDigest.sha256(fileAt: URL(filePath: path)))
      },
      packs: loaded.packs.flatMap(\.partIDs).map { id in
        Manifest.File(
          name: id,
          sha256: FileDigest.sha256(fileAt: loaded.library.file(ofPack: id))
        )
      },
      threads: options.threadCount,
      samplers: options.samplers.rawValue,
      times: times,
      defaultsDigest: FileDigest.sha256(fileAt: URL(filePath: loaded.defaultsFile)),
      addedPacks: addedPacks,
      isComplete: outcome.map { !$0.isInterrupted } ?? true
    )
  }
}
