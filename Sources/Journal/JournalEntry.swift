package import StoreModel

/// A forecast as the journal keeps it: what it was made from and what it claimed.
package struct JournalEntry: Hashable, Sendable {
  /// A rule pack with the digest of its file.
  package struct Pack: Hashable, Sendable {
    /// `platform.name@version`.
    package var id: String
    /// SHA-256 of the file, 64 hexadecimal digits.
    package var sha256: String

    /// Creates the entry of a pack.
    package init(id: String, sha256: String) {
      self.id = id
      self.sha256 = sha256
    }
  }

  /// The store that it is about.
  package var store: String
  /// Platform key and, where the scenario names one, category.
  package var platform, category: String
  /// When the forecast was made, ISO 8601 in UTC.
  package var made: String
  /// Day 1.
  package var start: CalendarDay
  /// Number of days.
  package var horizonInDays: Int
  /// Path of the scenario as the user wrote it, and its text.
  package var scenarioPath, scenarioText: String
  /// SHA-256 of the manifest's file.
  package var manifestSHA256: String
  /// Digest of all that decides what a forecast says: two runs of one forecast have one identity.
  package var identity: String
  /// Version of the program that made it.
  package var version: String
  /// Seed of all random streams.
  package var seed: UInt64
  /// Replications done.
  package var replications: Int
  /// Rule packs.
  package var packs: [Pack]
  /// What it said of events.
  package var events: [EventClaim]
  /// What it said of measures.
  package var measures: [MeasureClaim]

  /// Creates an entry.
  package init(
    store: String,
    platform: String,
    category: String,
    made: String,
    start: CalendarDay,
    horizonInDays: Int,
    scenarioPath: String,
    scenarioText: String,
    manifestSHA256: String,
    identity: String,
    version: String,
    seed: UInt64,
    replications: Int,
    packs: [Pack],
    events: [EventClaim] = [],
    measures: [MeasureClaim] = []
  ) {
    self.store = store
    self.platform = platform
    self.category = category
    self.made = made
    self.start = start
    self.horizonInDays = horizonInDays
    self.scenarioPath = scenarioPath
    self.scenarioText = scenarioText
    self.manifestSHA256 = manifestSHA256
    self.identity = identity
    self.version = version
    self.seed = seed
    self.replications = replications
    self.packs = packs
    self.events = events
    self.measures = measures
  }
}

/// "The event has happened by the end of that day", with its probability.
package struct EventClaim: Hashable, Sendable {
  /// Number in the journal; 0 before it is there.
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

  /// Number in the journal; 0 before it is there.
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
