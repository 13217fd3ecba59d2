import ArgumentParser
import Calibration
import Foundation
import InputFiles
import Reporting
import Simulation
import StoreModel
import TestSupport
import Testing

@testable import storecast

/// `storecast fit`, as a user runs it: histories that the program simulated give their inputs back.
@Suite(.serialized) struct FitTests {
  private static let rules = Repository.root.appending(path: "rules").path
  private static let first = CalendarDay(iso: "2026-01-05") ?? CalendarDay(ordinal: 0)
  private static let days = 240

  /// Inputs of the simulated stores, by dotted name.
  private static let truths: [(path: String, value: String, number: Double)] = [
    ("demand.cancelled_before_shipping", "7 %", 0.07),
    ("reviews.rate", "14 %", 0.14),
    ("after_sales.quality_returns", "2.5 %", 0.025),
    ("after_sales.disputes", "1.2 %", 0.012),
    ("after_sales.merchant_fault", "20 %", 0.2),
    ("after_sales.complaints", "0.3 %", 0.003),
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func scenario(_ more: [String], seed: Int, horizon: Int) -> String {
    """
    storecast: 1
    platform: any          # kept
    start: \(first)
    horizon: \(horizon) days
    seed: \(seed)
    rules: []
    demand:
      orders_per_day: 90   # ours
      order_value: 40 yuan
      spikes: {per_month: 0, times: 2}
    incidents: {per_quarter: 0}

    """ + more.map { $0 + "\n" }.joined()
  }

  private func write(_ text: String, _ name: String) throws {
    try text.write(to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
  }

  /// The first simulated future of a store with the inputs above, as a history.
  private func history(seed: Int) throws -> StoreHistory {
    var text = try ScenarioText(Self.scenario([], seed: seed, horizon: Self.days), file: "s.yaml")
    for truth in Self.truths { text.add(truth.path, truth.value, comment: "") }
    // Who returns goods seldom reviews: the middle of what the template assumes.
    text.add("after_sales.return_refund", "12.85 %", comment: "")
    let store = try LoadedScenario(
      path: folder.url.appending(path: "truth.yaml").path,
      text: text.text,
      output: OutputOptions.parse(["--rules-dir", Self.rules])
    )
    let replicator = Replicator(store.plan)
    _ = replicator.replicate(0)
    let log = replicator.log
    let counters: [DayCounter] =
      [
        .orders, .gmv, .shipped, .shippedOnTime, .delivered, .deliveredLate, .cancelled,
        .qualityReturns, .disputes, .disputesMerchantFault, .complaintsMerchantFault,
      ] + (DayCounter.stars(of: "description") ?? [])
    return StoreHistory(
      days: (1...Self.days).map { day in
        StoreHistory.Day(
          date: Self.first + (day - 1),
          counts: Dictionary(uniqueKeysWithValues: counters.map { ($0, log[day, $0]) })
        )
      }
    )
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments + ["--rules-dir", Self.rules], in: folder.url)
  }

  /// As many 95 % intervals of 20 stores × 6 inputs hold the truth as chance allows.
  ///
  /// At least the exact binomial band that leaves 1e-9. Notices a denominator or a delay mistaken.
  @Test func simulatedInputsLieInTheirIntervals() throws {
    let template = try LoadedScenario(
      path: folder.url.appending(path: "template.yaml").path,
      text: Self.scenario([], seed: 1, horizon: 30),
      output: OutputOptions.parse(["--rules-dir", Self.rules])
    )
    var held: [Bool] = []
    for seed in 1...20 {
      let fit = HistoryFit(
        try history(seed: seed),
        orders: nil,
        operation: template.scenario.operation,
        start: Self.first + Self.days
      )
      for truth in Self.truths {
        let input = try #require(fit.learnt.first { $0.path == truth.path })
        held.append(try #require(input.interval).contains(truth.number))
      }
    }
    let band = PoissonBinomial(Array(repeating: 0.95, count: held.count)).band(tail: 1e-9)
    #expect(held.count { $0 } >= band.lowerBound, "\(held.count { $0 }) of \(held.count)")
  }

  @Test func whatIsWrittenIsCheckedAndRun() throws {
    try write(HistoryText.csv(history(seed: 3)), "days.csv")
    try write(Self.scenario(["after_sales: {complaints: 5 %}"], seed: 1, horizon: 20), "first.yaml")
    let fitted = try run(
      "fit",
      "days.csv",
      "--template",
      "first.yaml",
      "--out",
      "made/mine.yaml",
      "--lang",
      "en"
    )
    try #require(fitted.status == 0, "\(fitted.errors)")
    #expect(fitted.output.hasPrefix("From 240 days of history"))
    let text = try String(
      contentsOf: folder.url.appending(path: "made/mine.yaml"),
      encoding: .utf8
    )
    #expect(text.contains("history: ../days.csv\n"))
    #expect(text.contains("platform: any          # kept"))
    #expect(
      text.contains("start: \(Self.first + Self.days)\n"),
      "the template's start has no days before it"
    )
    #expect(text.contains("orders_per_day: 90   # ours"))
    #expect(text.contains("# the history says otherwise: "), "5 % of complaints are not 0.3 %")
    #expect(text.contains("complaints: 5 %"))
    for path in [
      "disputes", "quality_returns", "merchant_fault", "rate", "cancelled_before_shipping",
    ] {
      #expect(text.contains(" \(path): "), "\(path)")
    }
    let checked = try run("check", "made/mine.yaml", "--quiet")
    #expect(checked.status == 0, "\(checked.output)")
    let ran = try run("run", "made/mine.yaml", "--replications", "50", "--quiet")
    #expect(ran.status == 0, "\(ran.errors)")
    let again = try run("fit", "days.csv", "--template", "first.yaml", "--out", "made/mine.yaml")
    #expect(again.status == 73 && again.output.isEmpty)
    let json = try run(
      "fit",
      "days.csv",
      "--template",
      "first.yaml",
      "--out",
      "made/mine.yaml",
      "--overwrite",
      "--format",
      "json"
    )
    #expect(json.status == 0)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    )
    #expect((document["learnt"] as? [Any])?.isEmpty == false)
    #expect(
      try String(contentsOf: folder.url.appending(path: "made/mine.yaml"), encoding: .utf8) == text,
      "the same again"
    )
    let chinese = try run(
      "fit",
      "days.csv",
      "--template",
      "first.yaml",
      "--out",
      "zh.yaml",
      "--lang",
      "zh"
    )
    #expect(chinese.output.hasPrefix("根据 240 天历史"))
  }

