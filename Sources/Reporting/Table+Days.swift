package import Forecasting
import Rules
import StoreModel

extension Table {
  /// `daily.csv`: every measure on each day.
  package static func daily(_ forecasts: [Forecast], language: ReportLanguage) -> Table {
    var table = Table(
      name: "daily.csv",
      columns: "alternative,pack,measure,unit,date,day,mean,standard_error,q05,q25,q50,q75,q95,"
        + "threshold,probability_bad_side,label"
    )
    for forecast in forecasts {
      for entry in forecast.measures {
        for (index, day) in entry.days.enumerated() {
          let summary = day.summary
          table.rows.append([
            .text(forecast.alternative), .text(entry.pack), .text(entry.measure.name),
            .text(entry.measure.unit), .text((forecast.start + index).description),
            .integer(index + 1), .optional(summary.mean), .optional(summary.standardError),
            .optional(summary.q05), .optional(summary.q25), .optional(summary.q50),
            .optional(summary.q75), .optional(summary.q95), .optional(entry.measure.threshold),
            .optional(day.probabilityOnBadSide), .text(language.text(entry.measure.label)),
          ])
        }
      }
    }
    return table
  }

  /// `occupancy.csv`: the probability of each state on each day.
  package static func occupancy(_ forecasts: [Forecast], language: ReportLanguage) -> Table {
    var table = Table(
      name: "occupancy.csv",
      columns: "alternative,pack,ladder,state,date,day,probability,label"
    )
    for forecast in forecasts {
      for entry in forecast.ladders {
        for (state, name) in entry.ladder.states.enumerated() {
          for (index, day) in entry.occupancy.enumerated() {
            table.rows.append([
              .text(forecast.alternative), .text(entry.pack), .text(entry.ladder.name),
              .text(name), .text((forecast.start + index).description), .integer(index + 1),
              .number(day[state]), .text(language.text(entry.ladder.stateLabels[state])),
            ])
          }
        }
      }
    }
    return table
  }

  /// `paths.csv`: every measure of a few replications.
  package static func paths(_ paths: [SamplePath], language: ReportLanguage) -> Table {
    var table = Table(
      name: "paths.csv",
      columns: "alternative,replication,date,day,pack,measure,value,label"
    )
    for path in paths {
      for day in 1...max(path.horizonInDays, 1) {
        for (index, entry) in path.measures.enumerated() {
          table.rows.append([
            .text(path.alternative), .integer(path.replication),
            .text((path.start + (day - 1)).description), .integer(day), .text(entry.pack),
            .text(entry.measure.name), .optional(path.value(index, day: day)),
            .text(language.text(entry.measure.label)),
          ])
        }
      }
    }
    return table
  }
}
