import Foundation
import Reporting
import Rules
import Simulation
import StoreModel
import TestSupport

@testable import storecast

/// An event that stores are asked about.
enum AskedEvent: String, CaseIterable, Sendable {
  case levelUp = "level up"
  case below = "below 4.5"
  case penalty

  /// Who is asked.
  var rules: StatedStore.Rules { self == .penalty ? .penalties : .levels }

  /// Names in the packs; the first of them counts.
  private var names: [String] {
    switch self {
    case .levelUp: ["level_up"]
    case .below: ["dsr_below_4.5"]
    case .penalty: ["fine_2000", "fine_5000", "fine_10000"]
    }
  }

  /// The first day as the engine notes it, 0 where it is so at the start; `nil` where it never comes.
  func firstDay(in record: ReplicationRecord, _ layout: RecordLayout) -> Int? {
    layout.events.indices.filter { names.contains(layout.events[$0].event.name) }
      .map { Int(record.firstDays[$0]) }
      .filter { $0 != Int(ReplicationRecord.never) }.min()
  }

  /// The same for a forecast that begins `after` days later, read from each morning's states and scores.
  func firstDay(in record: ReplicationRecord, _ layout: RecordLayout, after: Int) -> Int? {
    (after + 1...layout.horizonInDays).first { day in
      switch self {
      case .levelUp:
        // Every store begins at the second of the levels.
        let before = day > 1 ? state("level", day - 1, in: record, layout).number : 1
        return state("level", day, in: record, layout).number > before
      case .below:
        let dsr = layout.measures.firstIndex { $0.measure.name == "dsr" } ?? 0
        let measure = layout.measures[dsr].measure
        let score = record.measures[(day - 1) * layout.measures.count + dsr]
        return Double(score) < 4.5 * Double(measure.unitsPerOne)
      case .penalty:
        let date = layout.start + (day - 1)
        return date == date.startOfMonth
          && state("tier", day, in: record, layout).name.hasPrefix("fail")
      }
    }.map { $0 - after }
  }

  private func state(
    _ ladder: String,
    _ day: Int,
    in record: ReplicationRecord,
    _ layout: RecordLayout
  ) -> (number: Int, name: String) {
    let index = layout.ladders.firstIndex { $0.ladder.name == ladder } ?? 0
    let number = Int(record.states[(day - 1) * layout.ladders.count + index])
    return (number, layout.ladders[index].ladder.states[number])
  }
}

/// What really happens to a store.
struct StoreTruth {
  /// The first day of each event from the forecasts' day 1 on.
  private(set) var firstDays: [AskedEvent: Int] = [:]
  /// The days before the start, of a store that was watched.
  private(set) var history: StoreHistory?

  /// A truth from a record.
  init(_ record: ReplicationRecord, _ plan: Plan, _ rules: StatedStore.Rules, after: Int = 0) {
    for event in AskedEvent.allCases where event.rules == rules {
      firstDays[event] = event.firstDay(in: record, plan.layout, after: after)
    }
  }

  /// One draw of the rates and of all that follows from the very scenario of the right forecast.
  init(fresh store: StatedStore, _ ground: ForecastGround) throws {
    let plan = try ground.load(store.scenario(.right, seed: store.index + 1_000_000)).plan
    self.init(Replicator(plan).replicate(0)[0], plan, store.rules)
  }

  /// The first such draw with an incident in its first ten days: it differs from the same store spared
  /// from incidents.
  init(struck store: StatedStore, _ ground: ForecastGround) throws {
    let seed = store.index + 2_000_000
    let spared = "\nalternatives: [{name: spared, set: {incidents.per_quarter: 0}}]"
    let search = Replicator(
      try ground.load(store.scenario(.right, seed: seed, days: 10) + spared).plan
    )
    var index = 0
    while true {
      let records = search.replicate(index)
      if records[0].measures != records[1].measures { break }
      index += 1
    }
    let plan = try ground.load(store.scenario(.right, seed: seed)).plan
    self.init(Replicator(plan).replicate(index)[0], plan, store.rules)
  }

  /// A draw that begins some days before the forecasts' day 1, with what a console would show of them:
  /// the first one in which the store is not banned by then.
  init(watched store: StatedStore, _ ground: ForecastGround) throws {
    let before = StatedStore.watchedDays
    let loaded = try ground.load(
      store.scenario(
        .right,
        seed: store.index + 3_000_000,
        start: StatedStore.start - before,
        days: before + StatedStore.horizonInDays
      )
    )
    let plan = loaded.plan
    let replicator = Replicator(plan)
    var record = replicator.replicate(0)[0]
    var index = 0
    while replicator.log[before, .orders] == 0 {
      index += 1
      record = replicator.replicate(index)[0]
    }
    self.init(record, plan, store.rules, after: before)
    let counters = Set(loaded.packs.flatMap { $0.graph.inputs }.flatMap { $0.terms.map(\.counter) })
      .union([.orders])
    history = StoreHistory(
      days: (1...before).map { day in
        StoreHistory.Day(
          date: plan.layout.start + (day - 1),
          counts: Dictionary(uniqueKeysWithValues: counters.map { ($0, replicator.log[day, $0]) })
        )
      }
    )
  }
}
