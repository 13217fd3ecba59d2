import StoreModel

/// Plays an example over a log of days, through the compiled program and the exact interpreter.
///
/// This shape belongs to every pack. Given: `start`, `through`, `days` (a list of spans `{from, to,
/// <counter>: <count a day>}`), optional `standing: {ladders: {name: {state, since}}, gates: {name:
/// {member, removals}}}`, `lifetime_base: {counter: count}`, `draw` (0…1, what every random decision
/// draws) and `options`. Read: `measures_on`, `states_on`, `effects_on` and `blocked_on` by date,
/// `events` (dates by name), `events_at_start` (names), `money_yuan` (sums by item).
struct DayLogPlay {
  static let shapeName = "day_log"

  private let program: RuleProgram
  private let start: CalendarDay
  private var outcomes: [RuleOutcome] = []
  private var atStart: [Bool] = []

  init(
    pack: RulePack,
    given: ExampleValue,
    overrides: [String: String]
  ) throws(ExampleFault) {
    let log = try DayLogGiven(given)
    start = log.start
    do {
      program = try pack.program(overrides: overrides, hasConsequences: true)
      try play(pack, log, overrides)
    } catch let fault as ExampleFault {
      throw fault
    } catch {
      throw ExampleFault(
        field: "given",
        expected: "a pack that plays over day counts",
        found: "\((error as? RuleErrors)?.faults.first?.message ?? "\(error)")"
      )
    }
  }

  private mutating func play(
    _ pack: RulePack,
    _ given: DayLogGiven,
    _ overrides: [String: String]
  ) throws {
    var state = program.makeState(standing: given.standing, start: given.start)
    program.begin(&state, log: given.log, lifetimeBase: given.lifetimeBase)
    var double = try ExactDayPlay(
      pack: pack,
      overrides: overrides,
      standing: given.standing,
      start: given.start,
      log: given.log,
      lifetimeBase: given.lifetimeBase
    )
    atStart = state.eventsAtStart
    guard atStart == double.eventsAtStart else { throw Self.disagreement("events at the start") }
    for day in 1...given.lastDay {
      program.evaluate(&state, day: day, log: given.log) { _ in given.draw }
      let exact = double.play(day: day, log: given.log) { _ in given.draw }
      if let difference = exact.difference(from: state.outcome) {
        throw Self.disagreement("\(difference) on \(start + (day - 1))")
      }
      outcomes.append(state.outcome)
    }
  }

  private static func disagreement(_ what: String) -> ExampleFault {
    ExampleFault(
      field: "agreement",
      expected: "the program and the exact interpreter agree",
      found: "they differ in \(what)"
    )
  }

  func read(_ field: String, expected: ExampleValue) -> ReadValue? {
    switch field {
    case "measures_on": byDate(expected) { outcome in .map(measures(outcome)) }
    case "states_on": byDate(expected) { outcome in .map(states(outcome)) }
    case "effects_on": byDate(expected) { outcome in .map(effects(outcome.effects)) }
    case "blocked_on": byDate(expected) { outcome in .map(blocked(outcome)) }
    case "events":
      .map(
        Dictionary(
          program.events.enumerated().map { index, event in
            (event.name, .list(dates { $0.events[index] }))
          },
          uniquingKeysWith: { first, _ in first }
        )
      )
    case "events_at_start":
      .exact(.names(zip(program.events, atStart).filter(\.1).map(\.0.name)))
    case "money_yuan":
      .map(
        Dictionary(
          program.money.enumerated().map { index, item in
            let fen = outcomes.reduce(0) { $0 + $1.moneyInFen[index] }
            return (item.name, .exact(ExactValue(Rational(Int128(fen), over: 100))))
          },
          uniquingKeysWith: { first, _ in first }
        )
      )
    default: nil
    }
  }

  private func byDate(
    _ expected: ExampleValue,
    _ value: (RuleOutcome) -> ReadValue
  ) -> ReadValue {
    var found: [String: ReadValue] = [:]
    for entry in expected.entries {
      guard let date = CalendarDay(iso: entry.key), outcomes.indices.contains(date - start) else {
        continue
      }
      found[entry.key] = value(outcomes[date - start])
    }
    return .map(found)
  }

  private func dates(_ happens: (RuleOutcome) -> Bool) -> [ReadValue] {
    outcomes.enumerated().filter { happens($0.element) }
      .map { .exact(.text((start + $0.offset).description)) }
  }

  private func measures(_ outcome: RuleOutcome) -> [String: ReadValue] {
    var found: [String: ReadValue] = [:]
    for (measure, ticks) in zip(program.measures, outcome.measures) {
      found[measure.name] = .exact(
        ticks == Measure.absent
          ? .absent : ExactValue(Rational(Int128(ticks), over: Int128(measure.unitsPerOne)))
      )
    }
    return found
  }

  private func states(_ outcome: RuleOutcome) -> [String: ReadValue] {
    var found: [String: ReadValue] = [:]
    for (ladder, state) in zip(program.ladders, outcome.states) {
      found[ladder.name] = .exact(.text(ladder.states[state]))
    }
    return found
  }

  private func blocked(_ outcome: RuleOutcome) -> [String: ReadValue] {
    var found: [String: ReadValue] = [:]
    for (ladder, mask) in zip(program.ladders, outcome.blocked) {
      found[ladder.name] = .exact(
        mask.map { mask in
          .names(
            ladder.conditions.enumerated().filter { mask & 1 << UInt64($0.offset) != 0 }
              .map(\.element)
          )
        } ?? .absent
      )
    }
    return found
  }

  private func effects(_ effects: RuleEffects) -> [String: ReadValue] {
    [
      "order_cap": .exact(ExactValue(effects.orderCap.map { Rational($0) })),
      "gmv_cap_yuan": .exact(
        ExactValue(effects.gmvCapInFen.flatMap { Rational(Int128($0), over: 100) })
      ),
      "demand_share": .exact(
        ExactValue(
          Rational(Int128((effects.demandShare * 1e9).rounded()), over: 1_000_000_000)
        )
      ),
      "sales_stopped": .exact(.truth(effects.salesStopped)),
    ]
  }
}

extension RuleOutcome {
  /// The first part in which two outcomes differ; `nil` where they are the same.
  package func difference(from other: RuleOutcome) -> String? {
    if measures != other.measures { return "measures" }
    if states != other.states { return "states" }
    if events != other.events { return "events" }
    if blocked != other.blocked { return "blocked conditions" }
    if moneyInFen != other.moneyInFen { return "money" }
    return effects == other.effects ? nil : "effects"
  }
}
