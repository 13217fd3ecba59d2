package import Journal
import StoreModel

/// A forecast that was handed to the journal.
package struct JournalAddition: Sendable {
  let folder: String
  let entry: JournalEntry
  let isNew: Bool

  /// Creates the note of a folder; `isNew` is false where the journal had its forecast already.
  package init(folder: String, entry: JournalEntry, isNew: Bool) {
    self.folder = folder
    self.entry = entry
    self.isNew = isNew
  }
}

/// The answer of `journal add`.
package struct JournalAdditions: Sendable {
  private let additions: [JournalAddition]
  private let journal: String
  private let language: ReportLanguage

  /// Creates the answer about forecasts handed to the journal of that path.
  package init(_ additions: [JournalAddition], journal: String, language: ReportLanguage) {
    self.additions = additions
    self.journal = journal
    self.language = language
  }

  /// A line for each forecast.
  package var text: String {
    additions.map { line($0) + "\n" }.joined()
      + language.pick("Journal: \(journal)\n", "日志:\(journal)\n")
  }

  private func line(_ addition: JournalAddition) -> String {
    let entry = addition.entry
    let span = Phrase(language: language, start: entry.start)
      .span(to: entry.start + (entry.horizonInDays - 1))
    guard addition.isNew else {
      return language.pick(
        "\(entry.store) · \(span): was in the journal already",
        "\(entry.store) · \(span):日志里已有,没有重复添加"
      )
    }
    return language.pick(
      "\(entry.store) · \(span): kept, \(entry.events.count) claims about events and "
        + "\(entry.measures.count) about measures",
      "\(entry.store) · \(span):已记下,事件 \(entry.events.count) 条,指标 \(entry.measures.count) 条"
    )
  }

  /// `{"journal", "forecasts": [{"folder", "store", "start", "horizon_days", "events", "measures",
  /// "added"}]}`.
  package var json: JSONText {
    .object([
      ("journal", .text(journal)),
      (
        "forecasts",
        .list(
          additions.map { addition in
            let entry = addition.entry
            return .object([
              ("folder", .text(addition.folder)), ("store", .text(entry.store)),
              ("start", .text(entry.start.description)),
              ("horizon_days", .integer(entry.horizonInDays)),
              ("events", .integer(entry.events.count)),
              ("measures", .integer(entry.measures.count)), ("added", .flag(addition.isNew)),
            ])
          }
        )
      ),
    ])
  }
}
