import ArgumentParser
import Foundation

/// `storecast score`: a real history under the rules, without simulation.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score a real history under rule packs: where it stands, and the room left.",
    discussion: """
      The morning of a date is scored from the days before it. Nothing is simulated; a column that the \
      history lacks is told, never read as zero (docs/score-format.md).

      Example:
        storecast score --rules PLATFORM.NAME@VERSION --history mine.csv
        storecast score --rules PLATFORM.NAME --history mine.csv --standing mine.yaml --trace
      """
  )

  @OptionGroup var options: ScoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    print(try ScoreTask(options: options, output: output).perform(), terminator: "")
  }
}
