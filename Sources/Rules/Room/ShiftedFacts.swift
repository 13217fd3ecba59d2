import StoreModel

/// Facts with some units added to every window that counts them, on one morning.
final class ShiftedFacts: ExactFacts {
  private let base: any ExactFacts
  /// Stored integer units that one unit adds to each counter.
  private let perUnit: [DayCounter: Int]
  private let morning: Int
  /// How many units are added.
  var units = 0

  /// Facts to which nothing is added yet.
  init(base: any ExactFacts, perUnit: [DayCounter: Int], morning: Int) {
    self.base = base
    self.perUnit = perUnit
    self.morning = morning
  }

  var knowsGaps: Bool { base.knowsGaps }

  func sum(of input: RuleInput, on day: Int, standing: ExactStanding) -> Rational? {
    let sum = base.sum(of: input, on: day, standing: standing)
    guard day == morning else { return sum }
    var more: Int128 = 0
    for term in input.terms {
      more += Int128(perUnit[term.counter] ?? 0) * Int128(term.coefficient)
    }
    more *= Int128(units)
    guard more != 0 else { return sum }
    return Rational(more, over: Int128(input.unitsPerOne)).flatMap { sum?.adding($0) }
  }

  func pinned(node: String, on morning: Int) -> ExactValue? { base.pinned(node: node, on: morning) }

  func mornings(after change: Int, until today: Int) -> [Int] {
    base.mornings(after: change, until: today)
  }

  func date(of morning: Int) -> CalendarDay? { base.date(of: morning) }

  func begins(_ period: NaturalPeriod, on morning: Int) -> Bool {
    base.begins(period, on: morning)
  }

  func knows(morning: Int) -> Bool { base.knows(morning: morning) }
}

extension ExactEvaluator {
  /// The same morning with facts that add to some counters.
  func shifted(_ facts: ShiftedFacts, moved: Set<DayCounter>) -> ExactEvaluator {
    var shifted = ExactEvaluator(
      pack: pack,
      parameters: parameters,
      facts: facts,
      standing: morningStanding,
      morning: morning
    )
    shifted.standing = standing
    shifted.standingAfter = standingAfter
    shifted.resting = RestingNames(on: self, moved: moved)
    return shifted
  }
}
