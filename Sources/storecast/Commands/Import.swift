import ArgumentParser
import Foundation

extension Storecast {
  /// Turns a console's exports into a history, and into the beginning of a scenario.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Turn a platform console's exports into a history CSV, and into a first scenario.",
      discussion: """
        Reads CSV (UTF-8, GB18030) and XLSX by the headings of the platform's alias table \
        (docs/import-format.md). Rates become counts where one whole number is possible; what could not \
        be derived is listed, nothing is guessed.

        Example:
          storecast import trade.xlsx reviews.csv --platform PLATFORM --out mine.csv --explain
          storecast import *.csv --platform PLATFORM --scenario mine.yaml
        """
    )

    @Argument(help: "Exports: CSV, tab-separated text or XLSX.", completion: .file())
    var files: [String]

    @OptionGroup var options: ImportOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let task = ImportTask(files: files, options: options, output: output)
      print(try await task.perform(), terminator: "")
    }
  }
}
