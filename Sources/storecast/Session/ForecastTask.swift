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
  var addedPacks = AddedPacks()

  /// Simulates, writes the folder and puts the answer into words.
  ///
  /// - Throws: ``ForecastFolderError`` where the folder cannot be written.
  func perform(_ read: LoadedScenario) async throws -> Result {
    let nextStep = nextStep(read)
    let folder = options.out ?? "\(addedPacks.root)/\(stem(of: read.path))"
    let job = ForecastJob(
      kind: kind,
      loaded: read,
      options: options,
      output: output,
      addedPacks: addedPacks.names,
      folder: folder
    )
    try ForecastFolder.check(job.folder)
    let loaded = job.loaded
    let started = Date()
    let plan = loaded.plan(pairsFutures: kind == .run)
    var meter = ProgressMeter(language: output.language, isQuiet: output.quiet)
    let outcome = await job.simulate(plan, threads: options.threadCount, meter: &meter)
    let tables = job.tables(of: outcome)
    let manifest = try job.write(
      tables,
      of: outcome,
      times: Manifest.Times(started: started, seconds: meter.seconds)
    )
    let readings = OtherReadings(
      loaded,
      plan: plan,
      options: options,
      language: output.language
    )
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
      folder: job.folder,
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

  private func nextStep(_ loaded: LoadedScenario) -> String {
    kind == .run && !loaded.scenario.alternatives.isEmpty ? "storecast compare \(loaded.path)" : ""
  }

  private func stem(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
