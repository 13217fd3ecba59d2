/// What a program reports, with labels filled from the parameters in force.
struct ProgramDescriptions {
  let graph: RuleGraph
  let parameters: ParameterValues

  var measures: [Measure] {
    graph.measures.map {
      Measure(
        name: $0.name,
        unit: $0.unit,
        unitsPerOne: $0.unitsPerOne,
        threshold: $0.threshold.flatMap { parameters.number($0) }?.approximation,
        badSide: $0.badSide,
        label: parameters.filled($0.label)
      )
    }
  }

  var events: [EventDescription] {
    graph.events.map { event in
      EventDescription(
        name: event.name,
        threshold: event.threshold.flatMap { parameters.texts[$0] } ?? "",
        label: parameters.filled(event.label),
        section: event.section,
        isHeadline: event.isHeadline,
        isGood: event.isGood,
        reaches: reached(event.trigger)
      )
    }
  }

  var ladders: [LadderDescription] {
    graph.ladders.map { ladder in
      let conditions = graph.group(ladder.up).conditions
      return LadderDescription(
        name: ladder.name,
        states: ladder.states.map(\.name),
        stateLabels: ladder.states.map(\.label),
        conditions: conditions.map(\.name),
        conditionLabels: conditions.map { parameters.filled($0.label) },
        label: ladder.label
      )
    }
      + graph.gates.map { gate in
        LadderDescription(
          name: gate.name,
          states: gate.states.map(\.name),
          stateLabels: gate.states.map(\.label),
          conditions: [],
          conditionLabels: [],
          label: gate.label
        )
      }
      + graph.tiers.map { tier in
        let conditions = tier.heldBackBy.map { graph.group($0).conditions } ?? []
        return LadderDescription(
          name: tier.name,
          states: tier.bands.map(\.state.name),
          stateLabels: tier.bands.map { parameters.filled($0.state.label) },
          conditions: conditions.map(\.name),
          conditionLabels: conditions.map { parameters.filled($0.label) },
          label: tier.label,
          isTier: true
        )
      }
  }

  private func reached(_ trigger: EventRule.Trigger) -> ReachedState? {
    switch trigger {
    case .reached(let subject, let state), .entered(let subject, let state):
      ReachedState(
        ladder: graph.standingIndex(of: subject),
        state: graph.stateIndex(of: state, in: subject)
      )
    default: nil
    }
  }
}
