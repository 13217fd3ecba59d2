import Foundation
import InputFiles

/// Packs that are named beside scenarios, to see how the stores fare under them.
///
/// They score and do not act: every other row of a forecast is what it would be without them.
struct AddedPacks: Sendable {
  /// Full ids, or names without version.
  var names: [String] = []

  /// The folder below which forecasts are written where `--out` names none: rules that are only tried
  /// out leave the stores' own forecasts alone.
  var root: String {
    names.isEmpty ? "forecasts" : "forecasts/with-" + names.joined(separator: "+")
  }

  /// Looks for the packs before any store is read, so that a wrong name is told once.
  ///
  /// - Throws: ``InputErrors`` for a pack that is not there, with near names.
  func check(near path: String, rulesDir: String?) throws(InputErrors) {
    guard !names.isEmpty else { return }
    let library = try RuleLibrary.find(
      directory: rulesDir,
      from: path,
      executable: Bundle.main.executableURL
    )
    let ids = library.packIDs()
    for name in names where !ids.contains(where: { $0 == name || $0.hasPrefix(name + "@") }) {
      _ = try library.pack(named: name, on: nil)
    }
  }
}
