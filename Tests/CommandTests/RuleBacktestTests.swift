import Foundation
import StoreModel
import TestSupport
import Testing

/// `storecast backtest --scenario`: rule events forecast from past dates, as a user runs it.
@Suite(.serialized) struct RuleBacktestTests {
  private static let first = CalendarDay(iso: "2026-01-05") ?? CalendarDay(ordinal: 0)
  /// From this day on every rating is bad: two bad days of fourteen bring the mean below 4.5.
  private static let fall = 110
  private static let days = 130

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.url.appending(path: name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  /// Twenty orders and ten ratings a day, all of five stars until the fall.
  private func history(_ change: (Int, inout [Int]) -> Void = { _, _ in }) -> String {
    "date,orders,delivered,reviews_1,reviews_2,reviews_3,reviews_4,reviews_5\n"
      + (0..<Self.days).map { day in
        var counts = [20, 20] + (day < Self.fall ? [0, 0, 0, 0, 10] : [10, 0, 0, 0, 0])
        change(day, &counts)
        return "\(Self.first + day)," + counts.map(String.init).joined(separator: ",") + "\n"
      }.joined()
  }

  private func scenario(_ more: String = "") -> String {
    """
    storecast: 1
    platform: douyin
    start: 2026-10-01
    horizon: 90 days
    rules: [{pack: douyin.dsr_alliance@seed, consequences: off, set: {window: rolling_90d, window_days: 14}}]
    demand: {order_value: 40 yuan}
    \(more)
    """
  }

  private func backtest(_ arguments: String...) throws -> Program.Result {
    try Program.run(
      ["backtest", "--lang", "en", "--draws", "100"] + arguments + packs,
      in: folder.url
    )
  }

  private var packs: [String] {
    ["--rules-dir", Repository.root.appending(path: "rules").path]
  }

  /// Checks the history within seven days from every day on; the table of claims.
  private func claims(
    _ history: String,
    _ name: String = "checks",
    more: String = "",
    threads: Int = 2
  ) throws -> (table: ForecastCSV, result: Program.Result) {
    let days = try file("mine.csv", history)
    let template = try file("mine.yaml", scenario(more))
    let out = folder.url.appending(path: name)
    let result = try Program.run(
      ["backtest", days, "--scenario", template, "--within", "7", "--replications", "50"]
        + ["--step", "1", "--lang", "en", "--draws", "100", "--out", out.path]
        + ["--threads", "\(threads)"] + packs,
      in: folder.url
    )
    try #require(result.status == 0, "\(result.errors)")
    return (try ForecastCSV(out.appending(path: "rule_claims.csv")), result)
  }

  private func index(_ date: String) throws -> Int {
    try #require(CalendarDay(iso: date)) - Self.first
  }

  /// The score falls on the morning after the second bad day.
  ///
  /// Known from arithmetic alone: which claims come true, when, what redrawn days can say, and how often it
  /// had come by each date.
  @Test func everyClaimMeetsItsExactTruth() throws {
    let (table, _) = try claims(history())
    let match = ["name": "dsr_below_4.5"]
    let starts = try table.values("start", where: match).map(index)
    // Once below there is nothing left to claim.
    #expect(starts == Array(90...(Self.fall + 1)))
    let outcomes = table.values("outcome", where: match)
    let firstDays = table.values("first_day", where: match)
    let redrawn = table.values("bootstrap", where: match).compactMap(Double.init)
    let rates = table.values("base_rate", where: match).compactMap(Double.init)
    try #require(redrawn.count == starts.count && rates.count == starts.count)
    for (place, start) in starts.enumerated() {
      let happens = start + 6 >= Self.fall + 2
      #expect(outcomes[place] == (happens ? "happened" : "did_not_happen"), "day \(start)")
      #expect(firstDays[place] == (happens ? "\(Self.first + (Self.fall + 2))" : ""))
      if start <= Self.fall { #expect(redrawn[place] == 0, "no bad day to redraw") }
      let known = max(0, start - 90 - 5)
      #expect(abs(rates[place] - 0.5 / Double(known + 1)) < 1e-12, "day \(start)")
    }
    let values = table.values("value", where: ["name": "dsr"]).compactMap(Double.init)
    #expect(values.first == 5 && values.last == 1)
  }

  /// Rows from a day on are replaced by wild ones; no forecast from that day or before may notice.
  @Test func noForecastSeesTheFuture() throws {
    let cut = 100
    let (before, _) = try claims(history())
    let wild = history { day, counts in
      if day >= cut { counts = [977, 600, 90, 80, 70, 60, 50] }
    }
    let (after, _) = try claims(wild, "wild")
    let said = ["probability", "q05", "q25", "q50", "q75", "q95", "bootstrap", "base_rate"]
    for day in [90, cut - 1, cut] {
      for kind in ["event", "measure"] {
        let match = ["start": (Self.first + day).description, "kind": kind]
        #expect(!before.values("name", where: match).isEmpty)
        for column in ["name"] + said {
          #expect(
            before.values(column, where: match) == after.values(column, where: match),
            "\(column) of day \(day)"
          )
        }
      }
    }
    let next = ["start": (Self.first + (cut + 1)).description, "name": "dsr"]
    #expect(before.values("q50", where: next) != after.values("q50", where: next))
  }

  @Test func threadsDoNotMatter() throws {
    let (_, one) = try claims(history(), threads: 1)
    let names = ["rule_claims.csv", "backtest.json", "backtest.csv", "manifest.json"]
    func bytes() throws -> [Data] {
      try names.map { try Data(contentsOf: folder.url.appending(path: "checks/\($0)")) }
    }
    let first = try bytes()
    let (_, two) = try claims(history(), threads: 2)
    #expect(try bytes() == first)
    #expect(one.output == two.output)
  }

  @Test func whatTellsOfOneDayIsLeftOutAndSaid() throws {
    let displayed = "standing: {displayed: {dsr: {description: 2.5, service: 2.5, logistics: 2.5}}}"
    let (table, result) = try claims(history(), more: displayed)
    #expect(result.errors.contains("notice BT113"))
    #expect(result.errors.contains("standing.displayed"))
    let (plain, _) = try claims(history(), "plain")
    #expect(!plain.rows.isEmpty && table.rows == plain.rows)
  }

  @Test func theDocumentHoldsEveryScore() throws {
    let days = try file("mine.csv", history())
    let template = try file("mine.yaml", scenario())
    let result = try Program.run(
      ["backtest", days, "--scenario", template, "--within", "3,7", "--replications", "50"]
        + ["--step", "5", "--draws", "100", "--format", "json"] + packs
    )
    #expect(result.status == 0, "\(result.errors)")
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let found = try #require(parsed as? [String: Any])
    #expect(found["methods"] is [String: Any] && found["targets"] is [String: Any])
    let rules = try #require(found["rules"] as? [String: Any])
    // Days 90, 95 … 120 have seven days after them.
    #expect(rules["origins"] as? Int == 7 && rules["within"] as? [Int] == [3, 7])
    let events = try #require(rules["events"] as? [[String: Any]])
    let one = try #require(
      events.first { $0["event"] as? String == "dsr_below_4.5" && $0["days"] as? Int == 7 }
    )
    #expect(one["claims"] as? Int == 5 && one["happened"] as? Int == 1)
    let methods = try #require(one["methods"] as? [String: [String: Any]])
    #expect(Set(methods.keys) == ["storecast", "bootstrap", "base_rate"])
    #expect(methods.values.allSatisfy { $0["brier"] is Double && $0["log_score"] is Double })
    for key in ["reliability", "without_overlap", "best_simple", "brier_difference"] {
      #expect(one[key] != nil, "\(key)")
    }
    let measures = try #require(rules["measures"] as? [[String: Any]])
    #expect(measures.contains { $0["measure"] as? String == "dsr" && $0["crps"] is Double })
  }

