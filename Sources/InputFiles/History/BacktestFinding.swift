/// What can be said about checking forecasts on histories, beside what the files say of themselves.
package enum BacktestFinding: FileFinding, Sendable {
  /// No forecast of any history can be checked; the days of its rows.
  case nothingToCheck(days: Int, needed: Int)
  /// The file of orders names none of the stores; the names it has.
  case noStoreOfOrders([String], wanted: [String])
  /// No forecast of rule events can be checked; the days of its rows.
  case noRuleOrigins(days: Int, needed: Int)
  /// The scenario names no rules.
  case noRules
  /// A history without origins, beside others that have some.
  case historyLeftOut(days: Int, needed: Int)
  /// The file of orders does not name this store.
  case storeWithoutOrders(String)
  /// What the scenario says of one day only, by dotted name.
  case datedStanding([String])
  /// Past dates on which the scenario cannot be read; the first, and why.
  case unreadableDates(count: Int, of: Int, first: String, why: String)

  /// Whether it is worth saying, but no error.
  package var isNotice: Bool {
    switch self {
    case .historyLeftOut, .storeWithoutOrders, .datedStanding, .unreadableDates: true
    case .nothingToCheck, .noStoreOfOrders, .noRuleOrigins, .noRules: false
    }
  }

  /// Its code, what was found, and how to mend it.
  package var text: (code: String, message: String, hint: String) {
    let scarce = "more than 20 ratings, orders or deliveries in the 90 days before a date"
    switch self {
    case .nothingToCheck(let days, let needed):
      return (
        "BT101", "no past forecast can be checked: the history spans \(days) days",
        "it needs \(needed) days or more, and \(scarce)"
      )
    case .noStoreOfOrders(let found, let wanted):
      return (
        "BT102",
        "no store in this file is called \(wanted.map { "'\($0)'" }.joined(separator: " or "))",
        found == [""]
          ? "without a column 'store' the file goes with one history"
          : "it has \(found.prefix(10).joined(separator: ", ")); --store names one"
      )
    case .noRuleOrigins(let days, let needed):
      return (
        "BT103", "no past forecast of rule events can be checked: the history spans \(days) days",
        "it needs \(needed) days or more, and \(scarce); --within asks for fewer days"
      )
    case .noRules:
      return (
        "BT104", "the scenario names no rules, so there is no event to check",
        "name packs under 'rules:', as rules: [{pack: PACK, consequences: off}]"
      )
    case .historyLeftOut(let days, let needed):
      return (
        "BT111", "no past forecast of this store can be checked: the history spans \(days) days",
        "it needs \(needed) days or more, and \(scarce)"
      )
    case .storeWithoutOrders(let name):
      return (
        "BT112",
        "the file of orders has no store '\(name)': it is forecast from daily counts alone", ""
      )
    case .datedStanding(let names):
      return (
        "BT113",
        "\(names.joined(separator: ", ")) \(names.count == 1 ? "tells" : "tell") of one day and "
          + "\(names.count == 1 ? "is" : "are") left out on past dates",
        "what the history holds before a date stands in its place"
      )
    case .unreadableDates(let count, let all, let first, let why):
      return (
        "BT114",
        "on \(count) of \(all) past dates, \(first) the first, there is no forecast: \(why)", ""
      )
    }
  }
}
