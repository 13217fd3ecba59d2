package import StoreModel

/// How far a condition is from its threshold, in things a person can count.
package struct RoomLeft: Sendable {
  /// What the condition is for.
  package enum Aim: String, Hashable, Sendable {
    /// To rise, or to stand in a better tier.
    case rise
    /// To keep what the store has.
    case keep
    /// To come back where it has been removed from.
    case comeBack = "return"
  }

  /// The ladder, gate or tier.
  package var ladder: String
  /// What people read for it.
  package var ladderLabel: Label
  /// What the condition is for.
  package var aim: Aim
  /// The condition's name.
  package var condition: String
  /// What people read: "shipped on time ≥ 99.9 %".
  package var label: Label
  /// The value this morning.
  package var value: Rational
  /// The threshold.
  package var threshold: Rational
  /// Whether both are shares.
  package var isShare: Bool
  /// How many more leave the store on the side it wants, or, from the other side, bring it there.
  package var room: Int
  /// What is counted.
  package var unit: Label
  /// Whether the store is on the side it wants.
  package var holds: Bool
  /// Whether the condition is one that the store wants not to hold, as that of a fall.
  package var isBadLine: Bool
  /// The last day of the calendar period that is counted; `nil` for windows that slide.
  package var until: CalendarDay?
  /// Whether the period that is counted is over.
  package var isClosed = false
  /// How fast the room is used up, 1 being just as fast as it lasts; `nil` where that says nothing.
  package var burnRate: Double?
  /// Days until the room is used up at the rate of the last seven days; `nil` where it is not.
  package var daysLeft: Double?

  /// The value as text: `99.93 %`, `4.57`; with more digits where it would read as the threshold.
  package var valueText: String {
    let digits = (2...6).first { text(value, digits: $0) != thresholdText || value == threshold }
    return text(value, digits: digits ?? 2)
  }

  /// The threshold as text.
  package var thresholdText: String { text(threshold, digits: isShare ? 4 : 2) }

  private func text(_ number: Rational, digits: Int) -> String {
    guard isShare else { return number.decimalText(digits: digits) }
    return (number.multiplied(by: Rational(100)) ?? number).decimalText(digits: digits) + " %"
  }
}

extension RuleProgram {
  /// The room of each countable condition of the next rise, and of a tier's first state, for the
  /// morning that `state` stands at.
  ///
  /// Only conditions that compare a ratio of counts, a mean of stars or a count with a threshold have
  /// one. Call it after ``begin(_:log:lifetimeBase:)``, before the first evaluation.
  package func room(_ state: borrowing RuleState, day: Int) -> [RoomLeft] {
    RoomFinder(on: evaluator(state, day: day)).roomToRise()
  }

  /// What reads the rules on the morning that a state stands at.
  func evaluator(_ state: borrowing RuleState, day: Int) -> ExactEvaluator {
    ExactEvaluator(
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
