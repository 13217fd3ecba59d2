import ArgumentParser

extension Storecast {
  /// `storecast fit`: a scenario's inputs from the store's own history.
  struct Fit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Estimate a scenario's inputs, with their uncertainty, from a store's history.",
      discussion: """
        Rates, shares and times that the history tells are added to the template as 80 % ranges, each on its line with \
        estimate, interval, counts and method; what the template gives itself stays (docs/fit-format.md).

        Example:
          storecast fit mine.csv --template scenarios/nine-lines.yaml --out mine.yaml
          storecast fit mine.csv --template first.yaml --out mine.yaml --orders orders.csv
        """
    )

    @OptionGroup var options: FitOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      print(try FitTask(options: options, output: output).perform(), terminator: "")
    }
  }
}
