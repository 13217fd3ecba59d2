import ArgumentParser
import Foundation
import StoreModel

/// How much to simulate and where to write it.
struct SimulationOptions: ParsableArguments {
  @Option(help: "Folder to write (default: forecasts/<file name>).")
  var out: String?

  @Option(help: "Simulated futures (default: the scenario's, else 10,000).")
  var replications: Int?

  @Option(help: "Stop when every headline's 95 % interval is at most this far to each side.")
  var precision: Double?

  @Option(help: "Seed of all random draws (default: the scenario's).")
  var seed: UInt64?

  @Option(help: "Days to forecast (default: the scenario's).")
  var horizon: Int?

  @Option(
    help: ArgumentHelp("A date to answer for; may be given several times.", valueName: "date")
  )
  var by: [String] = []

  @Option(help: "Simulations at the same time (default: one for each processor).")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Samplers of counts: those of the GNU Scientific Library, or exact ones of our own that take "
        + "less time. Both follow the same laws and draw other numbers."
    )
  )
  var samplers = Samplers.gsl

  /// Which samplers draw binomials and Poissons.
  enum Samplers: String, ExpressibleByArgument, CaseIterable {
    case gsl, fast
  }

  @Option(help: "Write the daily values of this many simulated futures to paths.csv.")
  var paths = 0

  func validate() throws {
    func require(_ condition: Bool, _ message: String) throws {
      if !condition { throw ValidationError(message) }
    }
    try require(
      replications.map { (1...10_000_000).contains($0) } ?? true,
      "--replications must be between 1 and 10,000,000"
    )
    try require(
      precision.map { $0 > 0 && $0 < 0.5 } ?? true,
      "--precision must be a share between 0 and 0.5, such as 0.005"
    )
    try require(
      horizon.map { (1...1100).contains($0) } ?? true,
      "--horizon must be between 1 and 1,100 days"
    )
    try require(
      threads.map { (1...1024).contains($0) } ?? true,
      "--threads must be between 1 and 1,024"
    )
    try require((0...10_000).contains(paths), "--paths must be between 0 and 10,000")
    for date in by where CalendarDay(iso: date) == nil {
      throw ValidationError("--by must be a date such as 2026-11-11, not '\(date)'")
    }
  }

  /// The dates asked for.
  var dates: [CalendarDay] { by.compactMap { CalendarDay(iso: $0) } }

  /// Simulations at the same time.
  var threadCount: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
