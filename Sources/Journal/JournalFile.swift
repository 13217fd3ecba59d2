#if Journal
  package import Calibration
  import Foundation
  import GRDB
  package import StoreModel

  /// The journal: one SQLite file of forecasts, their claims and what came of them.
  ///
  /// Several programs may use it at once. A forecast is added, and outcomes are recorded, in one
  /// transaction: whatever ends the program on the way, a forecast is in the file wholly or not at all.
  package struct JournalFile: Sendable {
    /// Seconds for which a program waits for another one that writes.
    private static let patience: TimeInterval = 60
    private static let attempts = 40
    /// The migrator's table and its index stand alone for a moment, before the mark: another program may be
    /// making the journal.
    private static let entriesOfMigrator = 2

    let queue: DatabaseQueue

    /// Opens a journal, which is made where there is none.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - mustExist: whether a file that is not there is an error instead.
    /// - Returns: the journal, in the form of this program.
    /// - Throws: ``JournalError``: the file is no journal, is of a newer program or cannot be opened.
    package static func open(
      at path: String,
      mustExist: Bool = false
    ) throws(JournalError) -> JournalFile {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.journalMode = .wal
      if mustExist, !FileManager.default.fileExists(atPath: path) {
        throw .system("there is no such file")
      }
      guard mayBeJournal(path) else { throw .notAJournal }
      var last = JournalError.notAJournal
      // Two programs that make one file at once get in each other's way where no busy handler helps:
      // changing to write-ahead logging, and finding a table that was not there a moment ago.
      for attempt in 0..<attempts {
        do throws(JournalError) {
          return try guarded { try opened(path, configuration) }
        } catch {
          guard case .system = error else { throw error }
          last = error
          if attempt > 2, !isPassing(error) { throw error }
          Thread.sleep(forTimeInterval: 0.02 * Double(attempt + 1))
        }
      }
      throw last
    }

    /// Whether a file is absent, empty, or an SQLite database with write-ahead logging that has our mark,
    /// or neither a mark nor a table but the migrator's: opening any other one would already change it.
    ///
    /// Mark and tables may still stand in the log beside the file, where a program was killed early.
    private static func mayBeJournal(_ path: String) -> Bool {
      guard let handle = FileHandle(forReadingAtPath: path) else { return true }
      defer { try? handle.close() }
      guard let head = try? handle.read(upToCount: 105), !head.isEmpty else { return true }
      let bytes = [UInt8](head)
      guard bytes.count == 105, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
        return false
      }
      // Database File Format, §1.3 and §1.6: write version, application id, cells of the first page.
      let mark = bytes[68..<72].reduce(0) { $0 << 8 | Int($1) }
      let isBare = mark == 0 && bytes[103] == 0 && bytes[104] <= entriesOfMigrator
      return bytes[18] == 2 && (isBare || mark == applicationID)
    }

    private static func opened(_ path: String, _ configuration: Configuration) throws -> JournalFile
    {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let (mark, tables, isNewer) = try queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
          ) ?? 0,
          try migrator.hasBeenSuperseded(db)
        )
      }
      guard mark == applicationID || tables == 0 && mark == 0 else {
        throw JournalError.notAJournal
      }
      if isNewer { throw JournalError.newer }
      try migrator.migrate(queue)
      return JournalFile(queue: queue)
    }

    private static func isPassing(_ error: JournalError) -> Bool {
      guard case .system(let text) = error else { return false }
      return text.contains("locked") || text.contains("already exists")
        || text.contains("UNIQUE constraint failed: grdb_migrations")
    }

    /// Runs work on the database and names what goes wrong.
    static func guarded<Value>(_ work: () throws -> Value) throws(JournalError) -> Value {
      do {
        return try work()
      } catch let error as JournalError {
        throw error
      } catch let error as DatabaseError {
        if error.resultCode == .SQLITE_NOTADB { throw .notAJournal }
        throw .system(error.message ?? error.description)
      } catch {
        throw .system(error.localizedDescription)
      }
    }

    /// Keeps a forecast; false where the same one is there.
    ///
    /// - Throws: ``JournalError`` where the file cannot be written.
    package func add(_ entry: JournalEntry) throws(JournalError) -> Bool {
      try Self.guarded {
        try queue.write { db in
          let count =
            try Int.fetchOne(
              db,
              sql: "SELECT count(*) FROM forecast WHERE identity = ?",
              arguments: [entry.identity]
            ) ?? 0
          if count > 0 { return false }
          try insert(entry, db)
          return true
        }
      }
    }

    private func insert(_ entry: JournalEntry, _ db: Database) throws {
      try db.execute(
        sql: """
          INSERT INTO forecast (identity, store, platform, category, made, start, horizon_days,
            scenario_path, scenario_text, manifest_sha256, version, seed, replications)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          entry.identity, entry.store, entry.platform, entry.category, entry.made,
          entry.start.description, entry.horizonInDays, entry.scenarioPath, entry.scenarioText,
          entry.manifestSHA256, entry.version, String(entry.seed), entry.replications,
        ]
      )
      let forecast = db.lastInsertedRowID
      for pack in entry.packs {
        try db.execute(
          sql: "INSERT INTO pack VALUES (?, ?, ?)",
          arguments: [forecast, pack.id, pack.sha256]
        )
      }
      for claim in entry.events {
        try db.execute(
          sql: """
            INSERT INTO event_claim (forecast, pack, event, date, day, probability, label)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            forecast, claim.pack, claim.event, claim.date.description, claim.day,
            claim.probability, claim.label,
          ]
        )
      }
      for claim in entry.measures {
        let quantiles = claim.quantiles
        try db.execute(
          sql: """
            INSERT INTO measure_claim
              (forecast, pack, measure, unit, date, day, q05, q25, q50, q75, q95, label)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            forecast, claim.pack, claim.measure, claim.unit, claim.date.description, claim.day,
            quantiles.q05, quantiles.q25, quantiles.q50, quantiles.q75, quantiles.q95,
            claim.label,
          ]
        )
      }
    }

    /// Keeps what came of claims.
    ///
    /// - Parameters:
    ///   - events: outcomes by the number of the claim.
    ///   - measures: outcomes by the number of the claim.
    /// - Returns: the number of claims that were decided otherwise before.
    /// - Throws: ``JournalError`` where the file cannot be written.
    package func record(
      _ events: [Int64: ClaimOutcome<EventTruth>],
      _ measures: [Int64: ClaimOutcome<MeasureTruth>]
    ) throws(JournalError) -> Int {
      try Self.guarded {
        try queue.write { db in
          var changed = 0
          for (claim, outcome) in events.sorted(by: { $0.key < $1.key }) {
            changed += try record(outcome, ofEvent: claim, db) ? 1 : 0
          }
          for (claim, outcome) in measures.sorted(by: { $0.key < $1.key }) {
            changed += try record(outcome, ofMeasure: claim, db) ? 1 : 0
          }
          return changed
        }
      }
    }

    private func record(
      _ outcome: ClaimOutcome<EventTruth>,
      ofEvent claim: Int64,
      _ db: Database
    ) throws -> Bool {
      let before = try Bool.fetchOne(
        db,
        sql: "SELECT happened FROM event_outcome WHERE claim = ? AND happened IS NOT NULL",
        arguments: [claim]
      )
      let sql = "INSERT OR REPLACE INTO event_outcome VALUES (?, ?, ?, ?, ?, ?, ?)"
      switch outcome {
      case .decided(let truth):
        let happened = truth.firstDay != nil
        try db.execute(
          sql: sql,
          arguments: [
            claim, happened, truth.firstDay?.description, truth.english, truth.chinese, "", "",
          ]
        )
        return before.map { $0 != happened } ?? false
      case .open(let reason):
        try db.execute(
          sql: sql,
          arguments: [claim, nil, nil, "", "", reason.kind.rawValue, reason.detail]
        )
        return before != nil
      }
    }

    private func record(
      _ outcome: ClaimOutcome<MeasureTruth>,
      ofMeasure claim: Int64,
      _ db: Database
    ) throws -> Bool {
      let before = try Double.fetchOne(
        db,
        sql: "SELECT value FROM measure_outcome WHERE claim = ? AND value IS NOT NULL",
        arguments: [claim]
      )
      let sql = "INSERT OR REPLACE INTO measure_outcome VALUES (?, ?, ?, ?, ?, ?)"
      switch outcome {
      case .decided(let truth):
        try db.execute(
          sql: sql,
          arguments: [claim, truth.value, truth.english, truth.chinese, "", ""]
        )
        return before.map { $0 != truth.value } ?? false
      case .open(let reason):
        try db.execute(
          sql: sql,
          arguments: [claim, nil, "", "", reason.kind.rawValue, reason.detail]
        )
        return before != nil
      }
    }
  }
#endif
