import ArgumentParser
import Foundation

/// What `import` reads, and what it writes.
struct ImportOptions: ParsableArguments {
  @Option(help: "The platform whose console wrote the exports: a table under import/.")
  var platform: String

  @Option(help: "The history to write (default: none, or beside --scenario).", completion: .file())
  var out: String?

  @Flag(help: "Tell each column's unit, conversion and source.")
  var explain = false

  @Option(
    help: "A scenario to write, with what the exports tell and what they do not.",
    completion: .file()
  )
  var scenario: String?

  @Option(help: "The year of days that are shown without one.")
  var year: Int?

  @Option(help: "Folder of the alias tables (default: the nearest import/ above the folder).")
  var importDir: String?

  @Option(help: "For --scenario: the category of goods, as rule packs and defaults name it.")
  var category: String?

  @Option(help: "For --scenario: agents of the service desk.")
  var agents: Int?

  @Option(help: "For --scenario: hours of the service desk, such as 08:00-23:00.")
  var hours: String?

  func validate() throws {
    if let year, !(2000...2199).contains(year) {
      throw ValidationError("--year must be between 2000 and 2199")
    }
    if scenario == nil, category != nil || agents != nil || hours != nil {
      throw ValidationError("--category, --agents and --hours go with --scenario")
    }
    if (agents == nil) != (hours == nil) {
      throw ValidationError("--agents and --hours go together")
    }
    if let agents, !(0...10_000).contains(agents) {
      throw ValidationError("--agents must be between 0 and 10,000")
    }
    if let hours, hours.contains(where: { !"0123456789:- ".contains($0) }) {
      throw ValidationError("--hours must be two times of day such as 08:00-23:00, not '\(hours)'")
    }
  }

  /// Where the history goes.
  var historyPath: String? {
    out ?? scenario.map { URL(filePath: $0).deletingPathExtension().path + "-history.csv" }
  }
}
