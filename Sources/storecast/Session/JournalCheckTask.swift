import ArgumentParser
import Calibration
import Foundation
import InputFiles
import Journal
import Reporting
import StoreModel

/// Holds the journal's claims against a history, keeps what came true, tells.
struct JournalCheckTask {
  let options: JournalCheckOptions
  let path: String
  let output: OutputOptions

  /// Checks and returns what goes to standard output.
  ///
  /// - Throws: The exit code, after the message.
  func perform() throws(ExitCode) -> String {
    let table = options.out.map { URL(filePath: $0) }
    if let table {
      try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
        try TableFile(.claims).check(table)
      }
    }
    let door = JournalDoor(path: path, output: output)
    var evidence: ForecastTrial.Evidence?
    if let history = options.history {
      do throws(InputErrors) {
        evidence = try self.evidence(in: history)
      } catch {
        throw CommandFailure.input(error)
      }
    }
    let journal = try door.open(mustExist: true)
    let stores = try door.ended { () throws(JournalError) in try journal.stores() }
    let store = try store(among: stores.map(\.name))
    if let evidence, let store { try judge(store, by: evidence, in: journal, door) }
    let claims = try door.ended { () throws(JournalError) in try journal.claims(ofStore: store) }
    let review = JournalReview(events: claims.events, measures: claims.measures)
    if let table {
      let rows = Table.claims(review, language: output.language)
      try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
        try TableFile(.claims).write(rows, to: table)
      }
    }
    let answer = JournalAnswer(
      review: review,
      store: store,
      asOf: evidence?.asOf,
      lastRow: evidence?.lastRow,
      language: output.language,
      files: options.out.map { [$0] } ?? [],
      isColored: AnswerContext.isOutputColored
    )
    return output.format == .json ? answer.json.text : answer.text
  }

  private func evidence(in file: String) throws(InputErrors) -> ForecastTrial.Evidence? {
    let text = try TextFile.text(at: file)
    let reading = try HistoryReader.history(fromCSV: text, file: file)
    if !output.quiet, !reading.notices.isEmpty {
      CommandFailure.say(DiagnosticText().text(of: reading.notices))
    }
    guard let first = reading.history.days.first?.date, let last = reading.history.days.last?.date
    else { return nil }
    return ForecastTrial.Evidence(
      file: file,
      history: reading.history,
      firstRow: first,
      lastRow: last,
      asOf: options.asOfDate ?? last + 1
    )
  }

  /// The store asked for; the only one where none is named.
  private func store(among stores: [String]) throws(ExitCode) -> String? {
    let finding: JournalFinding
    if let store = options.store {
      if stores.contains(store) { return store }
      finding = .unknownStore(store, among: stores)
    } else if options.history == nil {
      return nil
    } else if stores.count == 1 {
      return stores[0]
    } else {
      finding = stores.isEmpty ? .unknownStore("", among: []) : .whichStore(stores)
    }
    throw CommandFailure.input(InputErrors([finding.diagnostic(in: path)]))
  }

  private func judge(
    _ store: String,
    by evidence: ForecastTrial.Evidence,
    in journal: JournalFile,
    _ door: JournalDoor
  ) throws(ExitCode) {
    let entries = try door.ended { () throws(JournalError) in try journal.entries(ofStore: store) }
    var events: [Int64: ClaimOutcome<EventTruth>] = [:]
    var measures: [Int64: ClaimOutcome<MeasureTruth>] = [:]
    for entry in entries {
      let found = trial(of: entry, by: evidence).outcomes()
      events.merge(found.events) { $1 }
      measures.merge(found.measures) { $1 }
    }
    let changed = try door.ended { () throws(JournalError) in
      try journal.record(events, measures)
    }
    var notices = changedPacks(entries, by: evidence)
    if changed > 0 { notices.append(JournalFinding.decidedOtherwise(changed).diagnostic(in: path)) }
    if !output.quiet, !notices.isEmpty {
      CommandFailure.say(DiagnosticText().text(of: notices))
    }
  }

  private func trial(
    of entry: JournalEntry,
    by evidence: ForecastTrial.Evidence
  ) -> ForecastTrial {
    ForecastTrial(
      scenario: .init(file: entry.scenarioPath, text: entry.scenarioText),
      start: entry.start,
      events: entry.events,
      measures: entry.measures,
      evidence: evidence,
      output: output
    )
  }

  /// Packs whose file is another one than when a forecast was made.
  private func changedPacks(
    _ entries: [JournalEntry],
    by evidence: ForecastTrial.Evidence
  ) -> [Diagnostic] {
    var older: [String: (file: String, count: Int)] = [:]
    for entry in entries {
      guard
        let library = trial(of: entry, by: evidence).library
      else { continue }
      for pack in entry.packs {
        let file = library.file(ofPack: pack.id)
        guard FileDigest.sha256(fileAt: file) != pack.sha256 else { continue }
        older[pack.id, default: (file.path(percentEncoded: false), 0)].count += 1
      }
    }
    return older.sorted { $0.key < $1.key }.map { pack, found in
      JournalFinding.changedPack(pack, forecasts: found.count).diagnostic(in: found.file)
    }
  }
}
