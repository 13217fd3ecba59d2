#if Journal
  import GRDB

  extension JournalFile {
    /// `storecast` marks its databases, so that nobody else's is ever written to.
    static let applicationID = 0x5354_4A31

    /// Every form that the journal ever had; a step that was published is never changed.
    static var migrator: DatabaseMigrator {
      var migrator = DatabaseMigrator()
      migrator.registerMigration("1") { db in
        try db.execute(
          sql: """
            PRAGMA application_id = \(applicationID);
            CREATE TABLE forecast (
              id INTEGER PRIMARY KEY,
              identity TEXT NOT NULL UNIQUE,
              store TEXT NOT NULL,
              platform TEXT NOT NULL,
              category TEXT NOT NULL,
              made TEXT NOT NULL,
              added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
              start TEXT NOT NULL,
              horizon_days INTEGER NOT NULL,
              scenario_path TEXT NOT NULL,
              scenario_text TEXT NOT NULL,
              manifest_sha256 TEXT NOT NULL,
              version TEXT NOT NULL,
              seed TEXT NOT NULL,
              replications INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX forecast_of_store ON forecast (store, start);
            CREATE TABLE pack (
              forecast INTEGER NOT NULL REFERENCES forecast ON DELETE CASCADE,
              pack TEXT NOT NULL,
              sha256 TEXT NOT NULL,
              PRIMARY KEY (forecast, pack)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE event_claim (
              id INTEGER PRIMARY KEY,
              forecast INTEGER NOT NULL REFERENCES forecast ON DELETE CASCADE,
              pack TEXT NOT NULL,
              event TEXT NOT NULL,
              date TEXT NOT NULL,
              day INTEGER NOT NULL,
              probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
              label TEXT NOT NULL,
              UNIQUE (forecast, pack, event, day)
            ) STRICT;
            CREATE TABLE measure_claim (
              id INTEGER PRIMARY KEY,
              forecast INTEGER NOT NULL REFERENCES forecast ON DELETE CASCADE,
              pack TEXT NOT NULL,
              measure TEXT NOT NULL,
              unit TEXT NOT NULL,
              date TEXT NOT NULL,
              day INTEGER NOT NULL,
              q05 REAL NOT NULL,
              q25 REAL NOT NULL,
              q50 REAL NOT NULL,
              q75 REAL NOT NULL,
              q95 REAL NOT NULL,
              label TEXT NOT NULL,
              UNIQUE (forecast, pack, measure, day)
            ) STRICT;
            CREATE TABLE event_outcome (
              claim INTEGER PRIMARY KEY REFERENCES event_claim ON DELETE CASCADE,
              happened INTEGER CHECK (happened IN (0, 1)),
              first_day TEXT,
              label_en TEXT NOT NULL,
              label_zh TEXT NOT NULL,
              reason TEXT NOT NULL,
              detail TEXT NOT NULL,
              CHECK ((happened IS NULL) = (reason <> ''))
            ) STRICT;
            CREATE TABLE measure_outcome (
              claim INTEGER PRIMARY KEY REFERENCES measure_claim ON DELETE CASCADE,
              value REAL,
              label_en TEXT NOT NULL,
              label_zh TEXT NOT NULL,
              reason TEXT NOT NULL,
              detail TEXT NOT NULL,
              CHECK ((value IS NULL) = (reason <> ''))
            ) STRICT;
            """
        )
      }
      return migrator
    }
  }
#endif
