import StoreModel

extension RuleProgram {
  /// Runs a segment.
  func run(_ instructions: [Instruction], _ state: inout RuleState) {
    guard !instructions.isEmpty else { return }
    // The slots are out of the state meanwhile, so that whether they are shared is asked once and not
    // for every value.
    var (numbers, truths) = ([Rational?](), [Bool]())
    swap(&numbers, &state.numbers)
    swap(&truths, &state.truths)
    var numberSlots = numbers.mutableSpan
    var truthSlots = truths.mutableSpan
    for instruction in instructions { run(instruction, &numberSlots, &truthSlots, &state) }
    swap(&numbers, &state.numbers)
    swap(&truths, &state.truths)
  }

  @inline(__always)
  private func run(
    _ instruction: Instruction,
    _ numbers: inout MutableSpan<Rational?>,
    _ truths: inout MutableSpan<Bool>,
    _ state: inout RuleState
  ) {
    switch instruction {
    case .sum(let index, let unitsPerOne, let target):
      numbers[target] = Rational(
        unchecked: Int128(state.sums[index]),
        Int128(unitsPerOne)
      )
    case .calculation(let calculation, let operands, let target):
      numbers[target] = calculate(calculation, operands, numbers)
    case .shortfall(let mode, let rate, let target, let result):
      if let value = numbers[rate], let wanted = numbers[target] {
        numbers[result] = mode.points(of: value, below: wanted)
      } else {
        numbers[result] = nil
      }
    case .place(let tier, let number, let floors):
      setTier(tier, to: band(of: numbers[number], floors, numbers), &state)
    case .relation(let relation, let first, let second, let absentPasses, let target):
      if let left = numbers[first], let right = numbers[second] {
        truths[target] = relation.holds(left, right)
      } else {
        truths[target] = absentPasses
      }
    case .logic(let logic, let operands, let target):
      truths[target] = join(logic, operands, truths)
    case .isPresent(let slot, let target): truths[target] = numbers[slot] != nil
    case .chooseNumber(let condition, let yes, let no, let target):
      numbers[target] = numbers[truths[condition] ? yes : no]
    case .chooseTruth(let condition, let yes, let no, let target):
      truths[target] = truths[truths[condition] ? yes : no]
    case .table(let subject, let operands, let target):
      let slot = code.operands[operands.lowerBound + stateIndex(of: subject, state)]
      numbers[target] = slot < 0 ? nil : numbers[slot]
    case .isState(let subject, let wanted, let target):
      truths[target] = stateIndex(of: subject, state) == wanted
    case .ladderFlag(let question, let ladder, let target):
      truths[target] = answer(question, ladder: ladder, state)
    case .gateFlag(let question, let gate, let target):
      truths[target] =
        question == .removed
        ? state.memberships[gate].wasRemovedToday : isPermanent(gate, state)
    case .removals(let gate, let target):
      numbers[target] = Rational(state.memberships[gate].removals)
    case .begins(let period, let target):
      truths[target] = period.begins(on: state.start + (state.morning - 1))
    case .isFrom(let day, let target):
      truths[target] = state.start + (state.morning - 1) >= day
    case .previous(let index, let target): numbers[target] = state.remembered[index]
    case .inARow(let index, let count, let target):
      let plan = code.runs[index]
      let sofar = state.runs[index]
      truths[target] =
        count <= 0
        || (plan.skip.map { truths[$0] } ?? false
          ? sofar >= count : truths[plan.condition] && sofar >= count - 1)
    }
  }

  /// Whether this morning is passed over in a count of unbroken mornings.
  func isSkipped(_ plan: RunPlan, _ state: borrowing RuleState) -> Bool {
    plan.skip.map { state.truths[$0] } ?? false
  }

  private func calculate(
    _ calculation: Calculation,
    _ operands: Range<Int>,
    _ numbers: borrowing MutableSpan<Rational?>
  ) -> Rational? {
    switch calculation {
    case .sum: return fold(operands, numbers) { $0.adding($1) }
    case .minus: return fold(operands, numbers) { $0.subtracting($1) }
    case .ratio: return fold(operands, numbers) { $0.divided(by: $1) }
    case .times: return fold(operands, numbers) { $0.multiplied(by: $1) }
    case .floor:
      return fold(operands, numbers) { first, _ in first }.map { Rational(unchecked: $0.floor, 1) }
    case .first, .min, .max, .mean: return joinPresent(calculation, operands, numbers)
    default:
      // The rarer ones have one form for both readers.
      var values: [Rational?] = []
      values.reserveCapacity(operands.count)
      for position in operands { values.append(numbers[code.operands[position]]) }
      return calculation.result(values)
    }
  }

  /// Joins numbers from the first on; `nil` where one is absent.
  @inline(__always)
  private func fold(
    _ operands: Range<Int>,
    _ numbers: borrowing MutableSpan<Rational?>,
    _ join: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let first = operands.first, var result = numbers[code.operands[first]] else { return nil }
    for position in (first + 1)..<operands.upperBound {
      guard let value = numbers[code.operands[position]], let next = join(result, value) else {
        return nil
      }
      result = next
    }
    return result
  }

  /// The first, least, greatest or mean of the numbers that are there.
  private func joinPresent(
    _ calculation: Calculation,
    _ operands: Range<Int>,
    _ numbers: borrowing MutableSpan<Rational?>
  ) -> Rational? {
    var result: Rational?
    var present = 0
    for position in operands {
      guard let value = numbers[code.operands[position]] else { continue }
      if present == 0 {
        result = value
      } else if let before = result {
        switch calculation {
        case .min: result = Swift.min(before, value)
        case .max: result = Swift.max(before, value)
        case .mean: result = before.adding(value)
        default: break
        }
      }
      present += 1
    }
    return calculation == .mean ? result?.divided(by: Rational(present)) : result
  }

  private func join(
    _ logic: Logic,
    _ operands: Range<Int>,
    _ truths: borrowing MutableSpan<Bool>
  ) -> Bool {
    for position in operands where truths[code.operands[position]] != (logic == .all) {
      return logic == .any
    }
    return logic != .any
  }

  /// Apart from ``run(_:_:)``, where every segment would ask whether the tiers are shared.
  @inline(never)
  private func setTier(_ tier: Int, to band: Int, _ state: inout RuleState) {
    state.tiers[tier] = band
  }

  private func band(
    of number: Rational?,
    _ floors: Range<Int>,
    _ numbers: borrowing MutableSpan<Rational?>
  ) -> Int {
    guard let number else { return 0 }
    var band = 0
    for position in floors {
      if let floor = numbers[code.operands[position]], number >= floor { return band }
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
