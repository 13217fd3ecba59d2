import StoreModel

/// Solves in whole units how far a condition is from turning over, by asking the rules themselves.
struct RoomSearch {
  /// Units tried one by one: small samples turn conditions in jumps.
  private static let firstSteps = 256
  /// More units than any store counts.
  private static let most = 1 << 40

  let evaluator: ExactEvaluator
  let condition: Formula
  let unit: RoomUnit

  /// The fewest units, at least 1, after which the condition no longer is what it is; `nil` where no
  /// number of them does it.
  func unitsToTurn() -> Int? {
    let now = evaluator.holds(condition)
    let facts = ShiftedFacts(
      base: evaluator.facts,
      perUnit: unit.perUnit,
      morning: evaluator.morning
    )
    let shifted = evaluator.shifted(facts, moved: Set(unit.perUnit.keys))
    func isTurned(_ count: Int) -> Bool {
      facts.units = count
      shifted.forget()
      return shifted.holds(condition) != now
    }
    let limit = min(Self.most, fewestHeld ?? Self.most)
    guard limit > 0 else { return nil }
    for count in 1...min(Self.firstSteps, limit) where isTurned(count) { return count }
    var (low, high) = (Self.firstSteps, Self.firstSteps * 2)
    while low < limit {
      high = min(high, limit)
      if isTurned(high) {
        while high - low > 1 {
          let middle = low + (high - low) / 2
          if isTurned(middle) { high = middle } else { low = middle }
        }
        return high
      }
      (low, high) = (high, high * 2)
    }
    return nil
  }

  /// How many units can be taken away, where the unit takes away.
  private var fewestHeld: Int? {
    let taken = unit.perUnit.filter { $0.value < 0 }
    guard !taken.isEmpty else { return nil }
    let inputs = TakenFormula(on: evaluator).relations(in: condition).flatMap { relation, _ in
      relation.parts.flatMap { TakenFormula(on: evaluator).inputs(of: $0) }
    }
    let held = inputs.filter { input in input.terms.contains { taken[$0.counter] != nil } }
      .compactMap { evaluator.number(.name($0.name))?.floor }.min()
    return held.map { Int(clamping: $0) } ?? 0
  }
}
