internal import Calibration
package import Foundation

/// The folder of a backtest, replaced as a whole like that of a forecast.
package struct BacktestFolder: Sendable {
  /// What the numbers came from.
  package struct Origin: Sendable {
    /// The program's version.
    package var version: String
    /// Every file read: the path as the user wrote it and its text.
    package var inputs: [(path: String, text: String)]

    /// Creates the record.
    package init(version: String, inputs: [(path: String, text: String)]) {
      self.version = version
      self.inputs = inputs
    }
  }

  private let folder: URL

  /// A folder that the user named.
  package init(_ folder: URL) { self.folder = folder }

  /// Checks before the work that the folder may be written.
  ///
  /// - Throws: ``ForecastFolderError`` where it is a file, or holds other things.
  package func check() throws(ForecastFolderError) { try ForecastFolder.check(folder) }

  /// Writes `backtest.csv`, `backtest.json`, of rule events `rule_claims.csv`, and `manifest.json`.
  ///
  /// - Throws: ``ForecastFolderError`` where they cannot be written.
  package func write(
    _ answer: BacktestAnswer,
    of origin: Origin
  ) throws(ForecastFolderError) {
    let table = Table.backtest(answer.result, language: answer.language)
    let claims = answer.rules.map { Table.ruleClaims($0, language: answer.language) }
    var files = [(name: table.name, text: table.csv), ("backtest.json", answer.json.text)]
    if let claims { files.append((claims.name, claims.csv)) }
    let manifest = JSONText.object([
      ("program", .text("storecast")), ("version", .text(origin.version)),
      ("command", .text("backtest")), ("seed", .unsigned(answer.result.settings.seed)),
      ("inputs", .list(origin.inputs.map { Self.digest($0.path, $0.text).json(key: "path") })),
      ("files", .list(files.map { Self.digest($0.name, $0.text).json(key: "name") })),
    ])
    try ForecastFolder.replace(
      folder,
      with: files + [(ForecastFolder.manifestName, manifest.text)]
    )
  }

  private static func digest(_ name: String, _ text: String) -> Manifest.File {
    Manifest.File(name: name, sha256: FileDigest.sha256(text))
  }
}
