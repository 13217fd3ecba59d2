import ArgumentParser

@main
struct Storecast: AsyncParsableCommand {
  /// The program's version, as manifests record it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "storecast",
    abstract: "Forecast how an online store will stand under its platform's scoring rules.",
    version: version,
    subcommands: [
      Run.self, Compare.self, Staffing.self, Score.self, Import.self, Fit.self, Backtest.self,
      JournalCommand.self, RulesCommand.self, Check.self, Explain.self,
    ]
  )
}
