/// What can be said about checking forecasts on histories, beside what the files say of themselves.
package enum BacktestFinding: FileFinding, Sendable {
  /// No forecast of any history can be checked; the days of its rows.
  case nothingToCheck(days: Int, needed: Int)
  /// The file of orders names none of the stores; the names it has.
  case noStoreOfOrders([String], wanted: [String])
  /// A history without origins, beside others that have some.
  case historyLeftOut(days: Int, needed: Int)
  /// The file of orders does not name this store.
  case storeWithoutOrders(String)

  /// Whether it is worth saying, but no error.
  package var isNotice: Bool {
    switch self {
    case .historyLeftOut, .storeWithoutOrders: true
    case .nothingToCheck, .noStoreOfOrders: false
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
    }
  }
}
