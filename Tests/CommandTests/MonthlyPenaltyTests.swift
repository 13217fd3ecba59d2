import ArgumentParser
import Foundation
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel
import TestSupport
import Testing

@testable import storecast

/// A simulated year of months: what the forecast charges is what the exact interpreter makes of the
/// store's own daily CSV.
@Suite struct MonthlyPenaltyTests {
  private static let counters: [DayCounter] =
    [
      .audits, .audits20min, .processed, .processed20min, .samples, .samplesPassed,
      .pendingFeedback,
    ] + (DayCounter.stars(of: "after_sales_rated") ?? [])

  /// Few people for a year, so that months of every kind come.
  private static func scenario(peopleFrom hour: String) -> String {
    """
    storecast: 1
    platform: jd
    category: household
    start: 2026-11-20
    horizon: 420 days
    seed: 5
    rules:
      - pack: jd.service_score_100@seed
        set: {satisfaction.target: 93 %, audit.target: 80 %, processing.target: 90 %, compliance.target: 95 %, pending_feedback.target: 8 %}
    demand: {orders_per_day: 300 to 400, order_value: 120 yuan}
    service_desk:
      agents: 3
      hours: "08:30-23:00"
      after_sales: {agents: 1, from: "\(hour)", to: "20:00"}
    """
  }

  @Test(arguments: ["08:00", "08:30"], 0..<3)
  func aYearsPenaltiesAreThoseOfItsDailyFile(hour: String, index: Int) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "store.yaml")
    try Self.scenario(peopleFrom: hour).write(to: file, atomically: true, encoding: .utf8)
    let store = try LoadedScenario(path: file.path, output: OutputOptions.parse([]))
    let replicator = Replicator(store.plan)
    let record = replicator.replicate(index)[0]
    let layout = store.plan.layout
    let simulated = replicator.log
    let csv = HistoryText.csv(
      StoreHistory(
        days: (-40...layout.horizonInDays).map { day in
          StoreHistory.Day(
            date: layout.start + (day - 1),
            counts: Dictionary(uniqueKeysWithValues: Self.counters.map { ($0, simulated[day, $0]) })
          )
        }
      ),
      counters: Self.counters
    )
    let history = try HistoryReader.history(fromCSV: csv, file: "days.csv").history
    var log = TallyLog(firstDay: -40, lastDay: layout.horizonInDays)
    for day in history.days {
      for (counter, count) in day.counts { log[day.date - layout.start + 1, counter] = count }
    }
    let selection = try #require(store.scenario.rules.first)
    let path = Repository.root.appending(path: "rules/jd/service_score_100@seed.yaml").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var exact = try ExactDayPlay(
      pack: try PackReader.pack(fromYAML: text, file: path),
      overrides: selection.overrides,
      standing: store.scenario.standing,
      start: layout.start,
      log: log,
      lifetimeBase: [:]
    )
    var charged: [String: Int] = [:]
    for day in 1...layout.horizonInDays {
      let month = (layout.start + (day - 1)).monthText
      charged[month, default: 0] += exact.play(day: day, log: log) { _ in 0 }.moneyInFen[0]
    }
    let item = try #require(layout.money.firstIndex { $0.item.name == "penalty" })
    for (month, name) in layout.months.enumerated() {
      #expect(Int(record.money[month * layout.money.count + item]) == charged[name], "\(name)")
    }
    #expect(layout.months.count == 15)
    #expect(charged.values.contains { $0 > 0 })
  }
}
