/// What can be said about a journal and the forecasts that go into it.
package enum JournalFinding: Sendable {
  /// A folder without a manifest.
  case noForecast
  /// A manifest that the program did not write; what is wrong with it.
  case unreadableManifest(String)
  /// A table whose bytes are others than those that the manifest tells.
  case changedTable
  /// A table that cannot be read; what is wrong with it.
  case unreadableTable(String)
  /// A file that is no journal.
  case noJournal
  /// A journal of a newer program.
  case newerJournal
  /// A history of one of several stores; the journal's stores.
  case whichStore([String])
  /// A store that the journal does not know, among those it does.
  case unknownStore(String, among: [String])
  /// A pack that has changed since a forecast; how many forecasts used the older text.
  case changedPack(String, forecasts: Int)
  /// Claims that an earlier check decided otherwise.
  case decidedOtherwise(Int)

  /// The finding at a place of a file or folder.
  package func diagnostic(in file: String, at location: SourceLocation? = nil) -> Diagnostic {
    let (code, message, hint) = text
    return Diagnostic(
      file: file,
      location: location ?? SourceLocation(line: 1, column: 1),
      severity: isNotice ? .notice : .error,
      code: code,
      message: message,
      hint: hint
    )
  }

  private var isNotice: Bool {
    switch self {
    case .changedPack, .decidedOtherwise: true
    default: false
    }
  }

  private var text: (code: String, message: String, hint: String) {
    switch self {
    case .noForecast:
      return (
        "JO101", "the folder has no manifest.json, so it is no forecast",
        "name a folder that storecast run or compare has written"
      )
    case .unreadableManifest(let fault):
      return (
        "JO102", "this is no manifest that storecast wrote: \(fault)",
        "make the forecast again, or name another folder"
      )
    case .changedTable:
      return (
        "JO103", "the file is not the one that the manifest tells of: its SHA-256 differs",
        "a journal keeps what was forecast, not what was edited; make the forecast again"
      )
    case .unreadableTable(let fault):
      return ("JO104", "this table of a forecast cannot be read: \(fault)", "make it again")
    case .noJournal:
      return (
        "JO105", "the file is no journal that storecast wrote and is left alone",
        "name another file with --journal"
      )
    case .newerJournal:
      return (
        "JO106", "a newer storecast has written this journal", "use that version or a newer one"
      )
    case .whichStore(let stores):
      return (
        "JO107", "the journal holds \(stores.count) stores, and one history is that of one store",
        "say which with --store: " + Self.some(stores)
      )
    case .unknownStore(let name, let stores):
      let nearest = NearestName.nearest(to: name, among: stores)
      return (
        "JO108",
        "the journal has no forecast of a store '\(name.clipped)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        stores.isEmpty ? "add forecasts with storecast journal add" : "it has " + Self.some(stores)
      )
    case .changedPack(let pack, let forecasts):
      return (
        "JO111",
        "the rules of \(pack) have another text than when \(forecasts) "
          + (forecasts == 1 ? "forecast was" : "forecasts were") + " made",
        "what came true is judged by the text of today; --rules-dir names an older folder"
      )
    case .decidedOtherwise(let count):
      return (
        "JO112", "\(count) claims were decided otherwise by an earlier check",
        "the history or the rules have changed since; the journal keeps what this check says"
      )
    }
  }

  private static func some(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ")
      + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }
}
