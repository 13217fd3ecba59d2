package import StoreModel

/// A pack compiled for the day loop: flat integer code that cannot fail any more.
///
/// One morning costs about a microsecond and allocates nothing. Rates are compared exactly as
/// fractions of counts; windows are running sums over the log.
package final class RuleProgram: Sendable {
  /// `platform.name@version`.
  package let packID: String
  /// The pack's name for people.
  package let label: Label
  /// Reported numbers.
  package let measures: [Measure]
  /// Reported events.
  package let events: [EventDescription]
  /// Ladders, then gates, then tiers.
  package let ladders: [LadderDescription]
  /// Reported money.
  package let money: [MoneyItem]
  /// Whether the effects act on the store; they are computed in any case.
  package let hasConsequences: Bool
  /// How the pack has the service desk paid; `nil` where it says nothing of it.
  package let staffPay: StaffPay?
  /// Every counter that an input reads.
  package let readCounters: Set<DayCounter>
  /// Counters read from the store's first day on.
  package let lifetimeCounters: Set<DayCounter>
  /// Largest finite look-back in days.
  package let longestWindowInDays: Int
  /// Names of the random decisions; rules draw nothing themselves.
  package let chances: [String]
  /// Scores that a console displays.
  package let displayedItems: [DisplayedItem]

  let pack: RulePack
  /// The parameters in force.
  package let parameters: ParameterValues
  let code: ProgramCode
  var graph: RuleGraph { pack.graph }
  /// Names of the inputs, in the order of the running sums.
  let inputNames: [String]

  init(
    pack: RulePack,
    parameters: ParameterValues,
    code: ProgramCode,
    inputs: [RuleInput],
    staffPay: StaffPay?,
    hasConsequences: Bool
  ) {
    let descriptions = ProgramDescriptions(graph: pack.graph, parameters: parameters)
    packID = pack.id
    label = pack.label
    measures = descriptions.measures
    events = descriptions.events
    ladders = descriptions.ladders
    money = pack.graph.money.map(\.item)
    self.hasConsequences = hasConsequences
    self.staffPay = staffPay
    readCounters = Set(inputs.flatMap { $0.terms.map(\.counter) })
    lifetimeCounters = Set(
      zip(inputs, code.sums).filter { $1.window == .lifetime }
        .flatMap { input, _ in input.terms.map(\.counter) }
    )
    longestWindowInDays =
      code.historyDepth + (code.sums.compactMap(\.window.lookBackInDays).max() ?? 0)
    chances = pack.graph.gates.flatMap { ["\($0.name).removal", "\($0.name).readmission"] }
    displayedItems = pack.graph.displayed
    self.pack = pack
    self.parameters = parameters
    self.code = code
    inputNames = inputs.map(\.name)
  }

  /// Whether days can be scored with it at all; packs for single cases report nothing of a day.
  package var reportsSomething: Bool {
    !(measures.isEmpty && events.isEmpty && ladders.isEmpty && money.isEmpty)
  }

  /// Names in a standing that this pack does not know.
  package func problems(in standing: StoreStanding) -> [StandingProblem] {
    StandingCheck(graph: graph).problems(in: standing)
  }

  /// A state for stores that start on `start` from `standing`; call ``begin(_:log:lifetimeBase:)``
  /// before each replication.
  package func makeState(standing: StoreStanding, start: CalendarDay) -> RuleState {
    RuleState(
      outcome: RuleOutcome(
        measures: measures.count,
        ladders: ladders.count,
        events: events.count,
        moneyItems: money.count
      ),
      code: code,
      start: start,
      position: StartingPosition(
        graph: graph,
        parameters: parameters,
        firstWaits: code.ladders.map(\.firstWait),
        standing: standing,
        start: start
      )
    )
  }

  /// Sums the windows as of the morning of day 1 and forgets the replication before.
  ///
  /// The outcome then tells the states and effects at the start.
  ///
  /// - Parameters:
  ///   - state: a state of this program; forgets what it held.
  ///   - log: counts of the days up to 0.
  ///   - lifetimeBase: counts that lie before the log's first day.
  package func begin(
    _ state: inout RuleState,
    log: borrowing TallyLog,
    lifetimeBase: [DayCounter: Int]
  ) {
    resetStanding(&state)
    let first = 1 - code.historyDepth
    sumWindows(&state, morning: first, log: log, lifetimeBase: lifetimeBase)
    for index in state.remembered.indices { state.remembered[index] = nil }
    for index in state.runs.indices { state.runs[index] = 0 }
    while state.morning < 1 {
      run(code.before, &state)
      run(code.after, &state)
      remember(&state)
      advance(&state, to: state.morning + 1, log: log)
    }
    lookBackAtDays(&state, log: log)
    run(code.before, &state)
    for (index, gate) in code.gates.enumerated()
    where state.position.gates[index].isInside == nil {
      run(gate.startCode, &state)
      state.memberships[index].isInside = state.truths[gate.start]
    }
    run(code.before, &state)
    run(code.after, &state)
    setStates(&state)
    noteStart(&state)
    noteEffects(&state)
  }

  /// Evaluates the morning of `day` from the days before it and fills `state.outcome`.
  ///
  /// - Parameters:
  ///   - state: a state begun by ``begin(_:log:lifetimeBase:)``.
  ///   - day: 1, 2, 3 … in order.
  ///   - log: counts up to the day before.
  ///   - chance: a number of 0 to 1 for the index of a random decision.
  package func evaluate(
    _ state: inout RuleState,
    day: Int,
    log: borrowing TallyLog,
    chance: (Int) -> Double
  ) {
    if day > state.morning { advance(&state, to: day, log: log) }
    run(code.before, &state)
    for (index, measure) in code.measures.enumerated() {
      state.outcome.measures[index] =
        state.numbers[measure.slot]?.ticks(unitsPerOne: measure.unitsPerOne) ?? Measure.absent
    }
    for index in code.ladders.indices { stepLadder(index, &state) }
    for index in code.gates.indices { stepGate(index, &state, chance: chance) }
    for index in code.sums.indices {
      if case .sinceChange = code.sums[index].window,
        state.places[code.sums[index].ladder].since == day
      {
        state.sums[index] = 0
      }
    }
    run(code.after, &state)
    noteEvents(&state)
    setStates(&state)
    noteTiers(&state)
    noteCharges(&state)
    remember(&state)
  }

  private func remember(_ state: inout RuleState) {
    for (index, slot) in code.remembered.enumerated() {
      state.remembered[index] = state.numbers[slot]
    }
    for (index, plan) in code.runs.enumerated() where !isSkipped(plan, state) {
      state.runs[index] = state.truths[plan.condition] ? min(state.runs[index] + 1, 1 << 20) : 0
    }
  }
}
