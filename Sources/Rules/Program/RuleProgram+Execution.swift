import StoreModel

extension RuleProgram {
  /// Runs a segment.
  func run(_ instructions: [Instruction], _ state: inout RuleState) {
    for instruction in instructions { run(instruction, &state) }
  }

  @inline(__always)
  private func run(_ instruction: Instruction, _ state: inout RuleState) {
    switch instruction {
    case .sum(let index, let unitsPerOne, let target):
      state.numbers[target] = Rational(
        unchecked: Int128(state.sums[index]),
        Int128(unitsPerOne)
      )
    case .calculation(let calculation, let operands, let target):
      state.numbers[target] = calculate(calculation, operands, state)
    case .shortfall(let mode, let rate, let target, let result):
      if let value = state.numbers[rate], let wanted = state.numbers[target] {
        state.numbers[result] = mode.points(of: value, below: wanted)
      } else {
        state.numbers[result] = nil
      }
    case .place(let tier, let number, let floors):
      state.tiers[tier] = band(of: state.numbers[number], floors, state)
    case .relation(let relation, let first, let second, let absentPasses, let target):
      if let left = state.numbers[first], let right = state.numbers[second] {
        state.truths[target] = relation.holds(left, right)
      } else {
        state.truths[target] = absentPasses
      }
    case .logic(let logic, let operands, let target):
      state.truths[target] = join(logic, operands, state)
    case .isPresent(let slot, let target): state.truths[target] = state.numbers[slot] != nil
    case .chooseNumber(let condition, let yes, let no, let target):
      state.numbers[target] = state.numbers[state.truths[condition] ? yes : no]
    case .chooseTruth(let condition, let yes, let no, let target):
      state.truths[target] = state.truths[state.truths[condition] ? yes : no]
    case .table(let subject, let operands, let target):
      let slot = code.operands[operands.lowerBound + stateIndex(of: subject, state)]
      state.numbers[target] = slot < 0 ? nil : state.numbers[slot]
    case .isState(let subject, let wanted, let target):
      state.truths[target] = stateIndex(of: subject, state) == wanted
    case .ladderFlag(let question, let ladder, let target):
      state.truths[target] = answer(question, ladder: ladder, state)
    case .gateFlag(let question, let gate, let target):
      state.truths[target] =
        question == .removed
        ? state.memberships[gate].wasRemovedToday : isPermanent(gate, state)
    case .removals(let gate, let target):
      state.numbers[target] = Rational(state.memberships[gate].removals)
    case .begins(let period, let target):
      state.truths[target] = period.begins(on: state.start + (state.morning - 1))
    case .isFrom(let day, let target):
      state.truths[target] = state.start + (state.morning - 1) >= day
    case .previous(let index, let target): state.numbers[target] = state.remembered[index]
    case .inARow(let index, let count, let target):
      let plan = code.runs[index]
      let sofar = state.runs[index]
      state.truths[target] =
        count <= 0
        || (isSkipped(plan, state)
          ? sofar >= count : state.truths[plan.condition] && sofar >= count - 1)
    }
  }

  /// Whether this morning is passed over in a count of unbroken mornings.
  func isSkipped(_ plan: RunPlan, _ state: borrowing RuleState) -> Bool {
    plan.skip.map { state.truths[$0] } ?? false
  }

  private func calculate(
    _ calculation: Calculation,
    _ operands: Range<Int>,
    _ state: borrowing RuleState
  ) -> Rational? {
    switch calculation {
    case .ceil, .round, .clamp, .linear, .weighted:
      // The rarer ones have one form for both readers.
      return calculation.result(operands.map { state.numbers[code.operands[$0]] })
    default: break
    }
    var result: Rational?
    var present = 0
    for position in operands {
      guard let value = state.numbers[code.operands[position]] else {
        switch calculation {
        case .first, .min, .max, .mean: continue
        default: return nil
        }
      }
      present += 1
      guard present > 1 else {
        result = value
        continue
      }
      guard let before = result else { return nil }
      switch calculation {
      case .first: break
      case .min: result = Swift.min(before, value)
      case .max: result = Swift.max(before, value)
      case .mean, .sum: result = before.adding(value)
      case .minus: result = before.subtracting(value)
      case .ratio: result = before.divided(by: value)
      case .times: result = before.multiplied(by: value)
      default: break
      }
    }
    guard let result else { return nil }
    switch calculation {
    case .mean: return result.divided(by: Rational(present))
    case .floor: return Rational(unchecked: result.floor, 1)
    default: return result
    }
  }

  private func join(
    _ logic: Logic,
    _ operands: Range<Int>,
    _ state: borrowing RuleState
  ) -> Bool {
    for position in operands where state.truths[code.operands[position]] != (logic == .all) {
      return logic == .any
    }
    return logic != .any
  }

  private func band(
    of number: Rational?,
    _ floors: Range<Int>,
    _ state: borrowing RuleState
  ) -> Int {
    guard let number else { return 0 }
    var band = 0
    for position in floors {
      if let floor = state.numbers[code.operands[position]], number >= floor { return band }
      band += 1
    }
    return band
  }

  /// Index of the state of a ladder, gate or tier.
  func stateIndex(of subject: Int, _ state: borrowing RuleState) -> Int {
    guard subject >= code.ladders.count else { return state.places[subject].state }
    let gate = subject - code.ladders.count
    guard gate < code.gates.count else { return state.tiers[gate - code.gates.count] }
    guard !state.memberships[gate].isInside else { return 0 }
    return isPermanent(gate, state) ? code.gates[gate].stateCount - 1 : 1
  }

  /// Whether a gate's removals are enough to stay out for good.
  func isPermanent(_ gate: Int, _ state: borrowing RuleState) -> Bool {
    code.gates[gate].permanentAfter.map { state.memberships[gate].removals >= $0 } ?? false
  }

  private func answer(
    _ question: StandingQuestion,
    ladder: Int,
    _ state: borrowing RuleState
  ) -> Bool {
    switch question {
    case .due: isDue(ladder, state)
    case .rose: state.places[ladder].rose
    case .fell: state.places[ladder].fell
    default: state.places[ladder].roseAtOnce
    }
  }

  /// Whether a ladder may be evaluated this morning.
  func isDue(_ ladder: Int, _ state: borrowing RuleState) -> Bool {
    let plan = code.ladders[ladder]
    let place = state.places[ladder]
    guard place.state <= plan.top else { return false }
    let isEnd = place.state == 0 || place.state == plan.top
    let waited = state.morning - place.since - (place.wasReached ? plan.wait : plan.firstWait)
    return waited >= 0 && waited % (isEnd ? plan.recheckAtEnds : plan.recheck) == 0
  }
}
