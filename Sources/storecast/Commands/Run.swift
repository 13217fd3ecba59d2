import ArgumentParser
import Foundation
import InputFiles
import Reporting

extension Storecast {
  /// Simulates scenarios and answers.
  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Simulate scenarios: the answer, and a folder of forecast files each.",
      discussion: """
        Example:
          storecast run mine.yaml --by 2026-11-11 --lang zh
          storecast run --manifest forecasts/mine/manifest.json
          storecast run stores/*.yaml

        Several scenarios are ranked, most at risk first, in portfolio.csv; stores whose forecast is there \
        already, from the same inputs, are not run again.
        """
    )

    @Argument(help: "Scenario files.")
    var scenarios: [String] = []

    @OptionGroup var options: SimulationOptions
    @OptionGroup var portfolio: PortfolioOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "Repeat the run that wrote this manifest, to the byte.")
    var manifest: String?

    func validate() throws {
      if (manifest == nil) == scenarios.isEmpty {
        throw ValidationError("name either scenario files or a --manifest")
      }
      if manifest != nil, portfolio.rules != nil || portfolio.portfolio != nil {
        throw ValidationError(
          "--rules and --portfolio go with scenario files, not with a --manifest"
        )
      }
    }

    func run() async throws {
      if let manifest {
        try await ManifestReplay(path: manifest, options: options, output: output).perform()
      } else if scenarios.count > 1 || portfolio.portfolio != nil {
        try await PortfolioTask(options: options, output: output, portfolio: portfolio)
          .perform(scenarios)
      } else if let scenario = scenarios.first {
        try await ForecastDelivery(
          kind: .run,
          options: options,
          output: output,
          addedPacks: portfolio.addedPacks
        ).perform(scenario)
      }
    }
  }
}
