import ArgumentParser
import Foundation
import InputFiles
import Reporting
import Rules

extension Storecast {
  /// The rule library.
  struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rules",
      abstract: "List and show rule packs, and run their worked examples.",
      discussion: """
        Example:
          storecast rules list
          storecast rules test
        """,
      subcommands: [List.self, Show.self, Test.self]
    )

    /// Prints every pack.
    struct List: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "List the packs: id, dates, names, number of assumptions.",
        discussion: "Example:\n  storecast rules list --lang zh"
      )

      @OptionGroup var output: OutputOptions

      func run() async throws {
        let session = try RuleSession(output: output)
        let listing = RuleListing(packs: try session.allPacks(), language: output.language)
        print(output.format == .json ? listing.json.text : listing.text, terminator: "")
      }
    }

    /// Prints one pack.
    struct Show: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Show a pack: its numbers with their sources, levels, events, measures.",
        discussion: "Example:\n  storecast rules show PLATFORM.NAME@VERSION"
      )

      @Argument(help: "A pack's id, or its name where it has one version.")
      var pack: String

      @OptionGroup var output: OutputOptions

      func run() async throws {
        let sheet = try RuleSession(output: output).sheet(of: pack)
        print(output.format == .json ? sheet.json.text : sheet.text, terminator: "")
      }
    }
  }
}
