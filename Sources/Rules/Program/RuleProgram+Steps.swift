extension RuleProgram {
  /// One ladder's morning.
  func stepLadder(_ index: Int, _ state: inout RuleState) {
    let top = code.ladders[index].top
    state.places[index].rose = false
    state.places[index].fell = false
    state.places[index].roseAtOnce = false
    state.outcome.blocked[index] = nil
    state.places[index].isDue = isDue(index, state)
    state.places[index].result = state.places[index].state
    guard state.places[index].state <= top else { return }
    var change = 0
    if state.places[index].state < top, risesAtOnce(index, &state) {
      change = 1
      state.places[index].roseAtOnce = true
    } else if state.places[index].isDue {
      run(code.ladders[index].evaluation, &state)
      let failing = failing(code.ladders[index].up, state)
      if failing == 0 {
        change = 1
      } else {
        for slot in code.ladders[index].down where state.truths[slot] { change = -1 }
        if state.places[index].state < top { state.outcome.blocked[index] = failing }
      }
    }
    move(index, by: change, &state)
  }

  private func move(_ index: Int, by change: Int, _ state: inout RuleState) {
    let before = state.places[index].state
    let result = min(max(before + change, 0), code.ladders[index].top)
    state.places[index].result = result
    if result != before {
      state.places[index].rose = result > before
      state.places[index].fell = result < before
      enter(result, index, &state)
    }
    if result == code.ladders[index].endFrom,
      state.morning - state.places[index].since + 1 >= code.ladders[index].endDay
    {
      enter(code.ladders[index].endState, index, &state)
    }
  }

  private func enter(_ newState: Int, _ index: Int, _ state: inout RuleState) {
    state.places[index].state = newState
    state.places[index].since = state.morning
    state.places[index].wasReached = true
    state.places[index].hadDay = false
  }

  private func risesAtOnce(_ index: Int, _ state: inout RuleState) -> Bool {
    noteDay(index, &state)
    guard let condition = code.ladders[index].atOnce, state.places[index].hadDay else {
      return false
    }
    run(code.ladders[index].atOnceCode, &state)
    return state.truths[condition]
  }

  /// Notes whether the day before this morning meets the day condition of the at-once rise.
  func noteDay(_ index: Int, _ state: inout RuleState) {
    guard let anyDay = code.ladders[index].anyDay, !state.places[index].hadDay,
      state.morning > state.places[index].since
    else { return }
    run(code.ladders[index].dayCode, &state)
    if state.truths[anyDay] { state.places[index].hadDay = true }
  }

  /// One gate's morning.
  func stepGate(_ index: Int, _ state: inout RuleState, chance: (Int) -> Double) {
    run(code.gates[index].code, &state)
    let isBelow = state.truths[code.gates[index].removal]
    state.memberships[index].wasRemovedToday = false
    if !isBelow { state.memberships[index].isSpellDecided = false }
    if state.memberships[index].isInside {
      guard isBelow, !state.memberships[index].isSpellDecided else { return }
      state.memberships[index].isSpellDecided = true
      guard chance(2 * index) < code.gates[index].removalProbability else { return }
      state.memberships[index].isInside = false
      state.memberships[index].removals += 1
      state.memberships[index].wasRemovedToday = true
      state.memberships[index].isRefused = false
      state.memberships[index].allowedSince = .max
    }
    guard let readmission = code.gates[index].readmission,
      state.truths[readmission], !state.memberships[index].isRefused, !isPermanent(index, state)
    else {
      state.memberships[index].allowedSince = .max
      return
    }
    let first = min(state.memberships[index].allowedSince, state.morning)
    state.memberships[index].allowedSince = first
    guard state.morning - first >= code.gates[index].afterDays,
      !state.memberships[index].wasRemovedToday
    else { return }
    if chance(2 * index + 1) < code.gates[index].readmissionProbability {
      state.memberships[index].isInside = true
      state.memberships[index].allowedSince = .max
      state.memberships[index].isSpellDecided = isBelow
    } else {
      state.memberships[index].isRefused = true
    }
  }
}
