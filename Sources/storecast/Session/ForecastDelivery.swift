import ArgumentParser
import Foundation
import InputFiles
import Reporting
import StoreModel

/// Performs a forecast task and prints its answer.
struct ForecastDelivery {
  let kind: ForecastTask.Kind
  let options: SimulationOptions
  let output: OutputOptions
  var addedPacks = AddedPacks()

  /// Answers a scenario.
  ///
  /// - Throws: The exit code, after the message.
  func perform(_ path: String) async throws(ExitCode) {
    Interruption.listen()
    let loaded: LoadedScenario
    do throws(InputErrors) {
      try addedPacks.check(near: path, rulesDir: output.rulesDir)
      loaded = try LoadedScenario(
        path: path,
        output: output,
        addedPacks: addedPacks.names
      )
    } catch {
      throw CommandFailure.input(error)
    }
    if kind == .compare, loaded.scenario.alternatives.isEmpty {
      throw CommandFailure.run(
        "\(path) has no alternatives to compare; add some at its end (docs/scenario-format.md)"
      )
    }
    if !output.quiet, !loaded.notices.isEmpty {
      CommandFailure.say(DiagnosticText().text(of: loaded.notices))
    }
    print(try await result(of: loaded))
  }

  private func result(of loaded: LoadedScenario) async throws(ExitCode) -> String {
    let result: ForecastTask.Result
    do {
      result = try await ForecastTask(
        kind: kind,
        options: options,
        output: output,
        addedPacks: addedPacks
      ).perform(loaded)
    } catch let error as ForecastFolderError {
      throw CommandFailure.output(error, output.language)
    } catch {
      throw CommandFailure.run("\(error)")
    }
    if result.isInterrupted {
      CommandFailure.say(
        output.language == .zh
          ? "已中断:保留了 \(result.manifest.replications) 次完整的模拟。\n"
          : "Interrupted: \(result.manifest.replications) whole simulated futures are kept.\n"
      )
      print(rendered(result))
      throw ExitCode(130)
    }
    return rendered(result)
  }

  private func rendered(_ result: ForecastTask.Result) -> String {
    guard output.format == .json else {
      return result.text.trimmingCharacters(in: .newlines)
    }
    let files = (result.tables.map(\.name) + [ForecastFolder.manifestName]).map {
      result.folder.appending(path: $0).path(percentEncoded: false)
    }
    return RunAnswer.json(
      sentences: result.sentences,
      tables: result.tables,
      files: files,
      manifest: result.manifest
    ).text
  }
}
