package import Rules
package import Simulation
package import StoreModel

/// The measures of one replication, kept to be shown.
package struct SamplePath: Sendable {
  /// The alternative.
  package var alternative: String
  /// Index of the replication, from 0.
  package var replication: Int
  /// Day 1.
  package var start: CalendarDay
  /// Number of days.
  package var horizonInDays: Int
  /// Each measure with its pack.
  package var measures: [(pack: String, measure: Measure)]
  /// Ticks of measure `m` on day `d` at `(d − 1) · measures + m`.
  package var ticks: [Int64]

  /// Keeps a record.
  package init(
    alternative: String,
    replication: Int,
    record: ReplicationRecord,
    layout: RecordLayout
  ) {
    self.alternative = alternative
    self.replication = replication
    start = layout.start
    horizonInDays = layout.horizonInDays
    measures = layout.measures.map { ($0.pack, $0.measure) }
    ticks = record.measures
  }

  /// The value of measure `index` on `day` (1…H) in its unit; `nil` where absent.
  package func value(_ index: Int, day: Int) -> Double? {
    let value = ticks[(day - 1) * measures.count + index]
    return value == Measure.absent
      ? nil : Double(value) / Double(measures[index].measure.unitsPerOne)
  }
}
