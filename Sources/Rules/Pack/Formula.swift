package import StoreModel

/// A formula over inputs, parameters and nodes, as a rule pack writes it.
///
/// A formula yields a number, a truth, a text or a list of names. A number may be *absent* (a rate
/// without a denominator); a comparison with an absent number is false unless it says otherwise, so
/// an absent value neither triggers a penalty nor meets a requirement.
package indirect enum Formula: Hashable, Sendable {
  /// A number written in place, as decimal text.
  case number(String)
  /// A text written in place.
  case text(String)
  /// A parameter, input, field or node.
  case name(String)
  /// A value of the record that is looked at; `it` of a list of plain values.
  case recordValue(String, of: String)
  /// The parameter `family.<state>` of the state that a ladder, gate or tier is in; absent without one.
  case table(family: String, ladder: String)
  /// The parameter `family.<word>.<word>…` of fields of words; absent without one.
  case lookUp(family: String, fields: [String])
  /// A calculation over numbers.
  case calculation(Calculation, [Formula])
  /// Percentage points by which a rate falls short of its target, counted as the mode parameter says.
  case shortfall(rate: Formula, target: Formula, mode: String)
  /// A calculation with moments; in examples only.
  case moment(MomentOperator, [Formula])
  /// A number over records; in examples only.
  case aggregate(Aggregate)
  /// Whether two numbers stand in a relation.
  case relation(Relation, Formula, Formula, absentPasses: Bool)
  /// Whether all, any or none of the formulas hold.
  case logic(Logic, [Formula])
  /// Whether a number is present.
  case present(Formula)
  /// The first formula whose condition holds, else the last one.
  case branch([Branch], otherwise: Formula)
  /// The second formula where the first holds, else absent.
  case when(Formula, Formula)
  /// The formula that belongs to the word of a field.
  case match(field: Formula, [String: Formula], otherwise: Formula?)
  /// Whether a field of words is this one.
  case isWord(Formula, String)
  /// Whether a text parameter has a value; decided once for a program.
  case option(parameter: String, value: String)
  /// A question to a group of named conditions.
  case group(GroupQuestion, String)
  /// A question about a ladder, gate or tier.
  case standing(StandingQuestion, of: String, state: String?)
  /// The value on the morning before.
  case previous(Formula)
  /// Whether a condition held on this and the `count − 1` mornings before, of those not skipped.
  case inARow(Formula, count: Formula, skip: Formula?)
  /// Whether the morning begins a natural period.
  case begins(NaturalPeriod)
  /// Whether the morning is that of a day or a later one.
  case isFrom(CalendarDay)
  /// The value seen after this morning's steps; only in what an example reads.
  case after(Formula)

  /// One arm of a branch.
  package struct Branch: Hashable, Sendable {
    /// The condition.
    package var condition: Formula
    /// The value where it holds.
    package var value: Formula

    /// Creates an arm.
    package init(condition: Formula, value: Formula) {
      self.condition = condition
      self.value = value
    }
  }
}

/// A calculation over numbers.
package enum Calculation: String, CaseIterable, Hashable, Sendable {
  /// First over second; absent where the second is 0 or either is absent.
  case ratio
  /// All together; absent where one is.
  case sum
  /// First less second.
  case minus
  /// All multiplied.
  case times
  /// The least of those present.
  case min
  /// The greatest of those present.
  case max
  /// The plain mean of those present.
  case mean
  /// The first one present.
  case first
  /// The greatest whole number not above, the least not below.
  case floor, ceil
  /// The nearest multiple of the second, halves upwards.
  case round
  /// The second, held between the first and the third.
  case clamp
  /// Of `[a, from, low, to, high]`: the line through (from, low) and (to, high), held between both.
  case linear
  /// Pairs of weight and value: the weighted mean of the values present, absent where none is.
  case weighted

  /// Fewest and most operands.
  package var operandCounts: ClosedRange<Int> {
    switch self {
    case .ratio, .minus: 2...2
    case .round: 2...2
    case .clamp: 3...3
    case .linear: 5...5
    case .floor, .ceil: 1...1
    case .weighted: 2...198
    default: 1...99
    }
  }
}

/// A relation of two numbers; the raw value is the operator's name in a pack.
package enum Relation: String, CaseIterable, Hashable, Sendable {
  /// At least, above, at most, below, equal.
  case ge, gt, le, lt, eq

  /// The sign that people read.
  package var sign: String {
    switch self {
    case .ge: "≥"
    case .gt: ">"
    case .le: "≤"
    case .lt: "<"
    case .eq: "="
    }
  }

  /// Whether `first` stands in this relation to `second`.
  func holds(_ first: Rational, _ second: Rational) -> Bool {
    switch self {
    case .ge: first >= second
    case .gt: first > second
    case .le: first <= second
    case .lt: first < second
    case .eq: first == second
    }
  }
}

/// How truths are joined.
package enum Logic: String, CaseIterable, Hashable, Sendable {
  /// Every one, at least one.
  case all, any
  /// None.
  case noneOf = "none"
}

/// A period that begins on a fixed day.
package enum NaturalPeriod: String, CaseIterable, Hashable, Sendable {
  /// A week, on Monday; a month, on the 1st.
  case week, month

  /// Whether a day is the first one of its period.
  func begins(on day: CalendarDay) -> Bool {
    switch self {
    case .week: day.weekday == 0
    case .month: day.civil.day == 1
    }
  }
}

/// What can be asked of a group of conditions.
package enum GroupQuestion: String, CaseIterable, Hashable, Sendable {
  /// The names of those that do not hold.
  case failing
  /// The names of those that hold.
  case holding
  /// Whether every one holds.
  case allHold = "all_hold"
  /// Whether at least one holds.
  case anyHolds = "any_holds"
}

/// What can be asked of a ladder or gate; the first two of a tier as well.
package enum StandingQuestion: String, CaseIterable, Hashable, Sendable {
  /// Whether it is in a state.
  case isState = "is"
  /// The name of its state.
  case state
  /// Whether the ladder may be evaluated this morning.
  case due
  /// The state that up, down and at-once gave this morning, before an end state.
  case result
  /// Whether the at-once rise happened this morning.
  case roseAtOnce = "rose_at_once"
  /// Whether the ladder rose or fell this morning.
  case rose, fell
  /// Whether the gate removed the store this morning.
  case removed
  /// Number of removals so far.
  case removals
  /// Whether the removals are enough to stay out for good.
  case permanent
}