  /// A sample history of the repository: the whole way, in both languages.
  @Test func bothLanguagesTellTheSame() throws {
    let days = Repository.root.appending(
      path: "scenarios/histories/compare-couriers-simulated.csv"
    ).path
    let template = try file("mine.yaml", scenario())
    let options =
      [days, "--scenario", template, "--within", "7", "--step", "10", "--replications", "50"]
      + ["--draws", "100"] + packs
    let english = try Program.run(["backtest", "--lang", "en"] + options)
    #expect(english.status == 0, "\(english.errors)")
    #expect(english.output.contains("RULES"))
    #expect(english.output.contains("from 3 past dates of 1 store"))
    #expect(english.output.contains("Measures of the rules:"))
    let chinese = try Program.run(["backtest", "--lang", "zh"] + options)
    #expect(chinese.output.contains("【规则】"))
    #expect(chinese.output.contains("1 家店的 3 个历史日期"))
  }

  @Test func whatIsWrongIsToldAtOnce() throws {
    let days = try file("mine.csv", history())
    let wrong = try file("wrong.yaml", scenario("quality: {defects: 200 %}\nwarehous: {}"))
    let both = try backtest(days, "--scenario", wrong)
    #expect(both.status == 65)
    #expect(both.errors.contains("SC") && both.errors.contains("warehous"))
    #expect(both.errors.contains("defects"))
    let broken = try file("broken.yaml", "storecast: [")
    let bad = try file("bad.csv", "date,orders\n2026-01-05,many\n")
    let files = try backtest(bad, "--scenario", broken)
    #expect(files.status == 65)
    #expect(files.errors.contains("bad.csv:2") && files.errors.contains("broken.yaml"))
    let empty = try file(
      "empty.yaml",
      scenario().replacing(/rules: .*\n/, with: "rules: []\n")
    )
    #expect(try backtest(days, "--scenario", empty).errors.contains("error BT104"))
    let template = try file("mine.yaml", scenario())
    let long = try backtest(days, "--scenario", template, "--within", "60")
    #expect(long.status == 65 && long.errors.contains("error BT103"))
    #expect(try backtest(days, "--scenario", "none.yaml").status == 66)
    #expect(try backtest(days, "--within", "7").status == 64)
    #expect(try backtest(days, "--scenario", template, "--within", "7,x").status == 64)
    #expect(try backtest(days, "--scenario", template, "--within", "").status == 64)
  }
}
