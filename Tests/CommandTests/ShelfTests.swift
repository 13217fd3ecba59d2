import Foundation
import TestSupport
import Testing

/// Every scenario that users copy is alive: something is in the balance, and some option moves it.
@Suite(.serialized) struct ShelfTests {
  private static let scenarios: [String] = {
    let folder = Repository.root.appending(path: "scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func theShelfHoldsWhatTheReadmePromises() {
    let promised = [
      "compare-agents", "compare-couriers", "double-11", "dsr-floor", "fresh-lv3", "new-store",
      "nine-lines", "roster-week",
    ].map { $0 + ".yaml" }
    #expect(Set(promised).isSubset(of: Self.scenarios))
  }

  /// 400 replications put a headline outside 10–90 % with ±6.5 points of error at most.
  @Test(arguments: scenarios)
  func isAlive(name: String) throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appending(path: "forecast")
    let file = Repository.root.appending(path: "scenarios/\(name)").path
    let result = try Program.run([
      "compare", file, "--replications", "400", "--out", out.path, "--lang", "en",
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("in 100"))
    let events = try ForecastCSV(out.appending(path: "event_summary.csv"))
    let probabilities = events.values("probability", where: ["alternative": "baseline"])
      .compactMap(Double.init)
    #expect(probabilities.contains { $0 >= 0.1 && $0 <= 0.9 }, "\(probabilities)")
    let comparison = try ForecastCSV(out.appending(path: "comparison.csv"))
    let index = try #require(comparison.columns.firstIndex(of: "measure"))
    let difference = try #require(comparison.columns.firstIndex(of: "difference"))
    let moves = comparison.rows.filter { $0[index].hasSuffix(".probability") }
      .compactMap { Double($0[difference]) }
    #expect(moves.contains { abs($0) >= 0.1 }, "\(moves)")
  }
}
