import Foundation
import TestSupport
import Testing

@testable import storecast

/// Many stores in one command: ranked, resumable, each as if it had been run alone.
@Suite(.serialized) struct PortfolioTests {
  private static let columns =
    "store,platform,category,event,probability,ci_low,ci_high,by_date,expected_penalty_yuan,"
    + "binding,headroom,change_since_last,label"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, rating) in [("calm", "4.80"), ("edge", "4.51"), ("near", "4.53")] {
      try write(Self.store(rating: rating), "stores/\(name).yaml")
    }
  }

  private static func store(rating: String, orders: Int = 90) -> String {
    """
    storecast: 1
    platform: douyin
    category: fresh food
    rules: [{pack: douyin.dsr_alliance@seed, set: {window: lifetime}}]
    start: 2026-10-01
    horizon: 30 days
    standing: {displayed: {dsr: {description: \(rating), service: \(rating), logistics: \(rating), ratings: 900}}}
    demand: {orders_per_day: \(orders), order_value: 62 yuan}
    service_desk: {agents: 1, hours: "09:00-21:00"}
    """
  }

  private func write(_ text: String, _ name: String) throws {
    let file = folder.url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private static func arguments(_ more: [String]) -> [String] {
    ["run"] + more + [
      "--rules-dir", Repository.root.appending(path: "rules").path, "--lang", "en",
    ]
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(Self.arguments(arguments), in: folder.url)
  }

  private static let all = ["stores/calm.yaml", "stores/edge.yaml", "stores/near.yaml"]

  private func list(_ name: String = "forecasts/portfolio.csv") throws -> ForecastCSV {
    try ForecastCSV(folder.url.appending(path: name))
  }

  /// Every CSV below a folder, by its path from there.
  private func csvFiles(below name: String) throws -> [String: Data] {
    let root = folder.url.appending(path: name)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try Dictionary(
      uniqueKeysWithValues: paths.filter { $0.hasSuffix(".csv") }
        .map { ($0, try Data(contentsOf: root.appending(path: $0))) }
    )
  }

  @Test func brokenFilesStopNoOther() throws {
    try write("storecast: 1\nplatfrom: x\n", "stores/bad.yaml")
    try write("- a\n", "stores/list.yaml")
    let result = try Program.run(
      Self.arguments(
        ["stores/bad.yaml", "stores/list.yaml"] + Self.all + ["--replications", "100"]
      ),
      in: folder.url
    )
    #expect(result.status == 65)
    #expect(result.errors.contains("stores/bad.yaml:2:1: error SC201"))
    #expect(result.errors.contains("stores/list.yaml:1:1: error"))
    #expect(result.output.hasPrefix("3 stores, by 30 Oct: "))
    #expect(result.output.contains("2 files are not ranked"))
    let list = try list()
    #expect(list.columns.joined(separator: ",") == Self.columns)
    #expect(list.values("store") == ["edge", "near", "calm"])
    #expect(list.values("platform") == ["douyin", "douyin", "douyin"])
    #expect(list.values("by_date") == ["2026-10-30", "2026-10-30", "2026-10-30"])
    #expect(list.values("change_since_last") == ["", "", ""])
    #expect(list.values("headroom")[0].contains("DSR < 4.5 (now 4.51)"))
    let probabilities = list.values("probability").compactMap(Double.init)
    #expect(probabilities == probabilities.sorted(by: >) && probabilities.count == 3)
    #expect(probabilities[0] > 0.05 && probabilities[2] == 0)
  }

  @Test func filesThatAreNotThereAreNoted() throws {
    let result = try run("stores/none.yaml", "stores/calm.yaml", "--replications", "50")
    #expect(result.status == 66)
    #expect(try list().values("store") == ["calm"])
    let nothing = try run("stores/none.yaml", "stores/neither.yaml", "--out", "empty")
    #expect(nothing.status == 66 && nothing.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "empty").path))
  }

  @Test func aStoreIsAsIfItHadBeenRunAlone() throws {
    let many = Self.arguments(Self.all + ["--replications", "150", "--out", "many"])
    #expect(try Program.run(many + ["--threads", "5"], in: folder.url).status == 0)
    let alone = try run("stores/edge.yaml", "--replications", "150", "--out", "alone")
    #expect(alone.status == 0)
    #expect(try csvFiles(below: "many/edge") == csvFiles(below: "alone"))
    let first = try csvFiles(below: "many")
    #expect(first.count == 3 * 7 + 1)
    let again = try Program.run(many + ["--threads", "1"], in: folder.url)
    #expect(again.output.contains("3 stores had been forecast from the same inputs"))
    #expect(try csvFiles(below: "many") == first)
  }

  @Test func onlyWhatChangedIsRunAgainAndTold() throws {
    let base = Self.arguments(Self.all + ["--replications", "200"])
    _ = try Program.run(base, in: folder.url)
    let before = try list()
    try write(Self.store(rating: "4.49"), "stores/near.yaml")
    let later = try Program.run(base, in: folder.url)
    #expect(later.output.contains("2 stores had been forecast"))
    #expect(later.output.contains("Since the last run: "))
    let after = try list()
    func value(_ list: ForecastCSV, _ column: String, _ store: String) -> Double? {
      list.values(column, where: ["store": store]).first.flatMap(Double.init)
    }
    for store in ["calm", "edge", "near"] {
      let (old, new) = (value(before, "probability", store), value(after, "probability", store))
      let change = try #require(value(after, "change_since_last", store))
      #expect(abs(change - ((new ?? 0) - (old ?? 0))) < 1e-12)
      #expect((change != 0) == (store == "near"))
    }
    // A file of the folder that was touched is no forecast to trust.
    let file = folder.url.appending(path: "forecasts/calm/events.csv")
    try Data("x".utf8).write(to: file)
    #expect(
      try Program.run(base, in: folder.url).output.contains("2 stores had been forecast")
    )
    #expect(try Data(contentsOf: file).count > 100)
    // Another date needs no simulation.
    let sooner = try Program.run(base + ["--by", "2026-10-08"], in: folder.url)
    #expect(sooner.output.contains("3 stores had been forecast"))
    #expect(try list().values("by_date") == ["2026-10-08", "2026-10-08", "2026-10-08"])
  }

  @Test func killedTwiceAndResumedItGivesTheSameBytes() throws {
    let base = Self.arguments(Self.all + ["--replications", "1500", "--threads", "1"])
    let whole = try Program.run(base + ["--out", "whole"], in: folder.url)
    #expect(whole.status == 0, "\(whole.errors)")
    for finished in 1...2 {
      try stop(base + ["--out", "killed"], by: "KILL", after: finished, storesIn: "killed")
      #expect(!FileManager.default.fileExists(atPath: path("killed/portfolio.csv")))
    }
    let resumed = try Program.run(base + ["--out", "killed"], in: folder.url)
    #expect(resumed.status == 0 && resumed.output.contains("were not run again"))
    let names = try FileManager.default.contentsOfDirectory(atPath: path("killed"))
    for name in ["calm", "edge", "near"] {
      #expect(names.contains(name))
      #expect(try csvFiles(below: "killed/\(name)") == csvFiles(below: "whole/\(name)"))
    }
    #expect(
      try Data(contentsOf: URL(filePath: path("killed/portfolio.csv")))
        == Data(contentsOf: URL(filePath: path("whole/portfolio.csv")))
    )
  }

  @Test func anInterruptionRanksWhatIsFinished() throws {
    let base = Self.arguments(Self.all + ["--replications", "1500", "--threads", "1"])
    #expect(try stop(base, by: "INT", after: 1, storesIn: "forecasts") == 130)
    let finished = try list().values("store")
    #expect(finished.contains("calm") && finished.count < 3)
    let kept = path("forecasts/portfolio.previous.csv")
    #expect(FileManager.default.fileExists(atPath: kept))
    #expect(try Program.run(base, in: folder.url).status == 0)
    #expect(try list().values("change_since_last") == ["", "", ""])
    #expect(!FileManager.default.fileExists(atPath: kept))
  }

  @Test func filesOfOneNameHaveFoldersOfTheirOwn() throws {
    try write(Self.store(rating: "4.6"), "north/shop.yaml")
    try write(Self.store(rating: "4.7"), "south/shop.yaml")
    let result = try run(
      "north/shop.yaml",
      "south/shop.yaml",
      "./north/../north/shop.yaml",
      "--replications",
      "50"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(Set(try list().values("store")) == ["shop (north-shop)", "shop (south-shop)"])
    for name in ["north-shop", "south-shop"] {
      #expect(FileManager.default.fileExists(atPath: path("forecasts/\(name)/daily.csv")))
    }
  }

  @Test func foldersAreNeverShared() {
    let files = ["a/b/x.yaml", "c/b/x.yaml", "y.yaml", "c/y.yml", "z.yaml", "./z.yaml"]
    let folders = StoreFolders(files.map { "/stores/" + $0 })
    #expect(folders.names == ["a-b-x", "c-b-x", "stores-y", "c-y", "z"])
    let twins = StoreFolders(["/a-b/x.yaml", "/a/b-x.yaml", "/x.yaml", "/a-b-x.yaml"])
    #expect(Set(twins.names).count == 4)
  }

  @Test func rulesToTryOutChangeNoOtherRow() throws {
    let rules = ["--rules", "douyin.late_shipment@2026-08-10,jd.dongdong@2018-03-01"]
    let base = Self.arguments(Self.all + ["--replications", "100"])
    #expect(try Program.run(base, in: folder.url).status == 0)
    let tried = try Program.run(base + rules, in: folder.url)
    #expect(tried.status == 0, "\(tried.errors)")
    let root = "forecasts/with-douyin.late_shipment@2026-08-10+jd.dongdong@2018-03-01"
    let list = try list(root + "/portfolio.csv")
    #expect(Set(list.values("event")).isSubset(of: ["sales_stopped", "orders_limited"]))
    #expect(list.values("event").count == 3)
    for name in ["daily.csv", "events.csv", "money.csv", "occupancy.csv"] {
      let plain = try String(contentsOfFile: path("forecasts/edge/\(name)"), encoding: .utf8)
      let more = try String(contentsOfFile: path("\(root)/edge/\(name)"), encoding: .utf8)
      let others = more.split(separator: "\n").filter { !$0.contains("late_shipment") }
      #expect(others == plain.split(separator: "\n"), "\(name)")
      #expect(more.contains("late_shipment@2026-08-10"))
    }
    let again = try Program.run(
      Self.arguments(["--manifest", "\(root)/edge/manifest.json", "--out", "repeated"]),
      in: folder.url
    )
    #expect(again.status == 0, "\(again.errors)")
    #expect(try csvFiles(below: "repeated") == csvFiles(below: "\(root)/edge"))
  }

  @Test func rulesThatAreNotForAStoreLeaveItOut() throws {
    let base = Self.arguments(Self.all + ["--replications", "50"])
    let other = try Program.run(base + ["--rules", "jd.dongdong@2018-03-01"], in: folder.url)
    #expect(other.status == 0 && other.output.contains("not for 3 stores"))
    let wrong = try Program.run(base + ["--rules", "douyin.late_shipmen"], in: folder.url)
    #expect(wrong.status == 65 && wrong.output.isEmpty)
    #expect(wrong.errors.split(separator: "\n").count { $0.contains("error RP131") } == 1)
  }

  @Test func jsonIsOneDocument() throws {
    try write("storecast: 1\nplatfrom: x\n", "stores/bad.yaml")
    let result = try run(
      "stores/bad.yaml",
      "stores/calm.yaml",
      "--replications",
      "50",
      "--format",
      "json",
      "--portfolio",
      "lists/week.csv"
    )
    #expect(result.status == 65)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    )
    #expect((object["portfolio"] as? [[String: Any]])?.count == 1)
    #expect(object["failed"] as? [String] == ["stores/bad.yaml"])
    let findings = object["findings"] as? [[String: Any]] ?? []
    #expect(findings.contains { $0["code"] as? String == "SC201" && $0["line"] as? Int == 2 })
    #expect(try list("lists/week.csv").values("store") == ["calm"])
  }

  private func path(_ name: String) -> String { folder.url.appending(path: name).path }

  /// Runs the program and sends it a signal as soon as so many stores of a folder have their forecast.
  ///
  /// A shell watches: a test on a busy machine may be set aside for longer than the run takes.
  ///
  /// - Returns: the program's exit status.
  @discardableResult
  private func stop(
    _ arguments: [String],
    by signal: String,
    after count: Int,
    storesIn name: String
  ) throws -> Int32 {
    let script = """
      set -m
      "$@" > /dev/null 2>&1 & program=$!
      while kill -0 $program 2> /dev/null; do
        finished=0
        for file in \(name)/*/manifest.json; do
          if [ -e "$file" ]; then finished=$((finished + 1)); fi
        done
        if [ $finished -ge \(count) ]; then break; fi
        sleep 0.02
      done
      kill -\(signal) $program
      wait $program
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, "watch", Program.url.path] + arguments
    process.currentDirectoryURL = folder.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
