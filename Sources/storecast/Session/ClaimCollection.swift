import Calibration
import Foundation
import InputFiles
import Journal
import Reporting
import StoreModel

/// Reads from a forecast folder what the journal keeps of it.
struct ClaimCollection {
  let folder: String
  let store: String?

  /// The claims are those of the store as it is: only one option can come true, and the folder does
  /// not say which.
  private static let baseline = "baseline"

  /// The forecast with its claims.
  ///
  /// - Throws: ``InputErrors`` with SC107 (no such folder or file), JO101 to JO104.
  func entry() throws(InputErrors) -> JournalEntry {
    let (text, manifest) = try manifest()
    let heading = try ScenarioHeading(
      fromYAML: manifest.scenario.text,
      file: manifest.scenario.path
    )
    guard let start = heading.start, manifest.horizonInDays > 0 else {
      throw fault(.unreadableManifest("its scenario has no start"), ForecastFolder.manifestName)
    }
    let days = ClaimDays.days(
      start: start,
      horizonInDays: manifest.horizonInDays,
      dates: manifest.byDates.compactMap { CalendarDay(iso: $0) }
    )
    return JournalEntry(
      store: store ?? heading.name,
      platform: heading.platform,
      category: heading.category,
      made: manifest.times.started,
      start: start,
      horizonInDays: manifest.horizonInDays,
      scenarioPath: manifest.scenario.path,
      scenarioText: manifest.scenario.text,
      manifestSHA256: FileDigest.sha256(text),
      identity: FileDigest.sha256(manifest.identityText(store: store ?? heading.name)),
      version: manifest.version,
      seed: manifest.seed,
      replications: manifest.replications,
      packs: manifest.packs.map { JournalEntry.Pack(id: $0.name, sha256: $0.sha256) },
      events: try events(manifest, start, days),
      measures: try measures(manifest, start, days)
    )
  }

  private func manifest() throws(InputErrors) -> (text: String, manifest: Manifest) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      let path = path(of: ForecastFolder.manifestName)
      guard isFolder.boolValue, FileManager.default.fileExists(atPath: path) else {
        throw InputErrors([JournalFinding.noForecast.diagnostic(in: folder)])
      }
      let text = try TextFile.text(at: path)
      do {
        return (text, try Manifest(json: Data(text.utf8)))
      } catch {
        throw fault(.unreadableManifest(Self.words(of: error)), ForecastFolder.manifestName)
      }
    }
    _ = try TextFile.text(at: folder)
    throw InputErrors([JournalFinding.noForecast.diagnostic(in: folder)])
  }

  private static func words(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another form"
    default: "it is no JSON"
    }
  }

  /// Claims about events; what is true already at the start claims nothing.
  private func events(
    _ manifest: Manifest,
    _ start: CalendarDay,
    _ days: [Int]
  ) throws(InputErrors) -> [EventClaim] {
    let columns = ["alternative", "pack", "event"]
    let summary = try table("event_summary.csv", columns + ["median_day"], manifest)
    let settled = Set(
      summary.filter { $0["median_day"] == "0" }.map { $0["pack"] + "\n" + $0["event"] }
    )
    let name = "events.csv"
    var claims: [EventClaim] = []
    for row in try table(name, columns + ["day", "probability", "label"], manifest) {
      guard let day = Int(row["day"]), days.contains(day),
        !settled.contains(row["pack"] + "\n" + row["event"])
      else { continue }
      guard let probability = try row.number("probability"), (0...1).contains(probability) else {
        throw fault(.unreadableTable("a probability is not from 0 to 1"), name)
      }
      claims.append(
        EventClaim(
          pack: row["pack"],
          event: row["event"],
          date: start + (day - 1),
          day: day,
          probability: probability,
          label: row["label"]
        )
      )
    }
    return claims
  }

  private func measures(
    _ manifest: Manifest,
    _ start: CalendarDay,
    _ days: [Int]
  ) throws(InputErrors) -> [MeasureClaim] {
    let columns =
      ["alternative", "pack", "measure", "unit", "day"] + ["q05", "q25", "q50", "q75", "q95"]
    var claims: [MeasureClaim] = []
    for row in try table("daily.csv", columns + ["label"], manifest) {
      guard let day = Int(row["day"]), days.contains(day) else { continue }
      // A measure without a value in too many futures has no quantiles and claims nothing.
      guard let q05 = try row.number("q05"), let q25 = try row.number("q25"),
        let q50 = try row.number("q50"), let q75 = try row.number("q75"),
        let q95 = try row.number("q95")
      else { continue }
      claims.append(
        MeasureClaim(
          pack: row["pack"],
          measure: row["measure"],
          unit: row["unit"],
          date: start + (day - 1),
          day: day,
          quantiles: .init(q05: q05, q25: q25, q50: q50, q75: q75, q95: q95),
          label: row["label"]
        )
      )
    }
    return claims
  }

  /// The rows of the store as it is, from a table whose bytes are those that the manifest tells.
  private func table(
    _ name: String,
    _ columns: [String],
    _ manifest: Manifest
  ) throws(InputErrors) -> [ForecastTableReader.Row] {
    let text = try TextFile.text(at: path(of: name))
    let digest = FileDigest.sha256(fileAt: URL(filePath: path(of: name)))
    guard manifest.files.contains(Manifest.File(name: name, sha256: digest)) else {
      throw fault(.changedTable, name)
    }
    return try ForecastTableReader(text: text, file: path(of: name), columns: columns).rows
      .filter { $0["alternative"] == Self.baseline }
  }

  private func fault(_ finding: JournalFinding, _ name: String) -> InputErrors {
    InputErrors([finding.diagnostic(in: path(of: name))])
  }

  private func path(of name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

extension Manifest {
  /// All that decides what a forecast says of a store.
  ///
  /// Not in it are times, threads, the language of labels, the scenario's path and whether options were
  /// compared: a run that is repeated is the same forecast.
  fileprivate func identityText(store: String) -> String {
    let inputs = packs.map { "\($0.name) \($0.sha256)" }.sorted()
    return
      ([
        store, version, String(seed), String(replications), String(horizonInDays),
        byDates.sorted().joined(separator: " "), scenario.sha256, history?.sha256 ?? "",
        samplers ?? "",
      ] + inputs).joined(separator: "\n")
  }
}
