package import StoreModel

/// How far a condition of the next rise is from its threshold, in things a person can count.
package struct RoomLeft: Hashable, Sendable {
  /// The ladder or tier.
  package var ladder: String
  /// The condition's name.
  package var condition: String
  /// What people read: "shipped on time ≥ 99.9 %".
  package var label: Label
  /// The value this morning as text; empty where absent.
  package var value: String
  /// The threshold as text.
  package var threshold: String
  /// Further ``unit`` until the condition fails, or until it holds; all else unchanged.
  package var room: Int
  /// What is counted.
  package var unit: Label
  /// Whether the condition holds now.
  package var holds: Bool
}

extension RuleProgram {
  /// The room of each countable condition of the next rise, and of a tier's first state, for the
  /// morning that `state` stands at.
  ///
  /// Only conditions that compare a ratio of counts, or a count, with a threshold have one. Call it
  /// after ``begin(_:log:lifetimeBase:)``, before the first evaluation.
  package func room(
    _ state: borrowing RuleState,
    day: Int,
    log: borrowing TallyLog
  ) -> [RoomLeft] {
    let evaluator = ExactEvaluator(
      pack: pack,
      parameters: parameters,
      facts: SumFacts(names: inputNames, sums: state.sums),
      standing: ExactStanding(
        ladders: state.places.map {
          ExactStanding.Place(state: $0.state, since: $0.since, result: $0.state)
        },
        gates: state.memberships.map {
          ExactStanding.Membership(isInside: $0.isInside, removals: $0.removals)
        }
      ),
      morning: day
    )
    let next = graph.ladders.enumerated().filter { state.places[$0].state < $1.top }
      .map { (name: $1.name, group: $1.up) }
    let tiers = graph.tiers.compactMap { tier in tier.heldBackBy.map { (tier.name, $0) } }
    return (next + tiers).flatMap { name, group in
      graph.group(group).conditions.compactMap { room(of: $0, for: name, evaluator) }
    }
  }

  private func room(
    of condition: ConditionGroup.Condition,
    for ladder: String,
    _ evaluator: ExactEvaluator
  ) -> RoomLeft? {
    RoomCount(condition: condition, evaluator: evaluator).map { count in
      RoomLeft(
        ladder: ladder,
        condition: condition.name,
        label: parameters.filled(condition.label),
        value: count.valueText,
        threshold: count.thresholdText,
        room: count.room,
        unit: count.unit,
        holds: count.holds
      )
    }
  }
}

/// The count behind one condition's room.
private struct RoomCount {
  var valueText: String
  var thresholdText: String
  var room: Int
  var unit: Label
  var holds: Bool

  init?(condition: ConditionGroup.Condition, evaluator: ExactEvaluator) {
    guard let rule = condition.room,
      case .relation(let relation, let left, let right, let absentPasses) = condition.holds,
      relation == .ge || relation == .le, let threshold = evaluator.number(right)
    else { return nil }
    holds = evaluator.holds(condition.holds)
    unit = holds ? rule.spent : rule.won
    let exact: Rational?
    if let (above, below) = Self.counts(of: left, in: evaluator) {
      let ratio = above.divided(by: below)
      // Where nothing counts and that is enough, there is nothing to run out of.
      if ratio == nil, absentPasses { return nil }
      valueText =
        ratio.flatMap { $0.multiplied(by: Rational(100)) }
        .map { $0.decimalText(digits: 2) + " %" } ?? ""
      thresholdText =
        (threshold.multiplied(by: Rational(100)) ?? threshold).decimalText(digits: 4) + " %"
      exact = Self.room(
        above,
        below,
        threshold,
        isFloor: relation == .ge,
        holds: holds,
        isWithin: rule.isWithin
      )
    } else {
      guard let value = evaluator.number(left) else { return nil }
      valueText = value.decimalText(digits: 2)
      thresholdText = threshold.decimalText(digits: 2)
      exact =
        (relation == .ge) == holds ? value.subtracting(threshold) : threshold.subtracting(value)
    }
    guard let exact else { return nil }
    room = max(0, Int(clamping: holds ? exact.floor : exact.ceiling))
  }

  /// Numerator and denominator of a ratio of counts, by way of the node that names it.
  private static func counts(
    of expression: Formula,
    in evaluator: ExactEvaluator
  ) -> (Rational, Rational)? {
    if case .name(let name) = expression,
      let node = evaluator.pack.graph.nodes.first(where: { $0.name == name })
    {
      return counts(of: node.value, in: evaluator)
    }
    guard case .calculation(.ratio, let parts) = expression, parts.count == 2,
      let above = evaluator.number(parts[0]), let below = evaluator.number(parts[1])
    else { return nil }
    return (above, below)
  }

  /// Solves for the further units at which `above / below` meets the threshold.
  private static func room(
    _ above: Rational,
    _ below: Rational,
    _ threshold: Rational,
    isFloor: Bool,
    holds: Bool,
    isWithin: Bool
  ) -> Rational? {
    // Units counted below the line only: above / (below + x) = threshold.
    let onlyBelow = above.divided(by: threshold)?.subtracting(below)
    // Units counted above (and within below): (above + x) / (below + x) = threshold.
    let gap = threshold.multiplied(by: below)?.subtracting(above)
    let rest = Rational.one.subtracting(threshold)
    let onlyAbove = isWithin ? rest.flatMap { gap?.divided(by: $0) } : gap
    return isFloor == holds ? onlyBelow : onlyAbove
  }
}

/// Facts from the running sums of one morning.
private struct SumFacts: ExactFacts {
  let names: [String]
  let sums: [Int]

  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? {
    names.firstIndex(of: input.name).flatMap {
      Rational(Int128(sums[$0]), over: Int128(input.unitsPerOne))
    }
  }
}
