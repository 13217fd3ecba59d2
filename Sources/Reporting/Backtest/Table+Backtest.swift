package import Calibration
import StoreModel

extension Table {
  /// Every forecast of a backtest beside what happened: one row an origin, target and method.
  package static func backtest(_ result: BacktestResult, language: ReportLanguage) -> Table {
    var table = Table(
      name: "backtest.csv",
      columns: "store,origin,target_date,target,method,basis,outcome,mean,q025,q05,q10,q25,q50,q75,"
        + "q90,q95,q975,crps,wis,absolute_error,in_50,in_80,in_90,in_95,probability_below,line,"
        + "drift_factor,label"
    )
    let words = BacktestWords(language: language)
    for score in result.scores {
      let line: Cell = score.chanceBelow == nil ? .absent : .number(result.settings.line)
      let target: CalendarDay = score.origin + result.settings.horizon
      let start: [Cell] = [
        .text(result.storeNames[score.store]), .text(score.origin.description),
        .text(target.description),
        .text(score.target.rawValue), .text(score.method.rawValue), .integer(score.basis),
        .number(score.outcome), .number(score.mean),
      ]
      let scores: [Cell] = [
        .number(score.crps), .number(score.quantileScore.total), .number(score.absoluteError),
      ]
      let bands: [Cell] = MethodSummary.bandLevels.map {
        .integer(score.band($0).contains(score.outcome) ? 1 : 0)
      }
      table.rows.append(
        start + score.quantiles.map(Cell.number) + scores + bands + [
          .optional(score.chanceBelow), line, .number(score.drift),
          .text(words.name(score.method)),
        ]
      )
    }
    return table
  }
}
