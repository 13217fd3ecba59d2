import Foundation
import TestSupport
import Testing

/// `storecast import` as scripts and people use it: a console's exports to the first answer.
@Suite(.serialized) struct ImportTests {
  private static let original = Repository.root
    .appending(path: "scenarios/histories/compare-couriers-simulated.csv")
  private static let fixtures = Repository.root.appending(path: "Tests/Fixtures/import").path

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func path(_ name: String) -> String { folder.url.appending(path: name).path }

  private func files(_ files: [(name: String, data: Data)]) throws -> [String] {
    try files.map { file in
      try file.data.write(to: folder.url.appending(path: file.name))
      return path(file.name)
    }
  }

  private func run(_ arguments: [String]) throws -> Program.Result {
    try Program.run(["import", "--lang", "en"] + arguments)
  }

  /// The text without the ends of its lines.
  private func flat(_ result: Program.Result) -> String {
    result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func object(_ result: Program.Result) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func severalFilesBecomeAHistoryThatChecks() throws {
    let export = try ConsoleExport(platform: "douyin", history: Self.original)
    let exports = try files(export.severalFiles)
    let out = path("mine.csv")
    let result = try run(exports + ["--platform", "douyin", "--out", out])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors == "")
    let days = export.days
    let opening = "Imported \(days.count) days from \(days[0]) to \(days[days.count - 1])"
    #expect(flat(result).hasPrefix(opening))
    #expect(flat(result).contains("→ shipped_on_time as a share of due_to_ship"))
    #expect(try Program.run(["check", out]).status == 0)

    let again = try run(exports + ["--platform", "douyin", "--out", out, "--format", "json"])
    let found = try object(again)
    let keys = [
      "answer", "days", "from", "to", "tables", "columns", "left_out", "not_derived", "approximate",
      "files",
    ]
    #expect(Set(found.keys) == Set(keys))
    #expect(found["days"] as? Int == days.count)
    #expect((found["columns"] as? [[String: Any]])?.allSatisfy { $0["source"] is String } == true)

    let explained = try run(exports + ["--platform", "douyin", "--explain"])
    #expect(flat(explained).contains("read as GB18030"))
    #expect(flat(explained).contains("seed: merchant-level rule"))
    #expect(flat(explained).contains("--out HISTORY.csv"))
  }

  /// Five values typed: platform, category, agents, hours, and the name of the scenario.
  @Test(arguments: ["douyin", "jd", "kuaishou", "tmall"])
  func exportsBecomeAScenarioThatRuns(platform: String) throws {
    let export = try ConsoleExport(platform: platform, history: Self.original)
    #if Spreadsheets
      let exports = try files([("export.xlsx", export.spreadsheet.data)])
    #else
      let exports = try files([("wide.csv", export.wideFile)])
    #endif
    let scenario = path("mine.yaml")
    let result = try run(
      exports + [
        "--platform", platform, "--scenario", scenario, "--category", "fresh food", "--agents", "5",
        "--hours", "08:00-23:00", "--format", "json",
      ]
    )
    #expect(result.status == 0, "\(result.errors)")
    let draft = try #require(try object(result)["scenario"] as? [String: Any])
    #expect((draft["rules"] as? [String])?.isEmpty == false, "\(draft)")
    let check = try Program.run(["check", scenario, "--lang", "en"])
    #expect(check.status == 0, "\(check.output)")
    let text = try String(contentsOfFile: scenario, encoding: .utf8)
    #expect(text.contains("history: mine-history.csv"))
    #expect(text.contains("demand: {orders_per_day: "))
    let answer = try Program.run([
      "run", scenario, "--replications", "20", "--out", path("forecast"), "--lang", "en",
    ])
    #expect(answer.status == 0, "\(answer.errors)")

    // What the user has changed since is not lost.
    let again = try run(exports + ["--platform", platform, "--scenario", scenario])
    #expect(again.status == 73)
    #expect(try String(contentsOfFile: scenario, encoding: .utf8) == text)
  }

  @Test func aPlatformOfYAMLAloneIsImported() throws {
    let csv = "日期,泊位订单,灯分,海狮\n2026-10-01,1万,4.6,2\n2026-10-03,12,4.7,2\n"
    let exports = try files([("a.csv", Data(csv.utf8))])
    let out = path("mine.csv")
    let arguments =
      exports + [
        "--platform", "harbor", "--import-dir", Self.fixtures, "--out", out,
      ]
    let result = try run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(flat(result).contains("1 days between them are missing"))
    #expect(flat(result).contains("\"海狮\" (heading not known)"))
    #expect(flat(result).contains("rounding leaves up to 10001 whole numbers"))
    #expect(
      try String(contentsOfFile: out, encoding: .utf8)
        == "date,orders,displayed_lamp\n2026-10-01,,4.6\n2026-10-03,12,4.7\n"
    )
    let chinese = try Program.run(["import", "--lang", "zh"] + arguments)
    #expect(chinese.output.contains("导入 2 天,2026-10-01 至 2026-10-03"))
    #expect(flat(chinese).replacing(" ", with: "").contains("不认识的表头"))
  }

  @Test func whatCannotBeReadOrWrittenEndsWithItsCode() throws {
    let csv = "日期,泊位订单\n2026-10-01,abc\n2026-10-02,-1\n"
    let bad = try files([("a.csv", Data(csv.utf8))])
    let tables = ["--platform", "harbor", "--import-dir", Self.fixtures]
    let result = try run(bad + tables)
    #expect(result.status == 65)
    #expect(result.errors.contains("a.csv:2:12: error IM303"))
    #expect(result.errors.contains("a.csv:3:12: error IM303"))
    #expect(try run([path("none.csv")] + tables).status == 66)
    let unknown = try run(bad + ["--platform", "harbour", "--import-dir", Self.fixtures])
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("did you mean 'harbor'?"))
    let good = try files([("b.csv", Data("日期,泊位订单\n2026-10-01,5\n".utf8))])
    let other = try files([("notes.txt", Data("mine\n".utf8))])
    #expect(try run(good + tables + ["--out", other[0]]).status == 73)
    #expect(try String(contentsOfFile: other[0], encoding: .utf8) == "mine\n")
    #expect(try run(good + tables + ["--agents", "3"]).status == 64)
  }
}
