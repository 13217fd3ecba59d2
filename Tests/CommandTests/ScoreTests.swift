import Foundation
import TestSupport
import Testing

/// `storecast score` as scripts and people use it.
@Suite(.serialized) struct ScoreTests {
  private static let rules = Repository.root.appending(path: "rules").path
  private static let fixtures = Repository.root.appending(path: "Tests/Fixtures")
  private static let keys = [
    "pack", "as_of", "indicators", "scores", "tier", "level", "events", "headroom", "displayed",
    "missing",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.url.appending(path: name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  private func score(_ arguments: String..., rules: String = rules) throws -> Program.Result {
    try Program.run(["score", "--rules-dir", rules, "--lang", "en"] + arguments)
  }

  private func entries(_ result: Program.Result) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [[String: Any]])
  }

  /// Thirty days of a store whose ratings and shipping are told.
  private var plain: String {
    "date,orders,due_to_ship,shipped_on_time,reviews_1,reviews_2,reviews_3,reviews_4,reviews_5,"
      + "displayed_dsr\n"
      + (1...30).map { day in
        "2026-06-\(day < 10 ? "0" : "")\(day),100,100,\(day == 7 ? 98 : 100),0,0,0,3,7,"
          + (day == 30 ? "4.69" : "") + "\n"
      }.joined()
  }

  @Test func jsonHasThePinnedKeys() throws {
    let days = try file("days.csv", plain)
    let names = "douyin.dsr_alliance@seed,douyin.merchant_level@2020-04-10"
    let result = try score("--rules", names, "--history", days, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let found = try entries(result)
    #expect(found.map { $0["pack"] as? String } == names.split(separator: ",").map(String.init))
    for entry in found { #expect(Set(entry.keys).isSuperset(of: Self.keys)) }
    #expect(found[0]["as_of"] as? String == "2026-07-01")
    let scores = try #require(found[0]["scores"] as? [String: Any])
    #expect(scores["dsr"] as? Double == 4.7)
    let displayed = try #require(found[0]["displayed"] as? [String: Any])
    #expect(displayed["difference"] as? Double == 0.01)
    let sentence = displayed["sentence"] as? String
    #expect(
      sentence == "DSR: we compute 4.7, the console showed 4.69 on 2026-06-30 (difference +0.01)."
    )
    #expect((found[0]["gates"] as? [String: String])?["alliance"] == "member")
    #expect(found[1]["level"] as? String == "LV1")
    #expect((found[1]["missing"] as? [String])?.contains("gmv") == true)
    let indicators = try #require(found[1]["indicators"] as? [String: [String: Any]])
    let onTime = try #require(indicators["on_time_rate"])
    #expect(onTime["numerator"] as? Int == 2998 && onTime["denominator"] as? Int == 3000)
    #expect(onTime["window_start"] as? String == "2026-06-01")
    #expect(onTime["window_end"] as? String == "2026-06-30")
    let headroom = try #require(found[1]["headroom"] as? [[String: Any]])
    let room = try #require(headroom.first { $0["condition"] as? String == "on_time_rate" })
    // 2998 / (3000 + x) ≥ 0.999 up to x = 1.
    #expect(room["room"] as? Int == 1 && room["threshold"] as? Double == 0.999)
    #expect(
      Set(room.keys).isSuperset(of: ["condition", "value", "threshold", "room", "unit", "sentence"])
    )
    #expect(found[1]["trace"] == nil)
  }

  @Test func theLevelGoesUpOnTheDayTheRulesSay() throws {
    let result = try score(
      "--rules",
      "harbor.berth",
      "--history",
      try file("days.csv", plain),
      "--format",
      "json",
      rules: Self.fixtures.appending(path: "rules").path
    )
    let entry = try #require(try entries(result).first)
    let events = try #require(entry["events"] as? [[String: String]])
    // A hundred orders in a day are half of what each berth bears: in at once, and in again.
    let rises = events.filter { $0["event"] == "berth_in" }.compactMap { $0["date"] }
    #expect(rises == ["2026-06-02", "2026-06-03"])
    #expect(entry["level"] as? String == "inner")
  }

  @Test func theStandingOfAScenarioIsWhereThePlayBegins() throws {
    let text = try String(
      contentsOf: Repository.root.appending(path: "scenarios/nine-lines.yaml"),
      encoding: .utf8
    )
    let start = try #require(text.firstMatch(of: #/start: ([0-9-]+)/#)?.1)
    let days = try file("days.csv", plain.replacing("2026-06-", with: "2026-09-"))
    let scenario = try file(
      "store.yaml",
      text.replacing("start: \(start)", with: "start: 2026-09-25")
    )
    let result = try score(
      "--rules",
      "douyin.merchant_level@2020-04-10",
      "--history",
      days,
      "--standing",
      scenario,
      "--format",
      "json"
    )
    #expect(result.status == 0, "\(result.errors)")
    let entry = try #require(try entries(result).first)
    let told = try #require(text.firstMatch(of: #/level: (LV[0-9])/#)?.1)
    #expect(entry["level"] as? String == String(told))
    let early = try score(
      "--rules",
      "douyin.merchant_level@2020-04-10",
      "--history",
      days,
      "--standing",
      scenario,
      "--as-of",
      "2026-09-20"
    )
    #expect(early.status == 65 && early.errors.contains("SR103"))
  }

