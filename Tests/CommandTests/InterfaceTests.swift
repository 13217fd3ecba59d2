import Foundation
import TestSupport
import Testing

/// Names, columns, exit codes and keys that scripts rely on.
@Suite(.serialized) struct InterfaceTests {
  private static let columns = [
    "daily.csv":
      "alternative,pack,measure,unit,date,day,mean,standard_error,q05,q25,q50,q75,q95,threshold,"
      + "probability_bad_side,label",
    "events.csv": "alternative,pack,event,date,day,probability,ci_low,ci_high,label",
    "event_summary.csv":
      "alternative,pack,event,probability,ci_low,ci_high,median_day,median_day_ci_low,"
      + "median_day_ci_high,median_date,restricted_mean_days,expected_count,threshold,label",
    "occupancy.csv": "alternative,pack,ladder,state,date,day,probability,label",
    "money.csv":
      "alternative,pack,item,unit,period,mean,standard_error,q05,q25,q50,q75,q95,q99,"
      + "probability_positive,label",
    "binding.csv":
      "alternative,pack,ladder,state,condition,share_of_days,share_of_replications,label",
    "comparison.csv":
      "alternative,baseline,pack,measure,unit,difference,ci_low,ci_high,standard_error,"
      + "variance_reduction,correlation,baseline_value,alternative_value,verdict,label",
    "assumptions.csv": "parameter,value,unit,origin,source,used_by,label",
  ]

  private static let nineLines = Repository.root.appending(path: "scenarios/nine-lines.yaml").path

  private static let failures: [([String], Int32)] = [
    (["run"], 64), (["run", "a.yaml", "--replications", "0"], 64),
    (["run", "no-such-file.yaml"], 66), (["check", "no-such-file.yaml"], 66),
    (["frobnicate"], 64), (["explain", "SC999"], 64),
    (["run", "--manifest", "no-such-manifest.json"], 66),
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func theForecastFolderHoldsThePinnedFilesAndColumns() throws {
    let out = folder.url.appending(path: "forecast")
    let result = try Program.run([
      "compare", Self.nineLines, "--replications", "60", "--out", out.path, "--lang", "zh",
    ])
    #expect(result.status == 0, "\(result.errors)")
    for (name, columns) in Self.columns {
      let data = try Data(contentsOf: out.appending(path: name))
      #expect(data.starts(with: [0xEF, 0xBB, 0xBF]), "\(name) begins with a byte-order mark")
      let text = String(decoding: data.dropFirst(3), as: UTF8.self)
      #expect(text.prefix { $0 != "\n" } == columns, "\(name)")
      #expect(!text.contains("nan") && !text.contains("\r"))
      #expect(text.firstMatch(of: #/,-?[0-9.]+e[+-]?[0-9]+,/#) == nil, "\(name)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
    #expect(Set(names) == Set(Self.columns.keys).union(["manifest.json"]))
  }

  @Test func aHandleTimeThatExplainsTheConsoleIsToldOrMissed() throws {
    let text = try String(contentsOfFile: Self.nineLines, encoding: .utf8)
    func file(_ figure: String) throws -> String {
      let url = folder.url.appending(path: "desk.yaml")
      try text.replacing("agents: 4,", with: "agents: 4, \(figure),")
        .write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }
    let rules = ["--rules-dir", Repository.root.appending(path: "rules").path]
    let out = folder.url.appending(path: "desk")
    let found = try Program.run(
      ["run", file("first_reply_now: 40 s"), "--replications", "50", "--out", out.path] + rules
    )
    #expect(found.status == 0, "\(found.errors)")
    let assumptions = try String(
      contentsOf: out.appending(path: "assumptions.csv"),
      encoding: .utf8
    )
    let row = #/service_desk\.handle_time\.mean,[0-9.]+ s,s,solved,explains a first reply of 40 s,/#
    #expect(assumptions.firstMatch(of: row) != nil)
    for command in ["run", "check"] {
      let missed = try Program.run([command, file("first_reply_now: 2 s")] + rules)
      #expect(missed.status == 65)
      #expect((missed.output + missed.errors).contains("SC314"))
    }
  }

  @Test func everyLadderSumsToOneOnEveryDay() throws {
    let out = folder.url.appending(path: "forecast")
    _ = try Program.run(["run", Self.nineLines, "--replications", "70", "--out", out.path])
    let occupancy = try ForecastCSV(out.appending(path: "occupancy.csv"))
    for ladder in ["level", "alliance", "platform"] {
      for day in 1...90 {
        let shares = occupancy.values(
          "probability",
          where: ["ladder": ladder, "day": String(day)]
        ).compactMap(Double.init)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      }
    }
  }

  @Test func jsonStandsAloneOnStandardOutput() throws {
    let out = folder.url.appending(path: "forecast")
    let result = try Program.run([
      "run", Self.nineLines, "--replications", "50", "--out", out.path, "--format", "json",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let keys = (object as? [String: Any])?.keys.map { $0 } ?? []
    #expect(
      Set(keys).isSuperset(
        of: ["answer", "events", "money", "assumptions", "files", "manifest"])
    )
  }

  @Test func theStartingScoreIsTheOneDisplayed() throws {
    let out = folder.url.appending(path: "forecast")
    _ = try Program.run(["run", Self.nineLines, "--replications", "50", "--out", out.path])
    let daily = try ForecastCSV(out.appending(path: "daily.csv"))
    for (measure, shown) in [
      ("dsr_description", "4.58"), ("dsr_service", "4.6"), ("dsr_logistics", "4.55"),
    ] {
      let row = ["measure": measure, "day": "1"]
      #expect(daily.values("q05", where: row) == [shown])
      #expect(daily.values("q95", where: row) == [shown])
    }
  }

  @Test(arguments: failures)
  func wrongUsageAndMissingFilesHaveTheirExitCodes(arguments: [String], code: Int32) throws {
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == code, "\(result.errors)")
    #expect(!(result.errors + result.output).isEmpty)
  }

  @Test func aBadScenarioIsRefusedWithItsPlace() throws {
    let file = folder.url.appending(path: "bad.yaml")
    try "storecast: 1\nplatfrom: x\n".write(to: file, atomically: true, encoding: .utf8)
    let rules = Repository.root.appending(path: "rules").path
    let result = try Program.run(["run", file.path, "--rules-dir", rules])
    #expect(result.status == 65)
    #expect(result.errors.contains("bad.yaml:2:1: error SC201"))
    #expect(result.output.isEmpty)
  }

  @Test func aFolderThatIsNoForecastIsLeftAlone() throws {
    let out = folder.url.appending(path: "photos")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    let photo = out.appending(path: "holiday.jpg")
    try Data([1, 2, 3]).write(to: photo)
    let result = try Program.run([
      "run", Self.nineLines, "--replications", "50", "--out", out.path,
    ])
    #expect(result.status == 73)
    #expect(try Data(contentsOf: photo) == Data([1, 2, 3]))
  }

  @Test func everyCommandShowsAnExample() throws {
    for command in ["run", "compare", "staffing", "check", "explain", "rules"] {
      let result = try Program.run([command, "--help"])
      #expect(result.status == 0)
      #expect(result.output.contains("Example"), "\(command)")
    }
  }
}
