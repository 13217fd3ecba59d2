import ArgumentParser

extension Storecast {
  /// `storecast backtest`: forecasts from past dates, checked against what happened.
  struct Backtest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check how good forecasts from past dates would have been.",
      discussion: """
        From many past dates the mean star, the orders and the late share are forecast from what was known \
        before each, beside simple methods, and scored against what happened (docs/backtest-format.md). With \
        --scenario so are the events of its rules.

        Example:
          storecast backtest mine.csv
          storecast backtest store_*.csv --orders orders.csv --out checks --lang en
          storecast backtest mine.csv --scenario mine.yaml --within 7,14,30
        """
    )

    @OptionGroup var options: BacktestOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      print(try await BacktestTask(options: options, output: output).perform(), terminator: "")
    }
  }
}
