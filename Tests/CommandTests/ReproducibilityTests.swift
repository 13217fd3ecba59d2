import Foundation
import TestSupport
import Testing

/// The same scenario, seed and program give the same bytes, however the work is spread.
@Suite(.serialized) struct ReproducibilityTests {
  private static let scenario = """
    storecast: 1
    platform: douyin
    category: fresh food
    rules: [douyin.merchant_level@2020-04-10, douyin.dsr_alliance@seed]
    start: 2026-10-01
    horizon: 40 days
    standing: {level: LV1, level_since: 2026-09-10, displayed: {dsr: {description: 4.52, service: 4.55, logistics: 4.5, ratings: 900}}}
    demand: {orders_per_day: 130 to 190, order_value: 62 yuan}
    service_desk: {agents: 1, hours: "09:00-21:00"}
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ text: String, _ name: String = "store.yaml") throws -> String {
    let file = folder.url.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func run(_ arguments: [String], out: String) throws -> URL {
    let url = folder.url.appending(path: out)
    let rules = Repository.root.appending(path: "rules").path
    let result = try Program.run(
      arguments + ["--out", url.path, "--rules-dir", rules, "--quiet", "--lang", "en"]
    )
    #expect(result.status == 0, "\(result.errors)")
    return url
  }

  private func csvFiles(_ folder: URL) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".csv") }
        .map { ($0, try Data(contentsOf: folder.appending(path: $0))) }
    )
  }

  @Test func anyNumberOfThreadsGivesTheSameBytes() throws {
    let file = try write(Self.scenario)
    let base = ["run", file, "--replications", "230", "--paths", "2", "--threads"]
    let one = try csvFiles(try run(base + ["1"], out: "one"))
    #expect(one.count == 8)
    for threads in ["2", "7"] {
      #expect(try csvFiles(try run(base + [threads], out: "t\(threads)")) == one)
    }
  }

  @Test func moreReplicationsKeepTheEarlierOnes() throws {
    let file = try write(Self.scenario)
    let few = try run(["run", file, "--replications", "100", "--paths", "100"], out: "few")
    let many = try run(["run", file, "--replications", "200", "--paths", "200"], out: "many")
    let short = try String(contentsOf: few.appending(path: "paths.csv"), encoding: .utf8)
    let long = try String(contentsOf: many.appending(path: "paths.csv"), encoding: .utf8)
    #expect(long.hasPrefix(short))
    #expect(long.count > short.count)
  }

  @Test func aPackWithoutConsequencesChangesNoOtherRow() throws {
    let alone = Self.scenario.replacingOccurrences(
      of: "[douyin.merchant_level@2020-04-10, douyin.dsr_alliance@seed]",
      with: "[douyin.merchant_level@2020-04-10]"
    ).replacingOccurrences(
      of: #", displayed: {dsr: {description: 4.52, service: 4.55, logistics: 4.5, ratings: 900}}"#,
      with: ""
    )
    let both = alone.replacingOccurrences(
      of: "[douyin.merchant_level@2020-04-10]",
      with: "[douyin.merchant_level@2020-04-10, "
        + "{pack: douyin.dsr_alliance@seed, consequences: off, set: {window: rolling_90d}}]"
    )
    let first = try run(
      ["run", try write(alone, "a.yaml"), "--replications", "150"],
      out: "alone"
    )
    let second = try run(
      ["run", try write(both, "b.yaml"), "--replications", "150"],
      out: "both"
    )
    for name in ["daily.csv", "events.csv", "event_summary.csv", "occupancy.csv", "money.csv"] {
      let rows = try String(contentsOf: first.appending(path: name), encoding: .utf8)
        .split(separator: "\n")
      let more = try String(contentsOf: second.appending(path: name), encoding: .utf8)
        .split(separator: "\n").filter { !$0.contains("douyin.dsr_alliance@seed") }
      #expect(rows == more, "\(name)")
    }
  }

  @Test func theManifestRepeatsTheRun() throws {
    let file = try write(Self.scenario)
    let first = try run(["run", file, "--replications", "120", "--seed", "5"], out: "first")
    let manifest = first.appending(path: "manifest.json").path
    let second = try run(["run", "--manifest", manifest], out: "second")
    #expect(try csvFiles(first) == csvFiles(second))
  }

  @Test func aNullAlternativeDiffersNowhere() throws {
    let file = try write(
      Self.scenario + """

        alternatives:
          - name: nothing
            set: {service_desk.agents: 1}
          - name: later
            from: 2026-10-21
            set: {service_desk.agents: 3}
        """
    )
    let out = try run(["compare", file, "--replications", "150"], out: "compare")
    let comparison = try ForecastCSV(out.appending(path: "comparison.csv"))
    let differences = comparison.values("difference", where: ["alternative": "nothing"])
    #expect(differences.count > 20)
    #expect(differences.allSatisfy { $0 == "0" || $0.isEmpty })
    let daily = try ForecastCSV(out.appending(path: "daily.csv"))
    for day in 1...20 {
      let match = ["day": String(day)]
      let before = daily.values("mean", where: match.merging(["alternative": "baseline"]) { $1 })
      let later = daily.values("mean", where: match.merging(["alternative": "later"]) { $1 })
      #expect(before == later && !before.isEmpty)
    }
    let moved = comparison.values("difference", where: ["alternative": "later"])
    #expect(moved.contains { $0 != "0" && !$0.isEmpty })
  }

  @Test func anInterruptionKeepsWholeBatches() async throws {
    let file = try write(Self.scenario)
    let out = folder.url.appending(path: "interrupted")
    let process = Process()
    process.executableURL = Program.url
    process.arguments = [
      "run", file, "--replications", "5000000", "--out", out.path, "--quiet", "--rules-dir",
      Repository.root.appending(path: "rules").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try await Task.sleep(for: .seconds(3))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: out.appending(path: "manifest.json"))
    )
    let done = (manifest as? [String: Any])?["replications"] as? Int
    #expect(done.map { $0 > 0 && $0 % 50 == 0 } == true)
  }
}
