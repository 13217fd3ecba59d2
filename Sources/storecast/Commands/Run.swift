import ArgumentParser
import Foundation
import InputFiles
import Reporting

extension Storecast {
  /// Simulates scenarios and answers.
  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Simulate a scenario: the answer, and a folder of forecast files.",
      discussion: """
        Example:
          storecast run mine.yaml --by 2026-11-11 --lang zh
          storecast run --manifest forecasts/mine/manifest.json
        """
    )

    @Argument(help: "Scenario files.")
    var scenarios: [String] = []

    @OptionGroup var options: SimulationOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "Repeat the run that wrote this manifest, to the byte.")
    var manifest: String?

    func validate() throws {
      if (manifest == nil) == scenarios.isEmpty {
        throw ValidationError("name either scenario files or a --manifest")
      }
      if scenarios.count > 1, options.out != nil {
        throw ValidationError("--out names one folder, so it goes with one scenario")
      }
    }

    func run() async throws {
      if let manifest {
        try await ManifestReplay(path: manifest, options: options, output: output).perform()
      } else {
        try await ForecastDelivery(kind: .run, options: options, output: output)
          .perform(scenarios)
      }
    }
  }
}
