import Foundation
import Reporting
import StoreModel

/// A forecast folder made by hand, in the form that `run` writes.
struct MadeForecast {
  var scenario: String
  var path = "store.yaml"
  var horizonInDays = 28
  var seed: UInt64 = 1
  /// Dates asked for.
  var byDates: [String] = []
  var packs: [Manifest.File] = []
  /// Pack, event, probability on every day, median day.
  var events: [(pack: String, event: String, probability: Double, median: String)] = []
  /// Pack, measure, unit, the five quantiles.
  var measures: [(pack: String, measure: String, unit: String, quantiles: [Double])] = []

  /// Writes the folder.
  func write(to folder: URL) throws {
    let days = 1...horizonInDays
    var tables: [(name: String, text: String)] = []
    var text = "\u{FEFF}alternative,pack,event,date,day,probability,ci_low,ci_high,label\n"
    for (alternative, factor) in [("baseline", 1.0), ("other", 0.5)] {
      for one in events {
        for day in days {
          text += "\(alternative),\(one.pack),\(one.event),,\(day),\(one.probability * factor),0,1,"
          text += "\"said, \(one.event)\"\n"
        }
      }
    }
    tables.append(("events.csv", text))
    text = "\u{FEFF}alternative,pack,event,probability,median_day,label\n"
    for one in events {
      text += "baseline,\(one.pack),\(one.event),\(one.probability),\(one.median),x\n"
    }
    tables.append(("event_summary.csv", text))
    text = "\u{FEFF}alternative,pack,measure,unit,date,day,mean,q05,q25,q50,q75,q95,label\n"
    for one in measures {
      let quantiles = one.quantiles.map { "\($0)" }.joined(separator: ",")
      for day in days {
        text += "baseline,\(one.pack),\(one.measure),\(one.unit),,\(day),,\(quantiles),said\n"
      }
    }
    tables.append(("daily.csv", text))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for table in tables {
      try table.text.write(
        to: folder.appending(path: table.name),
        atomically: true,
        encoding: .utf8
      )
    }
    let manifest = Manifest(
      command: "run",
      version: "0.1.0",
      seed: seed,
      replications: 1000,
      replicationsWanted: 1000,
      precision: nil,
      horizonInDays: horizonInDays,
      byDates: byDates,
      paths: 0,
      language: .en,
      scenario: Manifest.ScenarioText(path: path, text: scenario),
      history: nil,
      packs: packs,
      threads: 1,
      samplers: "gsl",
      times: Manifest.Times(started: Date(timeIntervalSince1970: 0), seconds: 1),
      files: tables.map { Manifest.File(name: $0.name, sha256: FileDigest.sha256($0.text)) }
    )
    try manifest.json.text.write(
      to: folder.appending(path: ForecastFolder.manifestName),
      atomically: true,
      encoding: .utf8
    )
  }
}
