import StoreModel

/// Reads a pack's last morning off into a score.
struct ScoreSheet {
  let segment: ScorePlay.Segment
  let morning: ExactMorning
  let observed: ObservedDays
  let start: CalendarDay
  let asOf: CalendarDay

  private var pack: RulePack { segment.pack }
  private var graph: RuleGraph { segment.pack.graph }

  func score(isTraced: Bool) -> PackScore {
    let reach = GraphReach(
      graph,
      parameters: pack.parameters.map(\.name),
      from: graph.scoredFormulas
    )
    let whole = GraphReach(
      graph,
      parameters: pack.parameters.map(\.name),
      from: graph.allFormulas
    )
    let inputs = graph.inputs.filter { whole.inputs.contains($0.name) }
    return PackScore(
      pack: pack,
      versions: [],
      asOf: asOf,
      indicators: IndicatorFinder(on: morning.before, observed: observed).indicators(),
      measures: measures,
      states: states,
      events: [],
      charges: [],
      rooms: RoomFinder(on: morning.after).answers().map(\.room),
      displayed: [],
      missing: missing(in: inputs),
      overrides: pack.changed(by: segment.overrides),
      assumptions: pack.parameters.filter {
        $0.origin == .assumption && segment.overrides[$0.name] == nil
          && reach.parameters.contains($0.name)
      },
      requirements: pack.openRequirements(overrides: segment.overrides),
      gatesByChance: [],
      eventsByChance: [:],
      eventsAtStart: [],
      eventLabels: [:],
      gaps: [],
      readsBeforeHistory: graph.inputs.contains {
        reach.inputs.contains($0.name) && $0.window.resolved(with: segment.parameters) == .lifetime
      },
      hasLifetimeBase: false,
      mornings: [],
      trace: isTraced ? TraceBuilder(segment: segment, on: morning.before).steps() : []
    )
  }

  private var measures: [ScoredMeasure] {
    let described = ProgramDescriptions(graph: graph, parameters: segment.parameters).measures
    return zip(described, graph.measures).map { measure, rule in
      ScoredMeasure(measure: measure, value: isUnfounded(rule.value) ? nil : value(rule.value))
    }
  }

  private func value(_ formula: Formula) -> Rational? { morning.before.number(formula) }

  /// Whether a number rests on columns alone and the history has none of them: a score before the
  /// first rating is no score of a store whose ratings are not known.
  private func isUnfounded(_ formula: Formula) -> Bool {
    let reach = GraphReach(graph, parameters: [], from: [formula])
    let counters = graph.inputs.filter { reach.inputs.contains($0.name) }
      .flatMap { $0.terms.map(\.counter) }
    return !counters.isEmpty && !counters.contains(where: observed.counters.contains)
  }

  private var states: [PackScore.State] {
    let after = morning.after
    let standing = after.standing
    let ladders = graph.ladders.enumerated().map { index, ladder in
      let place = standing.ladders[index]
      return state(.ladder, ladder.name, ladder.label, ladder.states[place.state], place.since)
    }
    let gates = graph.gates.enumerated().map { index, gate in
      let state = gate.states[after.gateState(index, in: standing)]
      return self.state(.gate, gate.name, gate.label, state)
    }
    let tiers = graph.tiers.map { tier in
      // A number without a value because nothing is due is in the first band; one that is not known
      // is in none.
      let isKnown =
        after.number(tier.value) != nil
        || !after.restsOnGap(tier.value, on: after.morning, standing: standing)
      return isKnown
        ? state(.tier, tier.name, tier.label, tier.bands[after.band(of: tier)].state)
        : PackScore.State(
          kind: .tier,
          name: tier.name,
          label: segment.parameters.filled(tier.label)
        )
    }
    return ladders + gates + tiers
  }

  private func state(
    _ kind: PackScore.State.Kind,
    _ name: String,
    _ label: Label,
    _ state: LadderRule.State,
    _ since: Int? = nil
  ) -> PackScore.State {
    PackScore.State(
      kind: kind,
      name: name,
      label: segment.parameters.filled(label),
      state: state.name,
      stateLabel: segment.parameters.filled(state.label),
      since: since.map { start + ($0 - 1) }
    )
  }

  private func missing(in inputs: [RuleInput]) -> [DayCounter] {
    let needed = Set(inputs.flatMap { $0.terms.map(\.counter) })
    return DayCounter.allCases.filter { needed.contains($0) && !observed.counters.contains($0) }
  }
}

/// Puts figures of the console beside what is computed.
struct DisplayedFigures {
  let graph: RuleGraph
  let measures: [ScoredMeasure]
  let mornings: [PackScore.Morning]
  let standing: (told: StoreStanding, date: CalendarDay)?
  let console: [String: (value: Double, date: CalendarDay)]

  /// The figures whose measure is known, the scores before their items.
  func figures() -> [PackScore.Displayed] {
    var found: [PackScore.Displayed] = []
    for (name, figure) in console.sorted(by: { $0.key < $1.key }) {
      add(name, figure.value, figure.date, asOf: true, to: &found)
    }
    if let standing {
      for (score, shown) in standing.told.displayed.sorted(by: { $0.key < $1.key }) {
        for (item, value) in shown.items.sorted(by: { $0.key < $1.key }) {
          let name = item == score ? score : "\(score)_\(item)"
          guard !found.contains(where: { $0.name == name }) else { continue }
          add(name, value, standing.date, asOf: false, to: &found)
        }
      }
    }
    let order = measures.map(\.measure.name)
    return found.sorted {
      (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0)
    }
  }

  private func add(
    _ name: String,
    _ value: Double,
    _ date: CalendarDay,
    asOf: Bool,
    to found: inout [PackScore.Displayed]
  ) {
    guard let scored = measures.first(where: { $0.measure.name == name }) else { return }
    let millionths = Int128((value * 1_000_000).rounded())
    guard let shown = Rational(millionths, over: 1_000_000)?.reduced else { return }
    found.append(
      PackScore.Displayed(
        name: name,
        label: scored.measure.label,
        computed: asOf ? scored.value : computed(name, on: date) ?? scored.value,
        displayed: shown,
        date: date
      )
    )
  }

  /// The measure on the morning of a date of the play.
  private func computed(_ name: String, on date: CalendarDay) -> Rational? {
    guard let morning = mornings.first(where: { $0.date == date }),
      let index = morning.measures.firstIndex(where: { $0.name == name }),
      morning.outcome.measures[index] != Measure.absent
    else { return nil }
    let unit = Int128(morning.measures[index].unitsPerOne)
    return Rational(Int128(morning.outcome.measures[index]), over: unit)
  }
}
