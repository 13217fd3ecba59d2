import StoreModel

extension RuleProgram {
  /// Sums every window afresh for a morning.
  func sumWindows(
    _ state: inout RuleState,
    morning: Int,
    log: borrowing TallyLog,
    lifetimeBase: [DayCounter: Int]
  ) {
    state.morning = morning
    for (index, plan) in code.sums.enumerated() {
      state.sums[index] = sum(plan, on: morning, state, log: log)
      guard plan.window == .lifetime else { continue }
      for term in code.terms[plan.terms] {
        state.sums[index] += (lifetimeBase[term.counter] ?? 0) * term.coefficient
      }
    }
  }

  /// Moves every window forward to the next morning.
  func advance(_ state: inout RuleState, to morning: Int, log: borrowing TallyLog) {
    state.morning = morning
    for index in code.sums.indices {
      switch code.sums[index].window {
      case .trailing(let nearest, let farthest):
        var change = 0
        for position in code.sums[index].terms {
          let term = code.terms[position]
          let moved = log.change(
            of: term.counter,
            entering: morning - nearest,
            leaving: morning - farthest - 1
          )
          change += moved * term.coefficient
        }
        state.sums[index] += change
      case .lifetime: addYesterday(to: index, &state, log: log)
      case .sinceChange:
        guard morning > state.places[code.sums[index].ladder].since else { continue }
        addYesterday(to: index, &state, log: log)
      case .week:
        guard (state.start + (morning - 1)).weekday == 0 else { continue }
        state.sums[index] = sum(code.sums[index], on: morning, state, log: log)
      case .monthToDate:
        if (state.start + (morning - 2)).civil.day == 1 { state.sums[index] = 0 }
        addYesterday(to: index, &state, log: log)
      case .month, .sixMonths:
        guard (state.start + (morning - 1)).civil.day == 1 else { continue }
        state.sums[index] = sum(code.sums[index], on: morning, state, log: log)
      }
    }
  }

  private func addYesterday(
    to index: Int,
    _ state: inout RuleState,
    log: borrowing TallyLog
  ) {
    for position in code.sums[index].terms {
      let term = code.terms[position]
      state.sums[index] += log[state.morning - 1, term.counter] * term.coefficient
    }
  }

  /// Notes, before day 1, whether a day since the last change meets an at-once rise's condition.
  func lookBackAtDays(_ state: inout RuleState, log: borrowing TallyLog) {
    for (index, plan) in code.ladders.enumerated()
    where plan.anyDay != nil && state.places[index].state < plan.top {
      let first = max(state.places[index].since, log.firstDay) + 1
      guard first <= 0 else { continue }
      let sums = state.sums
      for morning in first...0 where !state.places[index].hadDay {
        state.morning = morning
        for (position, sum) in code.sums.enumerated() where sum.window.lookBackInDays == 1 {
          state.sums[position] = self.sum(sum, on: morning, state, log: log)
        }
        noteDay(index, &state)
      }
      state.sums = sums
      state.morning = 1
    }
  }

  private func sum(
    _ plan: SumPlan,
    on morning: Int,
    _ state: borrowing RuleState,
    log: borrowing TallyLog
  ) -> Int {
    var since = log.firstDay
    if case .sinceChange = plan.window { since = state.places[plan.ladder].since }
    let days = plan.window.days(
      before: morning,
      date: state.start + (morning - 1),
      since: since,
      earliest: log.firstDay
    )
    guard let days else { return 0 }
    var total = 0
    for term in code.terms[plan.terms] {
      total += log.sum(of: term.counter, over: days) * term.coefficient
    }
    return total
  }
}
