package import StoreModel

/// A store history as the text of a history file (`docs/csv-format.md`).
package enum HistoryText {
  /// Returns the file: one row a day, `date` first, then every counter observed on any day, then
  /// what the console displayed and where campaigns begin.
  ///
  /// - Parameters:
  ///   - history: the days, by date.
  ///   - counters: the columns to write; those that are never observed are left out.
  /// - Returns: the text with a line feed after each row.
  package static func csv(
    _ history: StoreHistory,
    counters: [DayCounter] = DayCounter.allCases
  ) -> String {
    let observed = history.observedCounters
    let columns = counters.filter(observed.contains)
    let scores = Set(history.days.flatMap(\.displayed.keys)).sorted()
    let marks = history.days.contains(where: \.beginsCampaign) ? [StoreHistory.campaignColumn] : []
    let names = columns.map(\.name) + scores.map { "displayed_\($0)" } + marks
    var text = (["date"] + names).joined(separator: ",") + "\n"
    for day in history.days {
      let cells = columns.map { counter in
        day.counts[counter].map { decimal($0, unitsPerOne: counter.unitsPerOne) } ?? ""
      }
      let shown = scores.map { day.displayed[$0].flatMap(ShortestDecimal.text) ?? "" }
      let marked = marks.map { _ in day.beginsCampaign ? "1" : "" }
      text += ([day.date.description] + cells + shown + marked).joined(separator: ",") + "\n"
    }
    return text
  }

  /// A count in its column's unit: exact where the unit allows, else to four decimals.
  private static func decimal(_ count: Int, unitsPerOne: Int) -> String {
    guard unitsPerOne > 1 else { return String(count) }
    let scaled = (count * 10_000 + unitsPerOne / 2) / unitsPerOne
    var digits = String(scaled % 10_000)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? String(scaled / 10_000) : "\(scaled / 10_000).\(digits)"
  }
}
