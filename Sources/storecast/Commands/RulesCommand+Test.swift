import ArgumentParser
import Foundation
import InputFiles
import Reporting
import Rules

extension Storecast.RulesCommand {
  /// Runs worked examples.
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run worked examples against the packs; without files, every pack's own cases.",
      discussion: """
        Ends with status 2 where an example comes out otherwise.

        Example:
          storecast rules test examples.yaml --format json
        """
    )

    @Argument(help: "YAML lists of examples.")
    var files: [String] = []

    @Option(help: "Run only the examples of this pack (an id, or a name for all its versions).")
    var pack: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
      let report = try RuleSession(output: output, near: files.first)
        .report(files: files, pack: pack)
      print(output.format == .json ? report.json.text : report.text, terminator: "")
      if !report.isPassed { throw ExitCode(2) }
    }
  }
}
