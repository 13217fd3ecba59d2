#if !Journal
  package import Calibration

  /// The journal of a program that was built without it: it cannot be opened.
  package struct JournalFile: Sendable {
    private let nothing: Never

    /// Opens a journal.
    ///
    /// - Throws: ``JournalError/notBuilt``, always.
    package static func open(
      at path: String,
      mustExist: Bool = false
    ) throws(JournalError) -> JournalFile {
      throw .notBuilt
    }

    /// Keeps a forecast; false where the same one is there.
    package func add(_ entry: JournalEntry) throws(JournalError) -> Bool {
      switch nothing {}
    }

    /// The stores of the journal, by name.
    package func stores() throws(JournalError) -> [JournalStore] {
      switch nothing {}
    }

    /// The forecasts of a store, by start.
    package func entries(ofStore store: String) throws(JournalError) -> [JournalEntry] {
      switch nothing {}
    }

    /// Keeps what came of claims; the number of outcomes that were another one before.
    package func record(
      _ events: [Int64: ClaimOutcome<EventTruth>],
      _ measures: [Int64: ClaimOutcome<MeasureTruth>]
    ) throws(JournalError) -> Int {
      switch nothing {}
    }

    /// Every claim with what came of it, of one store or of all.
    package func claims(
      ofStore store: String?
    ) throws(JournalError) -> (events: [JudgedEvent], measures: [JudgedMeasure]) {
      switch nothing {}
    }
  }
#endif
