#if Journal
  package import Calibration
  import GRDB
  package import StoreModel

  extension JournalFile {
    /// The stores of the journal, by name.
    ///
    /// - Throws: ``JournalError`` where the file cannot be read.
    package func stores() throws(JournalError) -> [JournalStore] {
      try Self.guarded {
        try queue.read { db in
          try Row.fetchAll(
            db,
            sql: """
              SELECT store, count(*) AS forecasts, min(start) AS first, max(start) AS last
              FROM forecast GROUP BY store ORDER BY store
              """
          ).map { row in
            JournalStore(
              name: row["store"],
              forecasts: row["forecasts"],
              firstStart: try Self.day(row["first"]),
              lastStart: try Self.day(row["last"])
            )
          }
        }
      }
    }

    /// The forecasts of a store, by start.
    ///
    /// - Throws: ``JournalError`` where the file cannot be read.
    package func entries(ofStore store: String) throws(JournalError) -> [JournalEntry] {
      try Self.guarded {
        try queue.read { db in
          try Row.fetchAll(
            db,
            sql: "SELECT * FROM forecast WHERE store = ? ORDER BY start, id",
            arguments: [store]
          ).map { try Self.entry($0, db) }
        }
      }
    }

    /// Every claim with what came of it, of one store or of all, by start.
    ///
    /// - Throws: ``JournalError`` where the file cannot be read.
    package func claims(
      ofStore store: String?
    ) throws(JournalError) -> (events: [JudgedEvent], measures: [JudgedMeasure]) {
      try Self.guarded {
        try queue.read { db in
          let events = try Row.fetchAll(
            db,
            sql: Self.query(of: "event", ofStore: store),
            arguments: store.map { [$0] } ?? []
          ).map { try Self.judgedEvent($0) }
          let measures = try Row.fetchAll(
            db,
            sql: Self.query(of: "measure", ofStore: store),
            arguments: store.map { [$0] } ?? []
          ).map { try Self.judgedMeasure($0) }
          return (events, measures)
        }
      }
    }

    private static func query(of kind: String, ofStore store: String?) -> String {
      """
      SELECT c.*, o.*, c.id AS id, f.store, f.start, f.replications, o.claim AS judged
      FROM \(kind)_claim c JOIN forecast f ON f.id = c.forecast
        LEFT JOIN \(kind)_outcome o ON o.claim = c.id
      \(store == nil ? "" : "WHERE f.store = ?")
      ORDER BY f.store, f.start, f.id, c.id
      """
    }

    private static func entry(_ row: Row, _ db: Database) throws -> JournalEntry {
      let id: Int64 = row["id"]
      func rows(of table: String) throws -> [Row] {
        let order = table == "pack" ? "pack" : "id"
        return try Row.fetchAll(
          db,
          sql: "SELECT * FROM \(table) WHERE forecast = ? ORDER BY \(order)",
          arguments: [id]
        )
      }
      return JournalEntry(
        store: row["store"],
        platform: row["platform"],
        category: row["category"],
        made: row["made"],
        start: try day(row["start"]),
        horizonInDays: row["horizon_days"],
        scenarioPath: row["scenario_path"],
        scenarioText: row["scenario_text"],
        manifestSHA256: row["manifest_sha256"],
        identity: row["identity"],
        version: row["version"],
        seed: UInt64(row["seed"] as String) ?? 0,
        replications: row["replications"],
        packs: try rows(of: "pack").map { JournalEntry.Pack(id: $0["pack"], sha256: $0["sha256"]) },
        events: try rows(of: "event_claim").map { try eventClaim($0) },
        measures: try rows(of: "measure_claim").map { try measureClaim($0) }
      )
    }

    private static func eventClaim(_ row: Row) throws -> EventClaim {
      var claim = EventClaim(
        pack: row["pack"],
        event: row["event"],
        date: try day(row["date"]),
        day: row["day"],
        probability: row["probability"],
        label: row["label"]
      )
      claim.id = row["id"]
      return claim
    }

    private static func measureClaim(_ row: Row) throws -> MeasureClaim {
      var claim = MeasureClaim(
        pack: row["pack"],
        measure: row["measure"],
        unit: row["unit"],
        date: try day(row["date"]),
        day: row["day"],
        quantiles: MeasureClaim.Quantiles(
          q05: row["q05"],
          q25: row["q25"],
          q50: row["q50"],
          q75: row["q75"],
          q95: row["q95"]
        ),
        label: row["label"]
      )
      claim.id = row["id"]
      return claim
    }

    private static func judgedEvent(_ row: Row) throws -> JudgedEvent {
      var outcome: ClaimOutcome<EventTruth>?
      if let happened = row["happened"] as Bool? {
        outcome = .decided(
          EventTruth(
            firstDay: happened ? try day(row["first_day"]) : nil,
            english: row["label_en"],
            chinese: row["label_zh"]
          )
        )
      }
      return JudgedEvent(
        store: row["store"],
        start: try day(row["start"]),
        replications: row["replications"],
        claim: try eventClaim(row),
        outcome: outcome ?? openReason(row).map { .open($0) }
      )
    }

    private static func judgedMeasure(_ row: Row) throws -> JudgedMeasure {
      var outcome: ClaimOutcome<MeasureTruth>?
      if let value = row["value"] as Double? {
        outcome = .decided(
          MeasureTruth(value: value, english: row["label_en"], chinese: row["label_zh"])
        )
      }
      return JudgedMeasure(
        store: row["store"],
        start: try day(row["start"]),
        replications: row["replications"],
        claim: try measureClaim(row),
        outcome: outcome ?? openReason(row).map { .open($0) }
      )
    }

    private static func openReason(_ row: Row) -> OpenReason? {
      guard row["judged"] as Int64? != nil,
        let kind = OpenReason.Kind(rawValue: row["reason"] as String? ?? "")
      else { return nil }
      return OpenReason(kind, detail: row["detail"] as String? ?? "")
    }

    private static func day(_ text: String?) throws -> CalendarDay {
      guard let text, let day = CalendarDay(iso: text) else {
        throw JournalError.system("'\(text ?? "")' stands where a date should")
      }
      return day
    }
  }
#endif
