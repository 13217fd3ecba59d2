package import Foundation

/// Everything that a forecast was made from, so that it can be made again.
package struct Manifest: Hashable, Sendable, Decodable {
  /// A file with its digest.
  package struct File: Hashable, Sendable, Decodable {
    /// Name in the folder, or path as the user wrote it.
    package var name: String
    /// SHA-256, 64 hexadecimal digits.
    package var sha256: String

    /// Creates an entry.
    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }

    private enum CodingKeys: String, CodingKey {
      case name, path, id, sha256
    }

    /// Reads an entry, whose name stands under `name`, `path` or `id`.
    package init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      let key = [CodingKeys.path, .id].first { values.contains($0) } ?? .name
      name = try values.decode(String.self, forKey: key)
      sha256 = try values.decode(String.self, forKey: .sha256)
    }
  }

  /// The scenario.
  package struct ScenarioText: Hashable, Sendable, Decodable {
    /// Path as the user wrote it.
    package var path: String
    /// SHA-256 of the text.
    package var sha256: String
    /// The text.
    package var text: String

    /// Creates the entry of a scenario's text.
    package init(path: String, text: String) {
      self.path = path
      self.text = text
      sha256 = FileDigest.sha256(text)
    }
  }

  /// When the forecast was made.
  package struct Times: Hashable, Sendable, Decodable {
    /// Start, ISO 8601 in UTC.
    package var started: String
    /// Seconds from the start to the writing of the files.
    package var seconds: Double

    /// Creates the times of a run.
    package init(started: Date, seconds: Double) {
      self.started = started.formatted(.iso8601)
      self.seconds = seconds
    }
  }

  /// `run` or `compare`.
  package var command: String
  /// Version of the program.
  package var version: String
  /// Seed of all random streams.
  package var seed: UInt64
  /// Replications done.
  package var replications: Int
  /// Replications asked for; more than done after an interruption.
  package var replicationsWanted: Int
  /// Wanted half width of the headlines' intervals, 0…1, where one was asked for.
  package var precision: Double?
  /// Number of days.
  package var horizonInDays: Int
  /// Dates asked for, `YYYY-MM-DD`.
  package var byDates: [String]
  /// Replications written to `paths.csv`.
  package var paths: Int
  /// Language of the labels, `en` or `zh`.
  package var language: String
  /// The scenario.
  package var scenario: ScenarioText
  /// The history that it reads.
  package var history: File?
  /// Rule packs: id with the digest of the pack's file.
  package var packs: [File]
  /// Threads that simulated.
  package var threads: Int
  /// Which samplers drew counts, `gsl` or `fast`.
  package var samplers: String?
  /// When.
  package var times: Times
  /// Files written, with digests; without the manifest itself.
  package var files: [File]
  /// SHA-256 of the file of defaults; `nil` in manifests of programs that did not note it.
  package var defaultsDigest: String?
  /// Names of the packs that scored the store beside those of its file.
  package var addedPacks: [String]?
  /// Whether the run went to its end rather than being interrupted.
  package var isComplete: Bool?

  private enum CodingKeys: String, CodingKey {
    case command, version, seed, replications
    case replicationsWanted = "replications_wanted"
    case precision
    case horizonInDays = "horizon_days"
    case byDates = "by"
    case paths, language, scenario, history, packs, threads, samplers, times, files
    case defaultsDigest = "defaults_sha256"
    case addedPacks = "added_packs"
    case isComplete = "complete"
  }

  /// Creates a manifest; ``files`` are filled in when the folder is written.
  package init(
    command: String,
    version: String,
    seed: UInt64,
    replications: Int,
    replicationsWanted: Int,
    precision: Double?,
    horizonInDays: Int,
    byDates: [String],
    paths: Int,
    language: ReportLanguage,
    scenario: ScenarioText,
    history: File?,
    packs: [File],
    threads: Int,
    samplers: String,
    times: Times,
    files: [File] = [],
    defaultsDigest: String? = nil,
    addedPacks: [String]? = nil,
    isComplete: Bool? = nil
  ) {
    self.command = command
    self.version = version
    self.seed = seed
    self.replications = replications
    self.replicationsWanted = replicationsWanted
    self.precision = precision
    self.horizonInDays = horizonInDays
    self.byDates = byDates
    self.paths = paths
    self.language = language.rawValue
    self.scenario = scenario
    self.history = history
    self.packs = packs
    self.threads = threads
    self.samplers = samplers
    self.times = times
    self.files = files
    self.defaultsDigest = defaultsDigest
    self.addedPacks = addedPacks
    self.isComplete = isComplete
  }

  /// Reads a manifest from JSON.
  ///
  /// - Throws: `DecodingError` where the text is no manifest.
  package init(json: Data) throws {
    self = try JSONDecoder().decode(Self.self, from: json)
  }
}
