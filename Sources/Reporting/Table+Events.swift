package import Forecasting
import Rules
import StoreModel

extension Table {
  /// `events.csv`: the probability that each event has happened by each day.
  package static func events(_ forecasts: [Forecast], language: ReportLanguage) -> Table {
    var table = Table(
      name: "events.csv",
      columns: "alternative,pack,event,date,day,probability,ci_low,ci_high,label"
    )
    for forecast in forecasts {
      for entry in forecast.events {
        for (index, day) in entry.days.enumerated() {
          table.rows.append([
            .text(forecast.alternative), .text(entry.pack), .text(entry.event.name),
            .text((forecast.start + index).description), .integer(index + 1),
            .number(day.probability), .number(day.interval.low), .number(day.interval.high),
            .text(language.text(entry.event.label)),
          ])
        }
      }
    }
    return table
  }

  /// `event_summary.csv`: each event over the horizon.
  package static func eventSummary(_ forecasts: [Forecast], language: ReportLanguage) -> Table {
    var table = Table(
      name: "event_summary.csv",
      columns: "alternative,pack,event,probability,ci_low,ci_high,median_day,median_day_ci_low,"
        + "median_day_ci_high,median_date,restricted_mean_days,expected_count,threshold,label"
    )
    for forecast in forecasts {
      for entry in forecast.events {
        let date = entry.medianDay.map { (forecast.start + ($0 - 1)).description } ?? ""
        table.rows.append([
          .text(forecast.alternative), .text(entry.pack), .text(entry.event.name),
          .number(entry.probability), .number(entry.interval.low), .number(entry.interval.high),
          .optional(entry.medianDay), .optional(entry.medianDayLow),
          .optional(entry.medianDayHigh), .optional(date), .optional(entry.restrictedMeanDays),
          .number(entry.expectedCount), .optional(entry.event.threshold),
          .text(language.text(entry.event.label)),
        ])
      }
    }
    return table
  }

  /// `binding.csv`: which condition stood in the way of a rise.
  package static func binding(_ forecasts: [Forecast], language: ReportLanguage) -> Table {
    var table = Table(
      name: "binding.csv",
      columns: "alternative,pack,ladder,state,condition,share_of_days,share_of_replications,label"
    )
    for forecast in forecasts {
      for entry in forecast.ladders {
        for row in entry.binding {
          table.rows.append([
            .text(forecast.alternative), .text(entry.pack), .text(entry.ladder.name),
            .text(entry.ladder.states[row.state]), .text(entry.ladder.conditions[row.condition]),
            .number(row.shareOfDays), .number(row.shareOfReplications),
            .text(language.text(entry.ladder.conditionLabels[row.condition])),
          ])
        }
      }
    }
    return table
  }
}
