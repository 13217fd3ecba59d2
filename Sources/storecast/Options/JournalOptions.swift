import ArgumentParser
import StoreModel

/// Where the journal is.
struct JournalPlace: ParsableArguments {
  @Option(
    help: "The journal: one SQLite file (default: storecast-journal.sqlite).",
    completion: .file()
  )
  var journal = "storecast-journal.sqlite"
}

/// What `journal check` holds against what.
struct JournalCheckOptions: ParsableArguments {
  @Option(
    help: "What really happened (docs/csv-format.md); without it, what earlier checks found.",
    completion: .file()
  )
  var history: String?

  @Option(help: "The store whose history it is; needed where the journal holds several.")
  var store: String?

  @Option(help: "Judge as of the morning of this date (default: the day after the last row).")
  var asOf: String?

  @Option(help: "Write every claim with its outcome to this CSV file.", completion: .file())
  var out: String?

  /// The date to judge as of; `nil` where none is named.
  var asOfDate: CalendarDay? { asOf.flatMap { CalendarDay(iso: $0) } }

  func validate() throws {
    if let asOf, asOfDate == nil {
      throw ValidationError("--as-of must be a date as 2026-11-11, not '\(asOf)'")
    }
    if asOf != nil, history == nil { throw ValidationError("--as-of goes with --history") }
  }
}
