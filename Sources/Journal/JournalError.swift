/// Why a journal cannot be used.
package enum JournalError: Error, Hashable, Sendable {
  /// This program was built without the journal.
  case notBuilt
  /// The file is something else.
  case notAJournal
  /// A newer program has written it.
  case newer
  /// What the database or the system says.
  case system(String)
}
