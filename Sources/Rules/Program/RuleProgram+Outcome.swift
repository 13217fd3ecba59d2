extension RuleProgram {
  /// Puts every ladder and gate where the store stood at the start.
  func resetStanding(_ state: inout RuleState) {
    for (index, told) in state.position.ladders.enumerated() {
      state.places[index] = RuleState.Place(
        state: told.state,
        since: told.since,
        result: told.state
      )
      let plan = code.ladders[index]
      state.firstEvaluationDay[index] =
        told.state <= plan.top ? told.since + plan.firstWait : nil
      state.outcome.blocked[index] = nil
    }
    for (index, told) in state.position.gates.enumerated() {
      state.memberships[index] = RuleState.Membership(
        isInside: told.isInside ?? true,
        removals: told.removals
      )
      state.firstEvaluationDay[code.ladders.count + index] = 1
    }
    for index in code.tiers.indices {
      state.firstEvaluationDay[code.ladders.count + code.gates.count + index] = 1
    }
  }

  /// Notes what holds each judged tier back from its first state.
  func noteTiers(_ state: inout RuleState) {
    for (index, plan) in code.tiers.enumerated() {
      let subject = code.ladders.count + code.gates.count + index
      state.outcome.blocked[subject] = nil
      guard let judged = plan.judged, state.truths[judged], state.tiers[index] > 0 else { continue }
      state.outcome.blocked[subject] = failing(plan.conditions, state)
    }
  }

  /// The truths that do not hold, as bits.
  func failing(_ slots: [Int], _ state: borrowing RuleState) -> UInt64 {
    var failing: UInt64 = 0
    for (bit, slot) in slots.enumerated() where !state.truths[slot] { failing |= 1 << UInt64(bit) }
    return failing
  }

  /// Copies the states of ladders and gates into the outcome.
  func setStates(_ state: inout RuleState) {
    for subject in state.outcome.states.indices {
      state.outcome.states[subject] = stateIndex(of: subject, state)
    }
  }

  /// Notes what is already so on the morning of day 1.
  func noteStart(_ state: inout RuleState) {
    for (index, trigger) in code.triggers.enumerated() {
      switch trigger {
      case .reached(let ladder, let wanted):
        let now = state.outcome.states[ladder]
        state.eventsAtStart[index] = now >= wanted && now <= code.ladders[ladder].top
      case .entered(let subject, let wanted):
        state.eventsAtStart[index] = state.outcome.states[subject] == wanted
      case .removed(let gate):
        let membership = state.memberships[gate]
        state.eventsAtStart[index] = !membership.isInside && membership.removals > 0
      case .becomes(let condition, let countsAtStart):
        state.conditions[index] = state.truths[condition]
        state.eventsAtStart[index] = countsAtStart && state.truths[condition]
      case .holds, .rose, .fell: state.eventsAtStart[index] = false
      }
      state.outcome.events[index] = false
    }
  }

  /// Notes which events happen this morning; the outcome still holds the states of the day before.
  func noteEvents(_ state: inout RuleState) {
    for (index, trigger) in code.triggers.enumerated() {
      let happens: Bool
      switch trigger {
      case .rose(let ladder): happens = state.places[ladder].rose
      case .fell(let ladder): happens = state.places[ladder].fell
      case .reached(let ladder, let wanted):
        happens =
          state.places[ladder].rose && state.outcome.states[ladder] < wanted
          && state.places[ladder].result >= wanted
      case .entered(let subject, let wanted):
        happens =
          stateIndex(of: subject, state) == wanted && state.outcome.states[subject] != wanted
      case .removed(let gate): happens = state.memberships[gate].wasRemovedToday
      case .becomes(let condition, _):
        happens = state.truths[condition] && !state.conditions[index]
        state.conditions[index] = state.truths[condition]
      case .holds(let condition): happens = state.truths[condition]
      }
      state.outcome.events[index] = happens
    }
  }

  /// Notes the money that falls due and the effects from this morning on.
  func noteCharges(_ state: inout RuleState) {
    for (index, charge) in code.charges.enumerated() {
      guard let charge, state.truths[charge.due] else {
        state.outcome.moneyInFen[index] = 0
        continue
      }
      state.outcome.moneyInFen[index] = Int(
        state.numbers[charge.amount]?.ticks(unitsPerOne: 100) ?? 0
      )
    }
    noteEffects(&state)
  }

  /// Notes the effects from this morning on.
  func noteEffects(_ state: inout RuleState) {
    state.outcome.effects = RuleEffects(
      orderCap: code.effects.orderCap.flatMap { state.numbers[$0] }
        .map { Int(clamping: $0.floor) },
      gmvCapInFen: code.effects.gmvCap.flatMap { state.numbers[$0] }
        .flatMap { $0.multiplied(by: Rational(100)) }.map { Int(clamping: $0.floor) },
      demandShare: code.effects.demandShare.flatMap { state.numbers[$0] }?.approximation ?? 1,
      salesStopped: code.effects.stopSales.map { state.truths[$0] } ?? false
    )
  }
}
