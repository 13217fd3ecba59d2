#if Journal
  import ArgumentParser
  import Calibration
  import Foundation
  import InputFiles
  import Reporting
  import Rules
  import Simulation
  import StoreModel
  import TestSupport
  import Testing

  @testable import storecast

  /// Fifty weekly forecasts of simulated stores, kept and checked as a user does it: the truth that the
  /// journal finds is the engine's, and as many claims come true as were said to.
  ///
  /// Stores are independent and each is forecast once, in one of five weeks, from its own history up to
  /// then. Inputs are fixed and demand hardly wanders, so that what hidden state tells is small; the claims
  /// of one kind are independent trials, each with the probability told but for its 200 futures (which
  /// widen the variance by half a percent). How many come true is then Poisson-binomial: the exact band
  /// that leaves 1e-10 on either side, 2 events × 2 days, all and by thirds of the probability: 16
  /// bands, 3.2e-9 together. Deep: 400 stores.
  @Suite struct JournalReliabilityTests {
    private static let isDeep =
      ProcessInfo.processInfo.environment["STORECAST_VALIDATE"] == "deep"
    private static let stores = isDeep ? 400 : 50
    private static let replications = isDeep ? 1000 : 200
    private static let tail = 1e-10
    private static let pack = "douyin.dsr_alliance@seed"
    private static let first = CalendarDay(ordinal: 20_514)  // Monday 2 March 2026
    private static let rules = Repository.root.appending(path: "rules").path

    private let folder: TemporaryFolder
    private var journal: String { folder.url.appending(path: "journal.sqlite").path }

    init() throws { folder = try TemporaryFolder() }

    private func scenario(_ store: Int, start: CalendarDay, history: String) -> String {
      """
      storecast: 1
      name: Store \(store)
      platform: douyin
      category: fresh food
      start: \(start)
      horizon: \(history.isEmpty ? 56 : 14) days
      replications: \(Self.replications)
      seed: \(store)
      rules:
        - {pack: \(Self.pack), consequences: off, set: {window: rolling_90d, window_days: 14, alliance.remove_lt: 4.6}}
      \(history)
      demand:
        {orders_per_day: 60, order_value: 40 yuan, trend: 0 % per month, dispersion: 1000000, shock: 0,
         spikes: {per_month: 0, times: 2}, weekday: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}}
      incidents: {per_quarter: 0}
      quality: {defects: 2 %}
      reviews: {rate: 20 %}
      uncertainty: {stars: {walk: 0 per day, shock: 0, level: 0}, late: {walk: 0 per day, shock: 0}}
      """
    }

    /// Writes what really happens to a store, and what is known of it in its week; the first days of
    /// events by the engine where the forecast begins on its day 1.
    private func make(_ store: Int) throws -> (start: CalendarDay, firstDays: [String: Int]) {
      let start = Self.first + 7 * (store % 5)
      let truth = folder.url.appending(path: "truth-\(store).yaml")
      try scenario(store + 100_000, start: Self.first, history: "")
        .write(to: truth, atomically: true, encoding: .utf8)
      let loaded = try LoadedScenario(
        path: truth.path,
        output: OutputOptions.parse(["--rules-dir", Self.rules])
      )
      let replicator = Replicator(loaded.plan)
      let record = replicator.replicate(0)[0]
      let (layout, log) = (loaded.plan.layout, replicator.log)
      let counters = DayCounter.allCases.filter { counter in
        ["orders", "description", "service", "logistics"].contains {
          counter.name.hasPrefix($0)
        }
      }
      let days = (log.firstDay...layout.horizonInDays).map { day in
        StoreHistory.Day(
          date: Self.first + (day - 1),
          counts: Dictionary(uniqueKeysWithValues: counters.map { ($0, log[day, $0]) })
        )
      }
      try HistoryText.csv(StoreHistory(days: days)).write(
        to: folder.url.appending(path: "days-\(store).csv"),
        atomically: true,
        encoding: .utf8
      )
      try scenario(store, start: start, history: "history: days-\(store).csv").write(
        to: folder.url.appending(path: "store-\(store).yaml"),
        atomically: true,
        encoding: .utf8
      )
      var firstDays: [String: Int] = [:]
      for (index, event) in layout.events.enumerated() {
        firstDays[event.event.name] = Int(record.firstDays[index])
      }
      return (start, start == Self.first ? firstDays : [:])
    }

    private func run(_ arguments: [String]) throws -> Program.Result {
      let result = try Program.run(arguments + ["--rules-dir", Self.rules], in: folder.url)
      try #require(result.status == 0, "\(result.errors)")
      return result
    }

    @Test func asManyComeTrueAsWereSaidTo() throws {
      let made = try (0..<Self.stores).map { try make($0) }
      _ = try run(["run"] + (0..<Self.stores).map { "store-\($0).yaml" } + ["--quiet"])
      let place = ["--journal", journal]
      _ = try run(["journal", "add"] + (0..<Self.stores).map { "forecasts/store-\($0)" } + place)
      for store in 0..<Self.stores {
        _ = try run(
          ["journal", "check", "--history", "days-\(store).csv", "--store", "Store \(store)"]
            + place
        )
      }
      let answer = try run(["journal", "check", "--out", "claims.csv"] + place)
      if Self.isDeep { print(answer.output) }
      let table = try ForecastCSV(folder.url.appending(path: "claims.csv"))
      #expect(Set(table.values("store")).count == Self.stores)
      // The days have all that the rules read, though not all that the store's own stream has.
      let outcomes = Set(table.values("outcome", where: ["kind": "event"]))
      #expect(outcomes == ["happened", "did_not_happen"])
      try compareWithTheEngine(table, made)
      for event in ["dsr_below_4.5", "decline_alert"] {
        for day in ["7", "14"] {
          let match = ["name": event, "day": day]
          let told = zip(
            table.values("probability", where: match).compactMap(Double.init),
            table.values("outcome", where: match)
          ).map {
            ForecastOutcome(
              probability: $0,
              happened: $1 == "happened",
              replications: Self.replications
            )
          }
          try #require(told.count > Self.stores / 3)
          check(told, "\(event) by day \(day)")
        }
      }
    }

    /// Claims of forecasts that begin where the simulated store begins have the engine's outcome.
    private func compareWithTheEngine(
      _ table: ForecastCSV,
      _ made: [(start: CalendarDay, firstDays: [String: Int])]
    ) throws {
      var compared = 0
      for (store, truth) in made.enumerated() {
        for (event, day) in truth.firstDays {
          let match = ["store": "Store \(store)", "name": event, "day": "14"]
          guard let outcome = table.values("outcome", where: match).first else { continue }
          let happened = day <= 14 && day != Int(ReplicationRecord.never)
          #expect(outcome == (happened ? "happened" : "did_not_happen"), "\(store) \(event)")
          if happened, day > 0 {
            #expect(
              table.values("first_day", where: match) == [(truth.start + (day - 1)).description],
              "\(store) \(event)"
            )
          }
          compared += 1
        }
      }
      #expect(compared > made.count / 2)
    }

    private func check(_ told: [ForecastOutcome], _ name: String) {
      let sorted = told.sorted { $0.probability < $1.probability }
      let third = sorted.count / 3
      let parts = [
        sorted[...], sorted[..<third], sorted[third..<(2 * third)], sorted[(2 * third)...],
      ]
      for part in parts {
        let band = PoissonBinomial(part.map(\.probability)).band(tail: Self.tail)
        #expect(band.contains(part.count { $0.happened }), "\(name): \(part.map(\.probability))")
      }
    }

    /// The bands are narrow enough to refuse what is plainly wrong.
    @Test func plainlyWrongProbabilitiesAreRefused() {
      for (told, real) in [(0.1, 0.9), (0.5, 1.0), (0.3, 1.0)] {
        let band = PoissonBinomial([Double](repeating: told, count: 50)).band(tail: Self.tail)
        #expect(!band.contains(Int(real * 50)), "\(told) told, \(real) real")
      }
    }
  }
#endif
