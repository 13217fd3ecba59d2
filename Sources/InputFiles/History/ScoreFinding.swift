package import StoreModel

/// What can be said about scoring a history, beside what its files say of themselves.
package enum ScoreFinding: FileFinding, Sendable {
  /// A pack that decides single cases; its name for people and its shapes.
  case singleCases(pack: String, label: String, shapes: [String])
  /// A morning that the history cannot score; the days of its rows and the last morning that it can.
  case outsideHistory(CalendarDay, rows: ClosedRange<CalendarDay>?, last: CalendarDay)
  /// A standing told for a day after the morning scored.
  case standingOfLaterDay(CalendarDay, scored: CalendarDay)
  /// A parameter that is set and that no pack has, among those there are.
  case unknownSetting(String, among: [String], pack: String)
  /// No standing is told.
  case noStanding(pack: String, from: CalendarDay)
  /// A standing that says nothing of a pack.
  case standingWithoutPack(String)
  /// Days between the last row and the morning scored.
  case unobservedDays(Int, scored: CalendarDay, last: CalendarDay)

  /// Whether it is worth saying, but no error.
  package var isNotice: Bool {
    switch self {
    case .noStanding, .standingWithoutPack, .unobservedDays: true
    default: false
    }
  }

  /// Its code, what was found, and how to mend it.
  package var text: (code: String, message: String, hint: String) {
    switch self {
    case .singleCases(let pack, let label, let shapes):
      return (
        "SR101", "\(pack) decides single cases and counts nothing over days: \(label)",
        "storecast rules test --pack \(pack) runs its cases (\(shapes.joined(separator: ", ")))"
      )
    case .outsideHistory(let day, let rows, let last):
      let span = rows.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "no days"
      return (
        "SR102", "the morning of \(day) cannot be scored from a history of \(span)",
        "--as-of may be a day from the one after the first row up to \(last)"
      )
    case .standingOfLaterDay(let day, let scored):
      return (
        "SR103", "'standing' tells of \(day), which is after the morning scored, \(scored)",
        "leave --as-of out, or name a scenario that starts on or before it"
      )
    case .unknownSetting(let name, let known, let pack):
      let nearest = NearestName.nearest(to: name, among: known)
      return (
        "SR104",
        "no pack scored has a parameter '\(name.clipped)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        "storecast rules show \(pack) lists them"
      )
    case .noStanding(let pack, let day):
      return (
        "SR111",
        "no standing is told: under \(pack) the store stands on \(day) where a new one begins",
        "tell levels, memberships and removals with --standing SCENARIO"
      )
    case .standingWithoutPack(let pack):
      return (
        "SR112", "'rules' do not name \(pack), so 'standing' says nothing of it",
        "add it to 'rules' and its levels to 'standing'"
      )
    case .unobservedDays(let count, let scored, let last):
      return (
        "SR113",
        "\(count) days before the morning of \(scored) are not observed; the last row is \(last)",
        ""
      )
    }
  }
}
