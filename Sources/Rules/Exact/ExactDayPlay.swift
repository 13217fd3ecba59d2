import StoreModel

/// Plays a pack day by day, exactly and slowly: the double of ``RuleProgram``.
///
/// It reads its counts from any ``ExactFacts``: a log of simulated days, or what was observed of a real
/// store.
package struct ExactDayPlay {
  let pack: RulePack
  let parameters: ParameterValues
  let start: CalendarDay
  /// The first morning that values of earlier mornings look back at.
  let firstMorning: Int
  private(set) var standing: ExactStanding
  /// What lies before a log's first day.
  var lifetimeBase: [DayCounter: Int] = [:]
  private var states: [Int] = []
  private var conditions: [Bool]

  /// Events that are already true on the morning of day 1.
  package private(set) var eventsAtStart: [Bool]

  /// The morning played last.
  private(set) var lastMorning: ExactMorning?

  /// Prepares the first morning.
  ///
  /// - Parameters:
  ///   - pack: the pack.
  ///   - parameters: its parameters in force.
  ///   - told: where the store stands on the first morning.
  ///   - start: the date of day 1.
  ///   - day: index of the first morning.
  ///   - before: a play of another version of the pack up to that morning; where names are
  ///     equal, its standing counts in place of the one told.
  ///   - makeFacts: makes the facts from the first morning to look back at.
  init(
    pack: RulePack,
    parameters: ParameterValues,
    standing told: StoreStanding,
    start: CalendarDay,
    day: Int = 1,
    carriedFrom before: ExactDayPlay? = nil,
    facts makeFacts: (Int) -> any ExactFacts
  ) {
    self.pack = pack
    self.parameters = parameters
    self.start = start
    firstMorning = day - pack.graph.historyDepth(with: parameters)
    let facts = makeFacts(firstMorning)
    let fixed = ExactEvaluator(
      pack: pack,
      parameters: parameters,
      facts: NoFacts(),
      standing: ExactStanding(ladders: [], gates: []),
      morning: day
    )
    let position = StartingPosition(
      graph: pack.graph,
      parameters: parameters,
      firstWaits: pack.graph.ladders.map { Int(fixed.number($0.firstWait)?.floor ?? 0) },
      standing: told,
      start: start
    )
    standing = ExactStanding(
      ladders: position.ladders.map {
        ExactStanding.Place(state: $0.state, since: $0.since, result: $0.state)
      },
      gates: position.gates.map {
        ExactStanding.Membership(isInside: $0.isInside ?? true, removals: $0.removals)
      }
    )
    conditions = []
    eventsAtStart = []
    for (index, gate) in pack.graph.gates.enumerated() where position.gates[index].isInside == nil {
      standing.gates[index].isInside = look(at: day, facts).before.holds(gate.startsInside)
    }
    if let before { standing.carry(before.standing, of: before.pack.graph, into: pack.graph) }
    let first = look(at: day, facts)
    states = stateIndices(first.after)
    conditions = pack.graph.events.map { first.after.holds($0.trigger.condition) }
    if let before { carryMemory(of: before) }
    eventsAtStart = zip(pack.graph.events, conditions).map { event, holds in
      isTrueAtStart(event.trigger, holds: holds)
    }
  }

  /// What events compare with, by equal names.
  private mutating func carryMemory(of before: ExactDayPlay) {
    for (index, name) in pack.graph.standingNames.enumerated() {
      guard let old = before.pack.graph.standingNames.firstIndex(of: name) else { continue }
      let state = before.pack.graph.stateNames(of: name)[before.states[old]]
      states[index] = pack.graph.stateNames(of: name).firstIndex(of: state) ?? states[index]
    }
    for (index, event) in pack.graph.events.enumerated() {
      if let old = before.pack.graph.events.firstIndex(where: { $0.name == event.name }) {
        conditions[index] = before.conditions[old]
      }
    }
  }

  /// Plays one morning; days must follow each other from the first.
  mutating func play(
    day: Int,
    facts: any ExactFacts,
    chance: (Int) -> Double
  ) -> RuleOutcome {
    let morning = ExactMorning(
      pack: pack,
      parameters: parameters,
      facts: facts,
      standing: standing,
      morning: day,
      chance: chance
    )
    lastMorning = morning
    let graph = pack.graph
    var outcome = RuleOutcome(
      measures: graph.measures.count,
      ladders: graph.standingCount,
      events: graph.events.count,
      moneyItems: graph.money.count
    )
    standing = morning.after.standing
    outcome.measures = graph.measures.map { measure in
      morning.before.number(measure.value)?.ticks(unitsPerOne: measure.unitsPerOne)
        ?? Measure.absent
    }
    let now = stateIndices(morning.after)
    let holding = graph.events.map { morning.after.holds($0.trigger.condition) }
    outcome.events = graph.events.indices.map { index in
      happens(graph.events[index].trigger, from: states, to: now) {
        (conditions[index], holding[index])
      }
    }
    for (index, rule) in graph.ladders.enumerated() {
      outcome.blocked[index] = standing.ladders[index].blocked.map { names in
        mask(of: rule.up) { names.contains($0.name) }
      }
    }
    for (index, tier) in graph.tiers.enumerated() {
      let subject = graph.ladders.count + graph.gates.count + index
      guard let group = tier.heldBackBy, now[subject] > 0, morning.after.holds(tier.judged) else {
        continue
      }
      outcome.blocked[subject] = mask(of: group) { condition in
        !morning.after.holds(condition.holds)
      }
    }
    outcome.moneyInFen = graph.money.map { money in
      guard let due = money.due, let amount = money.amount, morning.after.holds(due) else {
        return 0
      }
      return Int(morning.after.number(amount)?.ticks(unitsPerOne: 100) ?? 0)
    }
    outcome.effects = effects(graph.effects, on: morning.after)
    outcome.states = now
    states = now
    conditions = holding
    return outcome
  }

  /// The conditions of a group that are told, as bits.
  private func mask(
    of group: String,
    where isTold: (ConditionGroup.Condition) -> Bool
  ) -> UInt64 {
    pack.graph.group(group).conditions.enumerated().reduce(0) { mask, condition in
      isTold(condition.element) ? mask | 1 << UInt64(condition.offset) : mask
    }
  }

  private func effects(_ rules: EffectRules, on after: ExactEvaluator) -> RuleEffects {
    RuleEffects(
      orderCap: rules.orderCap.flatMap { after.number($0) }.map { Int(clamping: $0.floor) },
      gmvCapInFen: rules.gmvCap.flatMap { after.number($0) }
        .flatMap { $0.multiplied(by: Rational(100)) }.map { Int(clamping: $0.floor) },
      demandShare: rules.demandShare.flatMap { after.number($0) }?.approximation ?? 1,
      salesStopped: rules.stopSales.map { after.holds($0) } ?? false
    )
  }

  private func look(at day: Int, _ facts: any ExactFacts) -> ExactMorning {
    ExactMorning(
      pack: pack,
      parameters: parameters,
      facts: facts,
      standing: standing,
      morning: day,
      isFrozen: true,
      chance: { _ in 0 }
    )
  }

  private func stateIndices(_ evaluator: ExactEvaluator) -> [Int] {
    evaluator.standing.ladders.map(\.state)
      + pack.graph.gates.indices.map { evaluator.gateState($0, in: evaluator.standing) }
      + pack.graph.tiers.map { evaluator.band(of: $0) }
  }

  private func isTrueAtStart(_ trigger: EventRule.Trigger, holds: Bool) -> Bool {
    switch trigger {
    case .reached(let ladder, let state):
      let index = pack.graph.standingIndex(of: ladder)
      let wanted = pack.graph.stateIndex(of: state, in: ladder)
      let top = pack.graph.ladders[index].top
      return states[index] >= wanted && states[index] <= top
    case .entered(let subject, let state):
      return states[pack.graph.standingIndex(of: subject)]
        == pack.graph.stateIndex(of: state, in: subject)
    case .removed(let gate):
      let index = pack.graph.standingIndex(of: gate) - pack.graph.ladders.count
      return !standing.gates[index].isInside && standing.gates[index].removals > 0
    case .becomes(_, let countsAtStart): return countsAtStart && holds
    case .rose, .fell, .holds: return false
    }
  }

  private func happens(
    _ trigger: EventRule.Trigger,
    from before: [Int],
    to now: [Int],
    condition: () -> (before: Bool, now: Bool)
  ) -> Bool {
    let graph = pack.graph
    switch trigger {
    case .rose(let ladder): return standing.ladders[graph.standingIndex(of: ladder)].rose
    case .fell(let ladder): return standing.ladders[graph.standingIndex(of: ladder)].fell
    case .reached(let ladder, let state):
      let index = graph.standingIndex(of: ladder)
      let wanted = graph.stateIndex(of: state, in: ladder)
      return standing.ladders[index].rose && before[index] < wanted
        && standing.ladders[index].result >= wanted
    case .entered(let subject, let state):
      let index = graph.standingIndex(of: subject)
      let wanted = graph.stateIndex(of: state, in: subject)
      return now[index] == wanted && before[index] != wanted
    case .removed(let gate):
      return standing.gates[graph.standingIndex(of: gate) - graph.ladders.count].wasRemovedToday
    case .becomes: return condition().now && !condition().before
    case .holds: return condition().now
    }
  }
}

extension EventRule.Trigger {
  /// The condition of a trigger that has one; else a formula that never holds.
  var condition: Formula {
    switch self {
    case .becomes(let condition, _), .holds(let condition): condition
    default: .logic(.any, [])
    }
  }
}
