import Foundation
import TestSupport
import Testing

/// `storecast backtest` as scripts and people use it.
@Suite(.serialized) struct BacktestTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.url.appending(path: name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  private func backtest(_ arguments: String...) throws -> Program.Result {
    try Program.run(["backtest", "--lang", "en", "--draws", "100"] + arguments)
  }

  private func date(_ day: Int) -> String {
    let first = Date(timeIntervalSince1970: 1_750_000_000)
    return first.addingTimeInterval(Double(day) * 86_400)
      .formatted(.iso8601.year().month().day())
  }

  /// Days of a store with orders and ratings that follow from the day.
  private func history(days: Int, ratings: Bool = true) -> String {
    let stars = ratings ? ",reviews_1,reviews_2,reviews_3,reviews_4,reviews_5" : ""
    return "date,orders\(stars)\n"
      + (0..<days).map { day in
        let rated =
          ratings ? ",\(day % 5 == 0 ? 1 : 0),0,\(day % 7 == 0 ? 1 : 0),1,\(1 + day % 3)" : ""
        return "\(date(day)),\(3 + (day * 7) % 5)\(rated)\n"
      }.joined()
  }

  private func object(_ result: Program.Result) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(parsed as? [String: Any])
  }

  @Test func jsonHasThePinnedKeys() throws {
    let days = try file("mine.csv", history(days: 200))
    let result = try backtest(days, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let found = try object(result)
    // Days 90, 105 … 165 have 90 days before them and 30 after.
    #expect(found["origins"] as? Int == 6)
    #expect(found["stores"] as? Int == 1)
    #expect(found["skill"] is [String: Any])
    let methods = try #require(found["methods"] as? [String: [String: Any]])
    for name in [
      "storecast", "persistence", "bootstrap", "bootstrap_keep_known", "block_bootstrap_shock",
    ] {
      let method = try #require(methods[name])
      for key in [
        "crps", "mae", "coverage_50", "coverage_90", "width_90", "brier_below_4_5", "wis",
      ] { #expect(method[key] is Double, "\(name) \(key)") }
    }
  }

  @Test func aStoreWithoutRatingsIsCheckedOnItsOrders() throws {
    let days = try file("mine.csv", history(days: 200, ratings: false))
    let found = try object(try backtest(days, "--format", "json"))
    #expect(found["target"] as? String == "order_total")
    #expect((found["unavailable"] as? [String])?.contains("star_mean") == true)
    let text = try backtest(days)
    #expect(text.output.contains("Not checked"))
  }

  @Test func aShortHistoryGetsAPlainMessage() throws {
    let days = try file("mine.csv", history(days: 100))
    let result = try backtest(days)
    #expect(result.status == 65)
    #expect(result.errors.contains("error BT101"))
    #expect(result.errors.contains("120 days"))
  }

  @Test func everyForecastIsWrittenAndReproduced() throws {
    let days = try file("mine.csv", history(days: 200))
    let out = folder.url.appending(path: "checks")
    let first = try backtest(days, "--out", out.path, "--threads", "1")
    #expect(first.status == 0, "\(first.errors)")
    let csv = out.appending(path: "backtest.csv")
    let bytes = try Data(contentsOf: csv)
    let table = try ForecastCSV(csv)
    #expect(table.columns.first == "store" && table.columns.last == "label")
    #expect(
      table.values("in_90", where: ["method": "storecast", "target": "star_mean"]).count == 6
    )
    #expect(try backtest(days, "--out", out.path, "--threads", "3").status == 0)
    #expect(try Data(contentsOf: csv) == bytes)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: out.path)) == [
        "backtest.csv", "backtest.json", "manifest.json",
      ]
    )
  }

  @Test func whatCannotBeWrittenOrReadHasItsExitCode() throws {
    let days = try file("mine.csv", history(days: 200))
    _ = try file("other.txt", "")
    #expect(try backtest(days, "--out", folder.url.path).status == 73)
    #expect(try backtest(folder.url.appending(path: "none.csv").path).status == 66)
    #expect(try backtest(days, "--line", "7").status == 64)
    #expect(try backtest(days, "--store", "A").status == 64)
    let orders = try file("orders.csv", "store,purchased,reviewed,stars\nB,2026-01-01,,\n")
    let result = try backtest(days, "--orders", orders)
    #expect(result.status == 65)
    #expect(result.errors.contains("error BT102"))
  }

  @Test func bothLanguagesTellTheSame() throws {
    let days = try file("mine.csv", history(days: 200))
    let english = try backtest(days).output
    #expect(english.contains("of 6 forecasts the 90 % bands held"))
    let chinese = try Program.run(["backtest", days, "--lang", "zh", "--draws", "100"]).output
    #expect(chinese.contains("6 次预测中"))
  }

  /// The figures of docs/forecast-quality.md, where the shared histories are at hand.
  @Test(.enabled(if: SharedData.folder != nil, "needs the shared histories"))
  func fiveStoresKeepTheGoals() throws {
    let data = try #require(SharedData.folder).appending(path: "data/olist")
    let stores = (1...5).map { data.appending(path: "store_D\($0).csv").path }
    let orders = data.appending(path: "orders_dev.csv").path
    let result = try Program.run(
      ["backtest", "--lang", "en", "--format", "json"] + stores + ["--orders", orders]
    )
    #expect(result.status == 0, "\(result.errors)")
    let found = try object(result)
    #expect(found["origins"] as? Int == 158)
    let methods = try #require(found["methods"] as? [String: [String: Any]])
    func value(_ method: String, _ key: String) throws -> Double {
      try #require(methods[method]?[key] as? Double)
    }
    #expect(try value("storecast", "crps") <= 0.0545)
    #expect(try value("storecast_daily_counts", "crps") <= 0.0605)
    for method in ["storecast", "storecast_daily_counts"] {
      #expect((0.86...0.94).contains(try value(method, "coverage_90")))
    }
  }
}