  @Test func theTableIsWrittenWholeOrNotAtAll() throws {
    let days = try file("days.csv", plain)
    let out = folder.url.appending(path: "scores.csv")
    let arguments = ["--rules", "douyin.dsr_alliance@seed", "--history", days, "--out", out.path]
    let result = try Program.run(["score", "--rules-dir", Self.rules] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    let data = try Data(contentsOf: out)
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    let table = try ForecastCSV(out)
    #expect(table.columns == ["date", "pack", "measure", "unit", "value", "label"])
    #expect(table.rows.count == 31 * 4)
    #expect(table.values("value", where: ["date": "2026-07-01", "measure": "dsr"]) == ["4.7"])
    // Again in its place, but not over something else.
    #expect(try Program.run(["score", "--rules-dir", Self.rules] + arguments).status == 0)
    try "mine".write(to: out, atomically: true, encoding: .utf8)
    #expect(try Program.run(["score", "--rules-dir", Self.rules] + arguments).status == 73)
    #expect(try String(contentsOf: out, encoding: .utf8) == "mine")
  }

  @Test func wrongUseHasItsCode() throws {
    let days = try file("days.csv", plain)
    let pack = "douyin.dsr_alliance@seed"
    for (arguments, status, code) in [
      (["--rules", pack, "--history", days, "--as-of", "2026-06-01"], 65, "SR102"),
      (["--rules", pack, "--history", days, "--as-of", "2029-06-01"], 65, "SR102"),
      (["--rules", pack, "--history", days, "--as-of", "June"], 64, "--as-of"),
      (["--rules", pack, "--history", days, "--set", "windw=lifetime"], 65, "'window'"),
      (["--rules", pack, "--history", days, "--set", "window=never"], 65, "SC415"),
      (["--rules", pack, "--history", days, "--set", "window"], 64, "--set"),
      (["--rules", "douyin.nothing", "--history", days], 65, "RP131"),
      (["--rules", pack, "--history", "no-such-file.csv"], 66, "SC107"),
      (["--rules", pack], 64, "--history"),
    ] as [([String], Int32, String)] {
      let result = try Program.run(["score", "--rules-dir", Self.rules] + arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(code), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func aPackOfSingleCasesIsRefusedAndSaysWhatItIsFor() throws {
    let rules = folder.url.appending(path: "rules/harbor")
    try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
    try """
    pack: harbor.lantern@1
    label: {en: Lanterns of single ships, zh: 单船灯笼}
    effective_from: null
    effective_to: null
    categories: []
    sources: {charter: {en: invented, zh: 虚构}}
    parameters:
      least: {value: 3, unit: h, origin: official, source: charter, confidence: high, from: 2026-01-01, label: {en: hours, zh: 小时}}
    fields: {hours: number}
    nodes: {is_lit: {value: {ge: [hours, least]}, label: {en: lit, zh: 点亮}}}
    shapes: {lantern: {given: {hours: {field: hours}}, read: {lit: is_lit}}}
    """.write(to: rules.appending(path: "lantern@1.yaml"), atomically: true, encoding: .utf8)
    let result = try score(
      "--rules",
      "harbor.lantern@1",
      "--history",
      try file("days.csv", plain),
      rules: folder.url.appending(path: "rules").path
    )
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("SR101") && result.errors.contains("Lanterns of single ships"))
    #expect(result.errors.contains("lantern"))
  }

  @Test func bothLanguagesTellTheRoomAndTheTrace() throws {
    let days = try file("days.csv", plain)
    for (language, words) in [
      (
        "en",
        ["Nearest to breaking", "Room left", "one-star ratings to spare", "How it came about"]
      ),
      ("zh", ["最先触线的", "余量", "条一星评价", "计算过程"]),
    ] {
      let result = try Program.run([
        "score", "--rules-dir", Self.rules, "--rules", "douyin.dsr_alliance@seed", "--history",
        days, "--lang", language, "--trace", "--quiet",
      ])
      for word in words { #expect(result.output.contains(word), "\(word)") }
      #expect(result.errors.isEmpty)
      let lines = result.output.split(separator: "\n")
      let wide = lines.prefix { !$0.hasPrefix("How") && !$0.hasPrefix("计算") }
        .filter { DisplayColumns.count($0) > 100 }
      #expect(wide.isEmpty, "\(wide)")
    }
  }
}

/// Columns of a terminal, counted roughly: two for what lies beyond Latin script.
private enum DisplayColumns {
  static func count(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
