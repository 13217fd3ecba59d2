package import Calibration

extension Table {
  /// Every claim of a backtest about rule events and measures, with what came of it and what simple methods
  /// said: the columns of a journal's claims, then theirs.
  package static func ruleClaims(_ result: RuleBacktest, language: ReportLanguage) -> Table {
    let further = "bootstrap,base_rate,crps,bootstrap_crps,label"
    var table = Table(
      name: "rule_claims.csv",
      columns: claimColumns.dropLast("label".count) + further
    )
    func add(_ cells: [Cell], _ further: [Cell]) {
      table.rows.append(cells.dropLast() + further + cells.suffix(1))
    }
    for one in result.events {
      add(
        one.judged.cells(language),
        [.number(one.bootstrap), .number(one.baseRate), .absent, .absent]
      )
    }
    for one in result.measures {
      add(
        one.judged.cells(language),
        [.absent, .absent, .optional(one.crps), .optional(one.bootstrapCRPS)]
      )
    }
    return table
  }
}
