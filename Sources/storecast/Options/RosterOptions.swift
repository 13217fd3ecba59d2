import ArgumentParser
import Foundation
import StoreModel

/// Which store and days to plan a roster for.
struct RosterOptions: ParsableArguments {
  @Option(help: "Plan the desk of a scenario, hour by hour, from its own forecast.")
  var scenario: String?

  @Option(help: ArgumentHelp("First day (default: the first).", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Last day (default: the last).", valueName: "date"))
  var to: String?

  @Option(help: "Share of futures whose chats a day's roster has to carry: 0.9, or \"90 %\".")
  var cover = Percent(hundredths: 90)

  @Option(help: "Hours after opening in which the messages of the night are worked off, 0 to 6.")
  var clearNightHours = 1

  @Flag(help: "Plan the hours without a shift too.")
  var aroundTheClock = false

  @Option(help: "File to write (default: forecasts/<file name>-staffing/roster.csv).")
  var out: String?

  @Option(help: "Simulated futures (default: the scenario's, at most 1,000).")
  var replications: Int?

  @Option(help: "Seed of all random draws (default: the scenario's).")
  var seed: UInt64?

  @Option(help: "Simulations at the same time (default: one for each processor).")
  var threads: Int?

  func validate() throws {
    func require(_ condition: Bool, _ message: String) throws {
      if !condition { throw ValidationError(message) }
    }
    for (name, date) in [("--from", from), ("--to", to)] {
      if let date, CalendarDay(iso: date) == nil {
        throw ValidationError("\(name) must be a date such as 2026-11-11, not '\(date)'")
      }
    }
    try require((0...6).contains(clearNightHours), "--clear-night-hours must be from 0 to 6")
    try require(
      replications.map { (1...1_000_000).contains($0) } ?? true,
      "--replications must be between 1 and 1,000,000"
    )
    try require(
      threads.map { (1...1024).contains($0) } ?? true,
      "--threads must be between 1 and 1,024"
    )
    if scenario == nil, from != nil || to != nil || out != nil || aroundTheClock {
      throw ValidationError("--from, --to, --out and --around-the-clock go with --scenario")
    }
  }

  /// Simulations at the same time.
  var threadCount: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// The file to write for a scenario: `--out` names it, or a folder for it.
  func file(for scenario: String) -> String {
    guard let out else {
      let stem = URL(filePath: scenario).deletingPathExtension().lastPathComponent
      return "forecasts/\(stem)-staffing/roster.csv"
    }
    return out.hasSuffix(".csv") ? out : out + (out.hasSuffix("/") ? "" : "/") + "roster.csv"
  }
}

/// A share in whole hundredths, from 50 % to 99 %.
struct Percent: ExpressibleByArgument {
  let hundredths: Int

  init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads `90 %`, `90%`, `0.9`.
  init?(argument: String) {
    let digits = argument.filter { $0 != " " && $0 != "%" }
    guard let number = Double(digits) else { return nil }
    let scaled = argument.contains("%") ? number : number * 100
    let hundredths = Int(max(0, min(1000, scaled)).rounded())
    guard (50...99).contains(hundredths), abs(Double(hundredths) - scaled) < 1e-9 else {
      return nil
    }
    self.hundredths = hundredths
  }

  var defaultValueDescription: String { "\(hundredths) %" }
}
