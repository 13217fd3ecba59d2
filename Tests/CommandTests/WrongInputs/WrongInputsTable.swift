import Calibration
import Foundation
import TestSupport

/// The table of `docs/statistics.md`: what was said and what came, by event, day and inputs.
struct WrongInputsTable {
  /// Where it stands on the page.
  private static let marks = ("<!-- wrong inputs -->", "<!-- end of wrong inputs -->")
  private static let heads = [
    "event", "by day", "inputs", "said, %", "came, %", "band, %", "Brier", "base rate's",
    "said below ⅓", "⅓ to ⅔", "above ⅔",
  ]

  let claims: [StoreClaim]

  /// Writes it.
  ///
  /// - Throws: what Foundation throws where the page cannot be read or written.
  func write() throws {
    let page = Repository.root.appending(path: "docs/statistics.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    guard let first = text.range(of: Self.marks.0), let last = text.range(of: Self.marks.1) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    let new = text[..<first.upperBound] + "\n" + lines.joined(separator: "\n") + "\n"
    try (new + text[last.lowerBound...]).write(to: page, atomically: true, encoding: .utf8)
  }

  /// The table's lines.
  var lines: [String] {
    var lines = [Self.line(Self.heads), Self.line(Self.heads.map { _ in "--" })]
    for event in AskedEvent.allCases {
      for day in Set(claims.map(\.day)).sorted() {
        for given in InputCase.allCases {
          let here = claims.filter { $0.event == event && $0.day == day && $0.given == given }
          guard let scores = ProbabilityScores(here.map(\.outcome)) else { continue }
          lines.append(
            Self.line(
              [event.rawValue, "\(day)", given.rawValue] + Self.cells(scores)
                + Self.bins(here.map(\.outcome))
            )
          )
        }
      }
    }
    return lines
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func cells(_ scores: ProbabilityScores) -> [String] {
    let n = Double(scores.count)
    let band = [scores.band.lowerBound, scores.band.upperBound].map { share(Double($0) / n) }
    return [
      share(scores.expectedHits / n), share(Double(scores.hits) / n),
      band.joined(separator: "–") + (scores.band.contains(scores.hits) ? "" : " **!**"),
      String(format: "%.3f", scores.brier), String(format: "%.3f", scores.baseRateBrier),
    ]
  }

  /// Stores, what was said and what came in each third of the probabilities.
  private static func bins(_ outcomes: [ForecastOutcome]) -> [String] {
    (0..<3).map { third in
      let here = outcomes.filter { min(2, Int(3 * $0.probability)) == third }
      let n = Double(here.count)
      guard !here.isEmpty else { return "" }
      let said = here.reduce(0) { $0 + $1.probability } / n
      return "\(here.count): \(share(said)) → \(share(Double(here.count { $0.happened }) / n))"
    }
  }

  private static func share(_ value: Double) -> String {
    String(format: "%.0f", 100 * value)
  }
}
