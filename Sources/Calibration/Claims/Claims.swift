package import StoreModel

/// "The event has happened by the end of that day", with its probability.
package struct EventClaim: Hashable, Sendable {
  /// Number in the journal, or within its forecast; 0 before it has one.
  package var id: Int64 = 0
  /// The pack that defines the event.
  package var pack: String
  /// Name of the event.
  package var event: String
  /// The day.
  package var date: CalendarDay
  /// The day counted from the start, from 1.
  package var day: Int
  /// The probability told, 0…1.
  package var probability: Double
  /// What people read for the event, in the forecast's language.
  package var label: String

  /// Creates a claim.
  package init(
    pack: String,
    event: String,
    date: CalendarDay,
    day: Int,
    probability: Double,
    label: String
  ) {
    self.pack = pack
    self.event = event
    self.date = date
    self.day = day
    self.probability = probability
    self.label = label
  }
}

/// Where a measure will lie on a day.
package struct MeasureClaim: Hashable, Sendable {
  /// Quantiles in the unit of the measure.
  package struct Quantiles: Hashable, Sendable {
    /// The 5 %, 25 %, 50 %, 75 % and 95 % quantile.
    package var q05, q25, q50, q75, q95: Double

    /// Creates quantiles.
    package init(q05: Double, q25: Double, q50: Double, q75: Double, q95: Double) {
      self.q05 = q05
      self.q25 = q25
      self.q50 = q50
      self.q75 = q75
      self.q95 = q95
    }
  }

  /// Number in the journal, or within its forecast; 0 before it has one.
  package var id: Int64 = 0
  /// The pack that defines the measure; `store` of the store's own stream.
  package var pack: String
  /// Name of the measure.
  package var measure: String
  /// Its unit.
  package var unit: String
  /// The day.
  package var date: CalendarDay
  /// The day counted from the start, from 1.
  package var day: Int
  /// The quantiles told.
  package var quantiles: Quantiles
  /// What people read for the measure, in the forecast's language.
  package var label: String

  /// Creates a claim.
  package init(
    pack: String,
    measure: String,
    unit: String,
    date: CalendarDay,
    day: Int,
    quantiles: Quantiles,
    label: String
  ) {
    self.pack = pack
    self.measure = measure
    self.unit = unit
    self.date = date
    self.day = day
    self.quantiles = quantiles
    self.label = label
  }
}
