package import Forecasting
package import StoreModel

/// The files of a forecast folder.
package enum ForecastTables {
  /// Every table, in the order of the interface; `comparison.csv` and `paths.csv` where asked for.
  package static func all(
    forecasts: [Forecast],
    comparisons: [Comparison] = [],
    assumptions: [Assumption],
    paths: [SamplePath] = [],
    language: ReportLanguage
  ) -> [Table] {
    var tables = [
      Table.daily(forecasts, language: language),
      .events(forecasts, language: language),
      .eventSummary(forecasts, language: language),
      .occupancy(forecasts, language: language),
      .money(forecasts, language: language),
      .binding(forecasts, language: language),
    ]
    if !comparisons.isEmpty { tables.append(.comparison(comparisons, language: language)) }
    tables.append(.assumptions(assumptions))
    if !paths.isEmpty { tables.append(.paths(paths, language: language)) }
    return tables
  }
}
