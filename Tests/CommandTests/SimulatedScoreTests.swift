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

/// A simulated store's own daily CSV, scored by the exact interpreter, gives the measures, states and
/// events that the simulation recorded, on every day.
@Suite struct SimulatedScoreTests {
  /// The packs that ship and that a forecast can read.
  private static let packs: [String] = {
    let library = RuleLibrary(directory: Repository.root.appending(path: "rules"))
    return library.packIDs().filter { id in
      guard let pack = try? library.pack(named: id, on: nil).pack, pack.scoresDays else {
        return false
      }
      return (try? pack.program(overrides: [:], hasConsequences: true)) != nil
    }
  }()

  @Test func packsAreFound() {
    #expect(Self.packs.count >= 3)
  }

  /// A store of the pack's platform; nothing is left to chance, so that one history has one outcome.
  private static func scenario(_ pack: RulePack, seed: Int) -> String {
    let certain = pack.graph.gates.flatMap { gate -> [String] in
      [gate.removal.probability, gate.readmission?.probability].compactMap {
        if case .name(let name)? = $0 { return name }
        return nil
      }
    }
    let set =
      certain.isEmpty ? "" : ", set: {\(certain.map { "\($0): 1" }.joined(separator: ", "))}"
    let orders = [40, 300, 900][seed % 3]
    return """
      storecast: 1
      platform: \(pack.platform)
      category: \(pack.categories.first ?? "household")
      start: 2026-\(seed % 2 == 0 ? "10-20" : "02-01")
      horizon: 100 days
      seed: \(seed)
      rules:
        - {pack: \(pack.id)\(set)}
      demand: {orders_per_day: \(orders) to \(orders * 2), order_value: 70 yuan}
      service_desk: {agents: \(seed % 3 + 1), hours: "08:30-23:00"}
      """
  }

  private struct Played {
    var store: LoadedScenario
    var record: ReplicationRecord
    var score: PackScore
  }

  private static func play(_ id: String, seed: Int) throws -> Played {
    let rules = Repository.root.appending(path: "rules")
    let pack = try RuleLibrary(directory: rules).pack(named: id, on: nil).pack
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "store.yaml")
    try scenario(pack, seed: seed).write(to: file, atomically: true, encoding: .utf8)
    let store = try LoadedScenario(
      path: file.path,
      output: OutputOptions.parse(["--rules-dir", rules.path])
    )
    let replicator = Replicator(store.plan)
    let morning = replicator.firstMorning(of: seed)
    let record = replicator.replicate(seed)[0]
    let (layout, log) = (store.plan.layout, replicator.log)
    let counters = Set(pack.graph.inputs.flatMap { $0.terms.map(\.counter) })
    let csv = HistoryText.csv(
      StoreHistory(
        days: (log.firstDay...layout.horizonInDays).map { day in
          StoreHistory.Day(
            date: layout.start + (day - 1),
            counts: Dictionary(uniqueKeysWithValues: counters.map { ($0, log[day, $0]) })
          )
        }
      )
    )
    let history = try HistoryReader.history(fromCSV: csv, file: "days.csv").history
    let selection = try #require(store.scenario.rules.first)
    let play = ScorePlay(
      segments: [
        try ScorePlay.Segment(pack: pack, overrides: selection.overrides, from: layout.start)
      ],
      observed: try #require(ObservedDays(history)),
      standing: store.scenario.standing,
      start: layout.start,
      asOf: layout.start + (layout.horizonInDays - 1),
      lifetimeBase: morning.lifetimeBase
    )
    return Played(store: store, record: record, score: try #require(play.score()))
  }

  @Test(arguments: packs, 0..<6)
  func everyDayIsThatOfTheSimulation(id: String, seed: Int) throws {
    let played = try Self.play(id, seed: seed)
    let layout = played.store.plan.layout
    let measures = layout.measures.indices.filter { layout.measures[$0].pack == id }
    let ladders = layout.ladders.indices.filter { layout.ladders[$0].pack == id }
    #expect(played.score.mornings.count == layout.horizonInDays)
    for (index, morning) in played.score.mornings.enumerated() {
      let recorded = measures.map { played.record.measures[index * layout.measures.count + $0] }
      let states = ladders.map { Int(played.record.states[index * layout.ladders.count + $0]) }
      #expect(morning.outcome.measures == recorded, "\(id) \(morning.date)")
      #expect(morning.outcome.states == states, "\(id) \(morning.date)")
      guard morning.outcome.measures == recorded, morning.outcome.states == states else { return }
    }
    for (index, event) in layout.events.enumerated() where event.pack == id {
      let dates = played.score.events.filter { $0.name == event.event.name }.map(\.date)
      let first = played.record.firstDays[index]
      let isAtStart = first == 0 ? 1 : 0
      #expect(
        Int(played.record.eventCounts[index]) == dates.count + isAtStart,
        "\(event.event.name)"
      )
      if first > 0, first != ReplicationRecord.never {
        #expect(dates.first == layout.start + (Int(first) - 1), "\(event.event.name)")
      }
    }
  }

  /// The stores above move: measures differ from day to day and some state changes.
  @Test func theSimulatedStoresMove() throws {
    var hasChanged = false
    for id in Self.packs {
      let score = try Self.play(id, seed: 1).score
      #expect(Set(score.mornings.map(\.outcome.measures)).count > 1, "\(id)")
      if Set(score.mornings.map(\.outcome.states)).count > 1 { hasChanged = true }
    }
    #expect(hasChanged)
  }
}
