import ArgumentParser

@main
struct Storecast: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "storecast",
    abstract: "Forecast how an online store will stand under its platform's scoring rules.",
    subcommands: []
  )
}
