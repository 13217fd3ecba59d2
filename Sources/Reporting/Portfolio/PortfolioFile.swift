package import Foundation

/// The list of a portfolio's stores on disk, with the list of the run before while one is interrupted.
///
/// An interrupted run writes the stores that it finished. So that the run which goes on with it still
/// tells the change since the last whole run, that run's list is kept beside it until then.
package struct PortfolioFile: Sendable {
  /// The list.
  package let url: URL

  /// The list at a path.
  package init(_ path: String) {
    url = URL(filePath: path)
  }

  /// The list of the last whole run, kept while a run is interrupted.
  package var kept: URL {
    url.deletingPathExtension().appendingPathExtension("previous.csv")
  }

  /// The list to compare with: that of the last whole run.
  package var earlier: URL {
    FileManager.default.fileExists(atPath: kept.path(percentEncoded: false)) ? kept : url
  }

  /// Checks before the work that the list may be written.
  ///
  /// - Throws: ``ForecastFolderError`` where a folder or something else has its name.
  package func check() throws(ForecastFolderError) {
    try TableFile(.portfolio).check(url)
    try TableFile(.portfolio).check(kept)
  }

  /// Writes the list in place of the older one, in one step.
  ///
  /// - Parameters:
  ///   - stores: the rows, in their order.
  ///   - isWhole: whether the run went to its end.
  /// - Throws: ``ForecastFolderError`` where it cannot be written.
  package func write(_ stores: [StoreRisk], isWhole: Bool) throws(ForecastFolderError) {
    if !isWhole { try keep() }
    try TableFile(.portfolio).write(Table.portfolio(stores), to: url)
    if isWhole { try? FileManager.default.removeItem(at: kept) }
  }

  /// Keeps the list of the last whole run; an empty one where there is none.
  private func keep() throws(ForecastFolderError) {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: kept.path(percentEncoded: false)) else { return }
    guard manager.fileExists(atPath: url.path(percentEncoded: false)) else {
      return try TableFile(.portfolio).write(Table.portfolio([]), to: kept)
    }
    do {
      try Data(contentsOf: url).write(to: kept, options: .atomic)
    } catch {
      throw ForecastFolderError(
        path: kept.path(percentEncoded: false),
        reason: .system(error.localizedDescription)
      )
    }
  }
}
