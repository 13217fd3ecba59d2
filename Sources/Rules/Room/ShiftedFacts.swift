import StoreModel

/// Facts with some counts added to every window that counts them, on one morning.
struct ShiftedFacts: ExactFacts {
  let base: any ExactFacts
  /// Stored integer units added to each counter.
  let added: [DayCounter: Int]
  let morning: Int

  var knowsGaps: Bool { base.knowsGaps }

  func sum(of input: RuleInput, on day: Int, standing: ExactStanding) -> Rational? {
    let sum = base.sum(of: input, on: day, standing: standing)
    guard day == morning else { return sum }
    var more: Int128 = 0
    for term in input.terms {
      more += Int128(added[term.counter] ?? 0) * Int128(term.coefficient)
    }
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
  /// The same morning with counts added.
  func adding(_ counts: [DayCounter: Int]) -> ExactEvaluator {
    var shifted = ExactEvaluator(
      pack: pack,
      parameters: parameters,
      facts: ShiftedFacts(base: facts, added: counts, morning: morning),
      standing: morningStanding,
      morning: morning
    )
    shifted.standing = standing
    shifted.standingAfter = standingAfter
    return shifted
  }
}
