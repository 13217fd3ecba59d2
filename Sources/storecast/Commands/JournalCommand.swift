import ArgumentParser
import Foundation

extension Storecast {
  /// Keeps forecasts and later says what came true.
  struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "journal",
      abstract: "Keep forecasts, and later say what came true.",
      discussion: """
        Example:
          storecast journal add forecasts/mine
          storecast journal check --history mine.csv
        """,
      subcommands: [Add.self, Check.self]
    )

    /// Keeps forecasts.
    struct Add: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract:
          "Keep what forecasts claim: events and measures after 7, 14 and 30 days and at the end.",
        discussion: """
          A forecast that is there already is not added again (docs/journal-format.md).

          Example:
            storecast journal add forecasts/*
          """
      )

      @Argument(help: "Forecast folders, as run and compare write them.", completion: .directory)
      var folders: [String]

      @Option(help: "Name of the store (default: the scenario's name).")
      var store: String?

      @OptionGroup var place: JournalPlace
      @OptionGroup var output: OutputOptions

      func run() throws {
        try JournalAddTask(folders: folders, store: store, path: place.journal, output: output)
          .perform()
      }
    }

    /// Says what came true.
    struct Check: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Hold the claims of a store against its history, and say how good they were.",
        discussion: """
          The history is scored under the rules of each forecast. What cannot be decided is told, never \
          guessed (docs/journal-format.md).

          Example:
            storecast journal check --history mine.csv --store "My store" --out claims.csv
          """
      )

      @OptionGroup var options: JournalCheckOptions
      @OptionGroup var place: JournalPlace
      @OptionGroup var output: OutputOptions

      func run() throws {
        let task = JournalCheckTask(options: options, path: place.journal, output: output)
        print(try task.perform(), terminator: "")
      }
    }
  }
}
