import ArgumentParser

extension Storecast {
  /// Simulates the baseline and every alternative of a scenario on common random numbers.
  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare the options of a scenario with the unchanged store.",
      discussion: """
        Example:
          storecast compare scenarios/compare-agents.yaml --replications 2000
        """
    )

    @Argument(help: "A scenario file with alternatives.")
    var scenario: String

    @OptionGroup var options: SimulationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      try await ForecastDelivery(kind: .compare, options: options, output: output)
        .perform(scenario)
    }
  }
}
