import ArgumentParser
import Calibration
import Foundation
import StoreModel

/// What `backtest` checks, and how.
struct BacktestOptions: ParsableArguments {
  @Argument(help: "Histories, one a store (docs/csv-format.md).", completion: .file())
  var histories: [String]

  @Option(help: "Days from each past date to what is forecast.") var horizon = 30
  @Option(help: "Days between past dates.") var step = 15
  @Option(
    help: "Orders one by one (docs/backtest-format.md): what is in transit sharpens the forecast.",
    completion: .file()
  )
  var orders: String?
  @Option(help: "The store of a single history in --orders (default: the file's name).")
  var store: String?
  @Option(
    help: "A scenario whose rules are checked too, filled in by fit and run at each past date.",
    completion: .file()
  )
  var scenario: String?
  @Option(
    help: ArgumentHelp(
      "Days within which rule events are asked for (default: 7, 14 and --horizon).",
      valueName: "days,…"
    )
  )
  var within: String?
  @Option(help: "Simulated futures of each forecast of rule events (default: 400).")
  var replications: Int?
  @Option(help: "The mean star whose crossing is asked for.") var line = 4.5
  @Flag(help: "Widen drift where bands of earlier dates held too little, and say so.")
  var calibrate = false
  @Option(
    help: ArgumentHelp(
      "A date on which ratings began to be invited; may be given several times.",
      valueName: "date"
    )
  )
  var campaign: [String] = []
  @Option(help: "Draws of each method at each date.") var draws = 1000
  @Option(help: "Seed of all random draws.") var seed: UInt64 = 1
  @Option(help: "Dates forecast at the same time (default: one for each processor).")
  var threads: Int?
  @Option(help: "Folder for every forecast beside its outcome (default: none is written).")
  var out: String?

  func validate() throws {
    func require(_ value: Int?, _ range: ClosedRange<Int>, _ name: String) throws {
      guard let value, !range.contains(value) else { return }
      throw ValidationError(
        "\(name) must be from \(range.lowerBound) to \(range.upperBound), not \(value)"
      )
    }
    if histories.isEmpty { throw ValidationError("name at least one history") }
    try require(horizon, 1...365, "--horizon")
    try require(step, 1...365, "--step")
    try require(draws, 100...100_000, "--draws")
    try require(threads, 1...1024, "--threads")
    try require(replications, 50...100_000, "--replications")
    for day in withinTexts {
      guard let number = Int(day), (1...365).contains(number) else {
        throw ValidationError("--within must be days from 1 to 365 such as 7,14,30, not '\(day)'")
      }
    }
    if scenario == nil, within != nil || replications != nil {
      throw ValidationError("--within and --replications go with --scenario")
    }
    guard line > 1, line < 5 else {
      throw ValidationError("--line must be between 1 and 5 stars, not \(line)")
    }
    if store != nil, orders == nil || histories.count > 1 {
      throw ValidationError("--store goes with --orders and a single history")
    }
    if let wrong = campaign.first(where: { CalendarDay(iso: $0) == nil }) {
      throw ValidationError("--campaign must be a date such as 2026-11-11, not '\(wrong)'")
    }
  }

  /// What the options ask.
  var settings: BacktestSettings {
    var settings = BacktestSettings()
    settings.horizon = horizon
    settings.step = step
    settings.line = line
    settings.draws = draws
    settings.seed = seed
    settings.calibrates = calibrate
    return settings
  }

  /// Days within which rule events are asked for, from the fewest on.
  var withinDays: [Int] {
    let asked = within == nil ? [7, 14, horizon] : withinTexts.compactMap { Int($0) }
    return Set(asked).sorted()
  }

  /// Simulated futures of each forecast of rule events.
  var replicationCount: Int { replications ?? 400 }

  private var withinTexts: [String] {
    guard let within else { return [] }
    return within.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Dates forecast at the same time.
  var threadCount: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
