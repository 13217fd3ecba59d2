import Foundation
import TestSupport
import Testing

/// `staffing --scenario`: who is needed in each hour, as scripts and managers read it.
@Suite(.serialized) struct RosterTests {
  private static let scenario = """
    storecast: 1
    platform: douyin
    category: fresh food
    rules: [douyin.dsr_alliance@seed]
    start: 2026-10-20
    horizon: 30 days
    standing: {displayed: {dsr: {description: 4.6, service: 4.6, logistics: 4.6, ratings: 900}}}
    demand:
      orders_per_day: 300 to 400
      order_value: 62 yuan
      promotions: [{name: sale, from: 2026-11-09, to: 2026-11-11, multiplier: 2}]
    service_desk:
      shifts:
        - {name: day, from: "08:00", to: "16:00", agents: 1}
        - {name: evening, from: "15:00", to: "23:00", agents: 1}
    alternatives: [{name: more, set: {service_desk.shifts.day.agents: 2}}]
    """

  private let folder: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    let url = folder.url.appending(path: "store.yaml")
    try Self.scenario.write(to: url, atomically: true, encoding: .utf8)
    file = url.path
  }

  private func staff(_ arguments: [String], scenario: String? = nil) throws -> Program.Result {
    let rules = Repository.root.appending(path: "rules").path
    return try Program.run(
      ["staffing", "--scenario", scenario ?? file, "--rules-dir", rules, "--replications", "100"]
        + arguments,
      in: folder.url
    )
  }

  private func roster(_ arguments: [String]) throws -> ForecastCSV {
    let out = folder.url.appending(path: "roster.csv")
    let result = try staff(arguments + ["--out", out.path])
    #expect(result.status == 0, "\(result.errors)")
    return try ForecastCSV(out)
  }

  @Test func theRosterHasARowForEveryHourOfEveryDay() throws {
    let roster = try roster(["--from", "2026-11-08", "--to", "2026-11-12", "--lang", "en"])
    #expect(
      roster.columns.prefix(4) == ["date", "hour", "contacts_expected", "agents_needed"]
    )
    #expect(roster.columns.last == "label")
    #expect(roster.rows.count == 5 * 24)
    let dates = ["2026-11-08", "2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12"]
    for date in dates {
      #expect(roster.values("hour", where: ["date": date]) == (0..<24).map(String.init))
    }
    func agentHours(_ date: String) -> Int {
      roster.values("agents_needed", where: ["date": date]).compactMap(Int.init).reduce(0, +)
    }
    #expect(agentHours("2026-11-10") > agentHours("2026-11-12"))
    for row in roster.rows {
      let isOpen = (8..<23).contains(Int(row[1]) ?? 0)
      #expect((Int(row[3]) ?? -1) >= (isOpen ? 1 : 0))
      #expect((Double(row[2]) ?? -1) > 0)
    }
    let bytes = try Data(contentsOf: folder.url.appending(path: "roster.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).contains("Wed 08:00–09:00"))
  }

  @Test func withoutDatesItIsTheWholeHorizonInAFolderOfItsOwn() throws {
    let result = try staff([])
    #expect(result.status == 0, "\(result.errors)")
    let out = folder.url.appending(path: "forecasts/store-staffing/roster.csv")
    #expect(try ForecastCSV(out).rows.count == 30 * 24)
    #expect(result.output.contains("forecasts/store-staffing/roster.csv"))
  }

  /// Chats expected are the forecast's own: mean chats less those that the bot ends.
  @Test func theChatsAreThoseOfTheForecast() throws {
    let expected = try roster(["--from", "2026-10-25", "--to", "2026-10-25"])
      .values("contacts_expected").compactMap(Double.init).reduce(0, +)
    let out = folder.url.appending(path: "forecast")
    _ = try Program.run([
      "run", file, "--replications", "100", "--out", out.path, "--rules-dir",
      Repository.root.appending(path: "rules").path,
    ])
    let all = try ForecastCSV(out.appending(path: "daily.csv"))
      .values("mean", where: ["measure": "contacts", "date": "2026-10-25"])
      .compactMap(Double.init)
    #expect(all.count == 1)
    // The bot ends 20 to 42 % of them in 8 of 10 futures.
    #expect(expected < 0.8 * all[0] && expected > 0.58 * all[0])
  }

  @Test func anyNumberOfThreadsGivesTheSameBytes() throws {
    var files: [Data] = []
    for threads in ["1", "2", "7"] {
      _ = try roster(["--to", "2026-10-24", "--threads", threads])
      files.append(try Data(contentsOf: folder.url.appending(path: "roster.csv")))
    }
    #expect(files[0] == files[1] && files[0] == files[2])
  }

  @Test func theRowsOfADayDoNotDependOnTheDaysAsked() throws {
    let long = try roster(["--to", "2026-10-24"]).rows.filter { $0[0] == "2026-10-23" }
    let short = try roster(["--from", "2026-10-23", "--to", "2026-10-23"]).rows
    #expect(long == short && long.count == 24)
  }

  @Test func theAnswerSpeaksBothLanguages() throws {
    let english = try staff(["--to", "2026-10-22", "--lang", "en"]).output
    #expect(english.contains("You need ") && english.contains("Files: "))
    let chinese = try staff(["--to", "2026-10-22", "--lang", "zh"]).output
    #expect(chinese.contains("最多需排") && chinese.contains("文件:"))
    for line in (english + chinese).split(separator: "\n") { #expect(line.count <= 100) }
  }

  @Test func jsonHoldsTheSameFacts() throws {
    let result = try staff(["--to", "2026-10-21", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let answer = try #require(object as? [String: Any])
    #expect((answer["roster"] as? [[String: Any]])?.count == 48)
    #expect((answer["rule"] as? [String: Any])?["within_seconds"] as? Int == 180)
    #expect((answer["rule"] as? [String: Any])?["target_service_level"] as? Double == 0.8)
    #expect((answer["rule"] as? [String: Any])?["cover"] as? Double == 0.9)
    for key in ["answer", "files", "hours_short", "most_agents"] { #expect(answer[key] != nil) }
  }

  @Test func aStricterRuleNeedsMoreAgents() throws {
    func hours(_ arguments: [String]) throws -> Int {
      try roster(["--to", "2026-10-20"] + arguments).values("agents_needed")
        .compactMap(Int.init).reduce(0, +)
    }
    let usual = try hours([])
    #expect(try hours(["--target-service-level", "0.98", "--within-seconds", "30"]) > usual)
    #expect(try hours(["--cover", "99 %"]) >= usual)
    #expect(try hours(["--cover", "0.5"]) <= usual)
    #expect(try hours(["--around-the-clock"]) > usual)
  }

  @Test(arguments: [
    (["--from", "2026-10-19"], "2026-10-20 to 2026-11-18"),
    (["--to", "2026-11-19"], "2026-10-20 to 2026-11-18"),
    (["--from", "2026-11-02", "--to", "2026-11-01"], "is after"), (["--from", "soon"], "date"),
    (["--agents", "3"], "--agents"), (["--shrinkage", "0.3"], "--shrinkage"),
    (["--within-seconds", "10"], "13"), (["--cover", "120 %"], "cover"),
    (["--clear-night-hours", "9"], "--clear-night-hours"),
  ])
  func wrongUsageSaysWhatIsAllowed(arguments: [String], words: String) throws {
    let result = try staff(arguments + ["--lang", "en"])
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func optionsOfARosterGoWithAScenario() throws {
    let desk = ["--contacts-per-hour", "20", "--handle-seconds", "300", "--agents", "4"]
    #expect(try Program.run(["staffing", "--from", "2026-11-01"] + desk).status == 64)
    #expect(try Program.run(["staffing", "--agents", "4"]).status == 64)
    #expect(try Program.run(["staffing"] + desk).status == 0)
  }

  @Test func badScenariosHaveTheirExitCodes() throws {
    #expect(try staff([], scenario: "no-such-file.yaml").status == 66)
    let bare = folder.url.appending(path: "bare.yaml")
    let text = Self.scenario.components(separatedBy: "service_desk:")[0]
    try text.write(to: bare, atomically: true, encoding: .utf8)
    let result = try staff(["--lang", "en"], scenario: bare.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("service_desk"))
  }

  @Test func whatIsNoRosterIsLeftAlone() throws {
    let other = folder.url.appending(path: "wages.csv")
    try "name,wage\n".write(to: other, atomically: true, encoding: .utf8)
    #expect(try staff(["--to", "2026-10-20", "--out", other.path]).status == 73)
    #expect(try String(contentsOf: other, encoding: .utf8) == "name,wage\n")
    let taken = folder.url.appending(path: "taken.csv")
    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
    #expect(try staff(["--to", "2026-10-20", "--out", taken.path]).status == 73)
    let out = folder.url.appending(path: "new/deep")
    #expect(try staff(["--to", "2026-10-20", "--out", out.path]).status == 0)
    #expect(try staff(["--to", "2026-10-20", "--out", out.path + "/"]).status == 0)
    #expect(try ForecastCSV(out.appending(path: "roster.csv")).rows.count == 24)
  }
}
