package import Forecasting
import Rules
package import StoreModel

extension Table {
  /// `money.csv`: each item over the horizon and each month.
  package static func money(_ forecasts: [Forecast], language: ReportLanguage) -> Table {
    var table = Table(
      name: "money.csv",
      columns: "alternative,pack,item,unit,period,mean,standard_error,q05,q25,q50,q75,q95,q99,"
        + "probability_positive,label"
    )
    for forecast in forecasts {
      for entry in forecast.money {
        for period in entry.periods {
          let summary = period.summary
          table.rows.append([
            .text(forecast.alternative), .text(entry.pack), .text(entry.item.name), .text("yuan"),
            .text(period.name), .optional(summary.mean), .optional(summary.standardError),
            .optional(summary.q05), .optional(summary.q25), .optional(summary.q50),
            .optional(summary.q75), .optional(summary.q95), .optional(summary.q99),
            .optional(period.probabilityPositive), .text(language.text(entry.item.label)),
          ])
        }
      }
    }
    return table
  }

  /// `comparison.csv`: what each alternative changes.
  package static func comparison(_ comparisons: [Comparison], language: ReportLanguage) -> Table {
    var table = Table(
      name: "comparison.csv",
      columns: "alternative,baseline,pack,measure,unit,difference,ci_low,ci_high,standard_error,"
        + "variance_reduction,correlation,baseline_value,alternative_value,verdict,label"
    )
    for comparison in comparisons {
      for row in comparison.rows {
        let paired = row.paired
        let (measure, unit, label) = row.subject.columns(language)
        table.rows.append([
          .text(comparison.alternative), .text(comparison.baseline), .text(row.pack),
          .text(measure), .text(unit), .optional(paired.difference),
          .optional(paired.interval?.low), .optional(paired.interval?.high),
          .optional(paired.standardError), .optional(paired.varianceReduction),
          .optional(paired.correlation), .optional(paired.baselineValue),
          .optional(paired.alternativeValue), .text(row.verdict.rawValue), .text(label),
        ])
      }
    }
    return table
  }

  /// `assumptions.csv`: every input that the user did not give.
  package static func assumptions(_ assumptions: [Assumption]) -> Table {
    var table = Table(
      name: "assumptions.csv",
      columns: "parameter,value,unit,origin,source,used_by,label"
    )
    for entry in assumptions {
      table.rows.append([
        .text(entry.path), .optional(entry.value), .optional(entry.unit), .optional(entry.origin),
        .optional(entry.source), .optional(entry.usedBy), .text(entry.label),
      ])
    }
    return table
  }
}

extension Comparison.Subject {
  /// The cells `measure`, `unit` and `label` of a comparison.
  func columns(_ language: ReportLanguage) -> (measure: String, unit: String, label: String) {
    switch self {
    case .measure(let measure):
      (measure.name + ".mean", measure.unit, language.text(measure.label))
    case .probability(let event):
      (event.name + ".probability", "share", language.text(event.label))
    case .medianDay(let event):
      (
        event.name + ".median_day", "days",
        language.text(event.label)
          + language.pick(", day by which half have it", ":一半的模拟在此日前发生")
      )
    case .money(let item):
      (item.name + ".yuan", "yuan", language.text(item.label))
    }
  }
}
