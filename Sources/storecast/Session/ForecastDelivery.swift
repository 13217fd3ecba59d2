import ArgumentParser
import Foundation
import InputFiles
import Reporting
import StoreModel

/// Performs forecast tasks one after another and prints their answers.
struct ForecastDelivery {
  let kind: ForecastTask.Kind
  let options: SimulationOptions
  let output: OutputOptions

  /// Answers every scenario that can be read.
  ///
  /// - Throws: The exit code of the first failure, after all scenarios were tried.
  func perform(_ paths: [String]) async throws {
    Interruption.listen()
    var failure: ExitCode?
    for path in paths {
      do throws(ExitCode) {
        try await deliver(path)
      } catch {
        failure = failure ?? error
        if error == ExitCode(130) { break }
      }
    }
    if let failure { throw failure }
  }

  private func deliver(_ path: String) async throws(ExitCode) {
    let loaded: LoadedScenario
    do throws(InputErrors) {
      loaded = try LoadedScenario(path: path, output: output)
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
      result = try await ForecastTask(kind: kind, options: options, output: output)
        .perform(loaded)
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
