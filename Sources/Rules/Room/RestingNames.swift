import StoreModel

/// Names whose values stay what they are while some counters move, with these values.
///
/// A search moves the same counters again and again: what does not rest on them is found once.
final class RestingNames {
  private let evaluator: ExactEvaluator
  private let moved: Set<DayCounter>
  private var isResting: [String: Bool] = [:]
  private var values: [ExactMemory.Place: ExactValue?] = [:]

  /// What rests on a morning while counters move.
  init(on evaluator: ExactEvaluator, moved: Set<DayCounter>) {
    self.evaluator = evaluator
    self.moved = moved
  }

  /// The value of a name on a morning; `nil` where it may move.
  func value(at place: ExactMemory.Place) -> ExactValue? {
    if let known = values[place] { return known }
    let found = isResting(place.name) ? evaluator.named(place.name, on: place.day) : nil
    values[place] = .some(found)
    return found
  }

  private func isResting(_ name: String) -> Bool {
    if let known = isResting[name] { return known }
    // What a name says of itself on an earlier morning counts as moved.
    isResting[name] = false
    let found: Bool
    switch evaluator.meaning(of: name) {
    case .input(let input): found = !input.terms.contains { moved.contains($0.counter) }
    case .node(let value): found = isResting(value)
    case .field: found = false
    case .constant: found = true
    }
    isResting[name] = found
    return found
  }

  private func isResting(_ formula: Formula) -> Bool {
    switch formula {
    case .name(let name): isResting(name)
    case .group(_, let group):
      evaluator.pack.graph.groups.first { $0.name == group }?.conditions
        .allSatisfy { isResting($0.holds) } ?? true
    // These look at tiers, records or another standing.
    case .table, .standing, .after, .aggregate, .recordValue, .lookUp: false
    default: formula.parts.allSatisfy { isResting($0) }
    }
  }
}
