import StoreModel

extension Table {
  /// Column names of `portfolio.csv`.
  static let portfolioColumns =
    "store,platform,category,event,probability,ci_low,ci_high,by_date,expected_penalty_yuan,"
    + "binding,headroom,change_since_last,label"

  /// `portfolio.csv`: a row a store, in the order given.
  package static func portfolio(_ stores: [StoreRisk]) -> Table {
    var table = Table(name: "portfolio.csv", columns: portfolioColumns)
    for store in stores {
      let headline = store.headline
      table.rows.append([
        .text(store.store), .text(store.platform), .optional(store.category),
        .optional(headline?.name ?? ""), .optional(headline?.probability),
        .optional(headline?.low), .optional(headline?.high), .text(store.byDate.description),
        .optional(store.expectedPenaltyInYuan), .optional(store.binding),
        .optional(store.headroom), .optional(store.changeSinceLast),
        .optional(headline?.label ?? ""),
      ])
    }
    return table
  }
}