  @Test func badInputHasItsExitCode() throws {
    try write(Self.scenario([], seed: 1, horizon: 20), "first.yaml")
    try write("date,orders\n2026-01-01,x\n", "bad.csv")
    try write("date,orders\n2026-01-01,5\n", "days.csv")
    try write("storecast: 1\nstart: soon\n", "bad.yaml")
    func status(_ history: String, _ template: String) throws -> Int32 {
      try run("fit", history, "--template", template, "--out", "out.yaml").status
    }
    #expect(try status("none.csv", "first.yaml") == 66)
    #expect(try status("bad.csv", "first.yaml") == 65)
    #expect(try status("days.csv", "none.yaml") == 66)
    let bad = try run("fit", "days.csv", "--template", "bad.yaml", "--out", "out.yaml")
    #expect(bad.status == 65 && bad.errors.contains("bad.yaml:2:"), "\(bad.errors)")
    #expect(try run("fit", "days.csv").status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out.yaml").path))
  }

  /// What real files say; without them the test says that it was skipped.
  @Test func realHistoriesAreFittedAndRun() throws {
    guard let data = SharedData.folder?.appending(path: "data/olist") else {
      print("skipped: no real histories (STORECAST_SHARED)")
      return
    }
    try write(
      Self.scenario([], seed: 1, horizon: 20).replacing("\(Self.first)", with: "2018-06-01"),
      "first.yaml"
    )
    let fitted = try run(
      "fit",
      data.appending(path: "store_D1.csv").path,
      "--template",
      "first.yaml",
      "--out",
      "d1.yaml",
      "--orders",
      data.appending(path: "orders_dev.csv").path,
      "--lang",
      "en"
    )
    #expect(fitted.status == 0, "\(fitted.errors)")
    #expect(fitted.output.contains("couriers.standard.trans"))
    #expect(try run("check", "d1.yaml", "--quiet").status == 0)
    #expect(try run("run", "d1.yaml", "--replications", "50", "--quiet").status == 0)
  }
}
