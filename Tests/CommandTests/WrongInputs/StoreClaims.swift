import ArgumentParser
import Calibration
import Foundation
import Reporting
import Rules
import Simulation
import StoreModel
import TestSupport

@testable import storecast

/// Where scenarios are read: one folder, packs read once, the quicker of the exact samplers.
struct ForecastGround: Sendable {
  private static let rules = Repository.root.appending(path: "rules").path
  private let cache = PackCache()
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A scenario, ready to run.
  func load(_ scenario: String) throws -> LoadedScenario {
    var loaded = try LoadedScenario(
      path: folder.url.appending(path: "store.yaml").path,
      text: scenario,
      output: OutputOptions.parse(["--rules-dir", Self.rules]),
      cache: cache
    )
    loaded.apply(try SimulationOptions.parse(["--samplers", "fast"]))
    return loaded
  }

  /// Writes a history for scenarios to name.
  ///
  /// - Returns: its name.
  func write(_ history: StoreHistory, of store: StatedStore) throws -> String {
    let name = "\(store.rules)-\(store.index).csv"
    try HistoryText.csv(history).write(
      to: folder.url.appending(path: name),
      atomically: true,
      encoding: .utf8
    )
    return name
  }
}

/// Inputs given in some way to stores of some kind.
enum InputCase: String, CaseIterable, Sendable {
  case right = "right"
  case off = "each rate 20 % off"
  case rosy = "each rate 20 % too rosy"
  case still = "drift ignored, rates sure"
  case told = "right; an incident comes"
  case unseen = "incidents left out; one comes"
  case old = "right 90 days ago"
  case oldAndOff = "20 % off, 90 days ago"
  case oldWithHistory = "the same and 90 days' history"

  /// What happens to the stores.
  fileprivate enum Kind { case fresh, struck, watched }

  fileprivate var kind: Kind {
    switch self {
    case .right, .off, .rosy, .still: .fresh
    case .unseen, .told: .struck
    case .old, .oldAndOff, .oldWithHistory: .watched
    }
  }

  fileprivate var way: StatedStore.Way {
    switch self {
    case .right, .told, .old: .right
    case .off, .oldAndOff, .oldWithHistory: .off
    case .rosy: .rosy
    case .still: .still
    case .unseen: .calm
    }
  }
}

/// What a forecast said of one event, and what came.
struct StoreClaim: Sendable {
  let given: InputCase
  let event: AskedEvent
  let day: Int
  /// Simulated futures with the event, and all of them.
  let hits, replications: Int
  let happened: Bool

  /// What was said.
  var outcome: ForecastOutcome {
    ForecastOutcome(
      probability: Double(hits) / Double(replications),
      happened: happened,
      replications: replications
    )
  }

  /// The share of the futures and the truth together.
  ///
  /// If the truth is one more future of the same law, then, given how many of them all have the event,
  /// it has it with exactly this probability, whatever the number of futures.
  var shareWithTruth: Double { Double(hits + (happened ? 1 : 0)) / Double(replications + 1) }

  /// All that is said of a store in these ways by these days.
  static func claims(
    of store: StatedStore,
    _ cases: [InputCase],
    days: [Int],
    replications: Int,
    on ground: ForecastGround
  ) throws -> [StoreClaim] {
    var truths: [InputCase.Kind: StoreTruth] = [:]
    var forecasts: [String: [AskedEvent: [Int]]] = [:]
    var claims: [StoreClaim] = []
    for given in cases {
      let truth =
        try truths[given.kind]
        ?? {
          switch given.kind {
          case .fresh: try StoreTruth(fresh: store, ground)
          case .struck: try StoreTruth(struck: store, ground)
          case .watched: try StoreTruth(watched: store, ground)
          }
        }()
      truths[given.kind] = truth
      let history =
        try given == .oldWithHistory ? truth.history.map { try ground.write($0, of: store) } : nil
      let scenario = store.scenario(given.way, seed: store.index, history: history)
      let forecast =
        try forecasts[scenario] ?? firstDays(scenario, store, ground, replications: replications)
      forecasts[scenario] = forecast
      for (event, said) in forecast {
        for day in days {
          claims.append(
            StoreClaim(
              given: given,
              event: event,
              day: day,
              hits: said.count { $0 <= day },
              replications: replications,
              happened: truth.firstDays[event].map { $0 <= day } ?? false
            )
          )
        }
      }
    }
    return claims
  }

  /// First days of each event in the futures that have it.
  private static func firstDays(
    _ scenario: String,
    _ store: StatedStore,
    _ ground: ForecastGround,
    replications: Int
  ) throws -> [AskedEvent: [Int]] {
    let plan = try ground.load(scenario).plan
    let replicator = Replicator(plan)
    var days: [AskedEvent: [Int]] = [:]
    for event in AskedEvent.allCases where event.rules == store.rules { days[event] = [] }
    for index in 0..<replications {
      let record = replicator.replicate(index)[0]
      for event in days.keys {
        if let day = event.firstDay(in: record, plan.layout) { days[event]?.append(day) }
      }
    }
    return days
  }
}
