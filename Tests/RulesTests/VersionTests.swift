import Foundation
import InputFiles
import Rules
import StoreModel
import Testing

/// Two versions of one rule system: every morning counts by the one in force on it.
@Suite struct VersionTests {
  private static let start = CalendarDay(iso: "2026-11-20") ?? CalendarDay(ordinal: 0)
  /// Index of the first morning of the second version.
  private static let change = 43

  /// The invented berth and a second version, stricter on promptness and milder on caps.
  private static func versions() throws -> [RulePack] {
    let text = try String(
      contentsOf: RulesFolder.invented.file(ofPack: RulesFolder.harbor),
      encoding: .utf8
    )
    let second =
      text
      .replacingOccurrences(of: "harbor.berth@1", with: "harbor.berth@2")
      .replacingOccurrences(of: "effective_from: 2026-01-01", with: "effective_from: 2027-01-01")
      .replacingOccurrences(of: "effective_to: 2027-01-01", with: "effective_to: null")
      .replacingOccurrences(of: "prompt.ge: {value: 0.95", with: "prompt.ge: {value: 0.99")
      .replacingOccurrences(of: "{outer: 60, middle: 200}", with: "{outer: 61, middle: 201}")
      .replacingOccurrences(of: "window_days: {value: 14", with: "window_days: {value: 9")
      .replacingOccurrences(of: "toll.most: {value: 300", with: "toll.most: {value: 40")
    return [
      try RulesFolder.pack(RulesFolder.harbor),
      try PackReader.pack(fromYAML: second, file: "berth@2.yaml"),
    ]
  }

  @Test(arguments: 1...12)
  func eachMorningCountsByTheVersionInForce(seed: Int) throws {
    let versions = try Self.versions()
    try #require(versions[1].effectiveFrom == Self.start + (Self.change - 1))
    let joint = try RulePack.joined(versions)
    #expect(joint.id == "harbor.berth" && joint.partIDs == ["harbor.berth@1", "harbor.berth@2"])
    var numbers = TestNumbers(seed: UInt64(seed))
    var store = RandomStore(pack: versions[0], numbers: &numbers)
    store.start = Self.start
    var plays = try (versions + [joint]).map { pack in
      let program = try pack.program(overrides: store.overrides, hasConsequences: true)
      var state = program.makeState(standing: store.standing, start: store.start)
      program.begin(&state, log: store.log, lifetimeBase: store.lifetimeBase)
      return (program: program, state: state)
    }
    var double = try ExactDayPlay(
      pack: joint,
      overrides: store.overrides,
      standing: store.standing,
      start: store.start,
      log: store.log,
      lifetimeBase: store.lifetimeBase
    )
    #expect(plays[2].state.eventsAtStart == plays[0].state.eventsAtStart)
    var capsSeen: Set<Int?> = []
    for day in 1...store.log.lastDay {
      for index in plays.indices {
        plays[index].program.evaluate(&plays[index].state, day: day, log: store.log) { _ in 0.3 }
      }
      let joined = plays[2].state.outcome
      let exact = double.play(day: day, log: store.log) { _ in 0.3 }
      #expect(exact.difference(from: joined) == nil, "day \(day)")
      if day < Self.change {
        #expect(joined.difference(from: plays[0].state.outcome) == nil, "day \(day)")
      } else {
        #expect(joined.measures == plays[1].state.outcome.measures, "day \(day)")
        capsSeen.insert(joined.effects.orderCap)
      }
    }
    #expect(capsSeen.isSubset(of: [61, 201, nil]))
  }

  @Test func anOverrideGoesToEveryVersion() throws {
    let joint = try RulePack.joined(try Self.versions())
    #expect(joint.expanded(["prompt.ge": "0.9"]) == ["1:prompt.ge": "0.9", "2:prompt.ge": "0.9"])
    let program = try joint.program(overrides: ["prompt.ge": "0.9"], hasConsequences: true)
    #expect(program.measures.first?.threshold == 0.9)
    #expect(program.events.map(\.label.english).allSatisfy { !$0.contains("{") })
    #expect(throws: RuleErrors.self) {
      try joint.program(overrides: ["prompt.gee": "0.9"], hasConsequences: true)
    }
  }

  @Test func versionsWithOtherStatesAreNotJoined() throws {
    let versions = try Self.versions()
    var graph = versions[1].graph
    graph.ladders[0].states.removeFirst()
    let other = RulePack(
      id: versions[1].id,
      label: versions[1].label,
      caution: nil,
      effectiveFrom: versions[1].effectiveFrom,
      effectiveTo: nil,
      categories: [],
      parameters: versions[1].parameters,
      scenarioKeys: [:],
      sources: [:],
      graph: graph
    )
    #expect {
      try RulePack.joined([versions[0], other])
    } throws: { error in
      (error as? RuleErrors)?.faults.first?.subject == "berth"
    }
  }
}
