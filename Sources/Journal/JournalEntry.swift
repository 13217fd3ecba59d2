package import Calibration
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
