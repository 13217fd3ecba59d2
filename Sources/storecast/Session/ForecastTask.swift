import ArgumentParser
import Forecasting
import Foundation
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel

/// One scenario from its file to its answer and folder.
struct ForecastTask {
  /// What the task is to do with the file's alternatives.
  enum Kind: String {
    case run, compare
  }

  /// What a task ends with.
  struct Result {
    let manifest: Manifest
    let tables: [Table]
    let sentences: [String]
    let text: String
    let folder: URL
    let isInterrupted: Bool
  }

  let kind: Kind
  let options: SimulationOptions
  let output: OutputOptions

  /// Simulates, writes the folder and puts the answer into words.
  ///
  /// - Throws: ``ForecastFolderError`` where the folder cannot be written.
  func perform(_ loaded: LoadedScenario) async throws -> Result {
    let nextStep = nextStep(loaded)
    var loaded = loaded
    loaded.apply(options)
    if kind == .run { loaded.scenario.alternatives = [] }
    let folder = options.out ?? "forecasts/\(stem(of: loaded.path))"
    let url = URL(filePath: folder, directoryHint: .isDirectory)
    try ForecastFolder.check(url)
    let started = Date()
    let plan = loaded.plan
    var meter = ProgressMeter(language: output.language, isQuiet: output.quiet)
    let session = SimulationSession(
      plan: plan,
      replications: loaded.scenario.replications,
      threads: options.threadCount,
      precision: options.precision.map(PrecisionRule.init(halfWidth:)),
      pathCount: options.paths,
      earlyCount: OtherReadings.replications(of: loaded.scenario.replications)
    )
    let outcome = await session.run(meter: &meter)
    let tables = ForecastTables.all(
      forecasts: outcome.forecasts,
      comparisons: outcome.comparisons,
      assumptions: loaded.scenario.assumptions,
      paths: outcome.paths,
      language: output.language
    )
    let manifest = try ForecastFolder.write(
      tables: tables,
      manifest: manifest(
        loaded,
        outcome,
        times: Manifest.Times(started: started, seconds: meter.seconds)
      ),
      to: url
    )
    let readings = OtherReadings(loaded, options: options, language: output.language)
    var notes: [String] = []
    if kind == .run, let early = outcome.early, !outcome.isInterrupted {
      notes = await readings.notes(against: early, meter: &meter)
    }
    var context = AnswerContext(
      loaded,
      plan: plan,
      options: options,
      output: output,
      folder: folder,
      nextStep: nextStep
    )
    context.notes = notes + context.notes
    let (sentences, text) = answer(outcome, loaded, context)
    return Result(
      manifest: manifest,
      tables: tables,
      sentences: sentences,
      text: text,
      folder: url,
      isInterrupted: outcome.isInterrupted
    )
  }

  private func answer(
    _ outcome: SimulationSession.Outcome,
    _ loaded: LoadedScenario,
    _ context: AnswerContext
  ) -> (sentences: [String], text: String) {
    guard kind == .compare else {
      let answer = RunAnswer(forecast: outcome.forecasts[0], context: context)
      return (answer.sentences, answer.text)
    }
    let options = zip(
      loaded.scenario.alternatives,
      zip(outcome.forecasts.dropFirst(), outcome.comparisons)
    ).map { alternative, results in
      CompareAnswer.Option(
        from: alternative.from,
        forecast: results.0,
        comparison: results.1
      )
    }
    let answer = CompareAnswer(
      baseline: outcome.forecasts[0],
      options: options,
      context: context
    )
    return (answer.sentences, answer.text)
  }

  private func manifest(
    _ loaded: LoadedScenario,
    _ outcome: SimulationSession.Outcome,
    times: Manifest.Times
  ) -> Manifest {
    Manifest(
      command: kind.rawValue,
      version: Storecast.version,
      seed: loaded.scenario.seed,
      replications: outcome.replications,
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
      times: times
    )
  }

  private func nextStep(_ loaded: LoadedScenario) -> String {
    kind == .run && !loaded.scenario.alternatives.isEmpty ? "storecast compare \(loaded.path)" : ""
  }

  private func stem(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
