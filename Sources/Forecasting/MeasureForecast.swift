package import Rules

/// A measure, day by day.
package struct MeasureForecast: Sendable {
  /// The measure on one day.
  package struct Day: Hashable, Sendable {
    /// Mean and quantiles in the measure's unit.
    package var summary: DistributionSummary
    /// Share of all replications whose value lies strictly on the bad side of the threshold, from
    /// exact values; `nil` without threshold or where no replication has a value.
    package var probabilityOnBadSide: Double?
  }

  /// The pack, `store` for the store's own.
  package var pack: String
  /// The measure.
  package var measure: Measure
  /// Days 1…H.
  package var days: [Day]
}
