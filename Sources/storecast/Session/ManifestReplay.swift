import ArgumentParser
import Foundation
import InputFiles
import Reporting

/// Repeats the run that wrote a manifest and says whether every file came out the same.
struct ManifestReplay {
  let path: String
  let options: SimulationOptions
  let output: OutputOptions

  /// Repeats the run into `--out`, else beside the old folder.
  ///
  /// - Throws: The exit code: 65 or 66 for a manifest that cannot be read, 1 where a file differs.
  func perform() async throws {
    Interruption.listen()
    let manifest = try readManifest()
    var output = output
    output.lang = manifest.language
    var options = options
    options.replications = manifest.replications
    options.precision = nil
    options.samplers = manifest.samplers.flatMap { .init(rawValue: $0) } ?? .gsl
    options.seed = manifest.seed
    options.horizon = manifest.horizonInDays
    options.by = manifest.byDates
    options.paths = manifest.paths
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    options.out =
      options.out ?? String(folder.reversed().drop { $0 == "/" }.reversed()) + "-repeated"
    let loaded: LoadedScenario
    do throws(InputErrors) {
      loaded = try LoadedScenario(
        path: manifest.scenario.path,
        text: manifest.scenario.text,
        output: output,
        addedPacks: manifest.addedPacks ?? []
      )
    } catch {
      throw CommandFailure.input(error)
    }
    let result: ForecastTask.Result
    do {
      result = try await ForecastTask(
        kind: .init(rawValue: manifest.command) ?? .run,
        options: options,
        output: output,
        addedPacks: AddedPacks(names: manifest.addedPacks ?? [])
      ).perform(loaded)
    } catch let error as ForecastFolderError {
      throw CommandFailure.output(error, output.language)
    }
    try report(manifest, result)
  }

  private func readManifest() throws -> Manifest {
    do throws(InputErrors) {
      let text = try TextFile.text(at: path)
      guard let manifest = try? Manifest(json: Data(text.utf8)) else {
        CommandFailure.say("error: \(path) is no manifest.json that storecast wrote\n")
        throw InputErrors([])
      }
      return manifest
    } catch {
      throw error.diagnostics.isEmpty ? ExitCode(65) : CommandFailure.input(error)
    }
  }

  private func report(_ manifest: Manifest, _ result: ForecastTask.Result) throws {
    let inputs = manifest.changedInputs(in: result.manifest)
    let files = manifest.changedFiles(in: result.manifest)
    for change in inputs { CommandFailure.say(change.sentence(output.language) + "\n") }
    for change in files { CommandFailure.say(change.sentence(output.language) + "\n") }
    guard files.isEmpty else { throw ExitCode(1) }
    let count = result.manifest.files.count
    print(
      output.language == .zh
        ? "\(count) 个文件逐字节相同:\(result.folder.path(percentEncoded: false))"
        : "All \(count) files are the same to the byte: \(result.folder.path(percentEncoded: false))"
    )
  }
}
