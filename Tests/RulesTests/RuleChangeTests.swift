import InputFiles
import Rules
import StoreModel
import Testing

/// A pack whose numbers change on a day is the one before it and the other from it on.
@Suite struct RuleChangeTests {
  private static let start = CalendarDay(iso: "2026-05-20") ?? CalendarDay(ordinal: 0)
  private static let changeDay = 31
  private static let after = ["prompt.ge": "0.99", "window_days": "9", "toll.most": "40"]

  @Test(arguments: 1...12)
  func eachMorningCountsByTheNumbersOfItsDay(seed: Int) throws {
    let pack = try RulesFolder.pack(RulesFolder.harbor)
    var numbers = TestNumbers(seed: UInt64(seed))
    var store = RandomStore(pack: pack, numbers: &numbers)
    store.start = Self.start
    let before = store.overrides.filter { Self.after[$0.key] == nil }
    let after = before.merging(Self.after) { $1 }
    let joint = try pack.changing(on: Self.start + (Self.changeDay - 1), from: before, to: after)
    #expect(joint.id == pack.id)
    let programs = [
      try pack.program(overrides: before, hasConsequences: true),
      try pack.program(overrides: after, hasConsequences: true),
      try joint.program(overrides: [:], hasConsequences: true),
    ]
    #expect(programs[2].measures.map(\.name) == programs[0].measures.map(\.name))
    #expect(programs[2].ladders.map(\.name) == programs[0].ladders.map(\.name))
    #expect(programs[2].events.map(\.name) == programs[0].events.map(\.name))
    #expect(programs[2].chances == programs[0].chances)
    var states = programs.map { program in
      var state = program.makeState(standing: store.standing, start: store.start)
      program.begin(&state, log: store.log, lifetimeBase: store.lifetimeBase)
      return state
    }
    for day in 1...store.log.lastDay {
      for index in programs.indices {
        programs[index].evaluate(&states[index], day: day, log: store.log) { _ in 0.3 }
      }
      let joined = states[2].outcome
      if day < Self.changeDay {
        #expect(joined.difference(from: states[0].outcome) == nil, "day \(day)")
      } else {
        #expect(joined.measures == states[1].outcome.measures, "day \(day)")
      }
    }
  }

  @Test func aWaitCannotChangeOnTheWay() throws {
    let pack = try RulesFolder.pack(RulesFolder.harbor)
    #expect {
      try pack.changing(on: Self.start, from: [:], to: ["wait_days": "5"])
    } throws: { error in
      (error as? RuleErrors)?.faults.contains { $0.subject == "berth" } ?? false
    }
  }

  @Test func whatIsSetIsToldWithThePacksOwn() throws {
    let pack = try RulesFolder.pack(RulesFolder.harbor)
    let told = pack.changed(by: ["prompt.ge": "90 %", "toll.basis": "lagged", "toll.most": "300"])
    #expect(told.map(\.name) == ["prompt.ge", "toll.basis"])
    #expect(told.map(\.packValue) == ["0.95", "month"])
    #expect(told.map(\.value) == ["0.9", "lagged"])
  }

  @Test func aForecastPaysAsThePacksOwnWorkedCaseDoes() throws {
    let pack = try RulesFolder.pack("jd.cs_wage@seed")
    let pay = try #require(
      try pack.program(overrides: [:], hasConsequences: true).staffPay
    )
    // The case cs-wage-team-day of the pack: 1,749.86 yuan for four agents.
    let variable = pay.variableInFen(chats: 500, salesInFen: 10_000_000, refundsInFen: 800_000)
    #expect(Int((4 * pay.dayInYuan * 100).rounded()) + variable == 174_986)
  }
}
