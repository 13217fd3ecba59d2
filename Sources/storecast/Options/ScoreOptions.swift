import ArgumentParser
import Foundation
import StoreModel

/// What `score` scores, and from where.
struct ScoreOptions: ParsableArguments {
  @Option(help: "Rule packs, separated by commas; a name without version is each day's version.")
  var rules: String

  @Option(help: "The history (docs/csv-format.md).", completion: .file())
  var history: String

  @Option(
    help: "A scenario whose 'standing' and 'set' tell where the store stands on its start.",
    completion: .file()
  )
  var standing: String?

  @Option(help: "Score the morning of this date (default: the day after the last row).")
  var asOf: String?

  @Flag(help: "Tell how each number came about: formula, values, clause, source.")
  var trace = false

  @Option(
    name: .customLong("set"),
    parsing: .singleValue,
    help: "Set a parameter: name=value (repeatable)."
  )
  var settings: [String] = []

  @Option(help: "Write the scores of every morning to this CSV file.", completion: .file())
  var out: String?

  /// Names of the packs.
  var packNames: [String] {
    rules.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The date to score; `nil` where none is named.
  var asOfDate: CalendarDay? { asOf.flatMap { CalendarDay(iso: $0) } }

  /// Parameters that are set, by name.
  var overrides: [String: String] {
    Dictionary(settings.compactMap(Self.pair), uniquingKeysWith: { $1 })
  }

  func validate() throws {
    if packNames.contains("") || packNames.isEmpty {
      throw ValidationError("--rules must name packs, separated by commas: '\(rules)'")
    }
    if let asOf, asOfDate == nil {
      throw ValidationError("--as-of must be a date as 2026-11-11, not '\(asOf)'")
    }
    if let wrong = settings.first(where: { Self.pair($0) == nil }) {
      throw ValidationError("--set must be name=value, not '\(wrong)'")
    }
  }

  private static func pair(_ text: String) -> (String, String)? {
    let halves = text.split(separator: "=", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
    return (halves[0], halves[1])
  }
}
