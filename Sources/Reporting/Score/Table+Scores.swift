package import Rules
import StoreModel

extension Table {
  /// How a table of scores begins.
  static let scoreColumns = "date,pack,measure,unit,value,label"

  /// Every measure of every morning that was scored.
  package static func scores(_ scores: [PackScore], language: ReportLanguage) -> Table {
    var table = Table(name: "scores.csv", columns: scoreColumns)
    for score in scores {
      for morning in score.mornings {
        for (measure, ticks) in zip(morning.measures, morning.outcome.measures) {
          let value: Cell =
            ticks == Measure.absent ? .absent : .number(Double(ticks) / Double(measure.unitsPerOne))
          table.rows.append([
            .text(morning.date.description), .text(morning.packID), .text(measure.name),
            .text(measure.unit), value, .text(language.text(measure.label)),
          ])
        }
      }
    }
    return table
  }
}
