import StoreModel

/// What a formula comes down to on a morning: the arms of branches that are taken, the values that are
/// present.
struct TakenFormula {
  /// The kind of number a formula is.
  enum Shape {
    /// One count over another.
    case ratio(above: Formula, below: Formula)
    /// A count by itself.
    case count(Formula)
    /// A sum, a mean, a score.
    case composite
  }

  /// A counter as a formula counts it.
  struct Carrier: Equatable {
    var counter: DayCounter
    var coefficient: Int
  }

  let on: ExactEvaluator

  init(on evaluator: ExactEvaluator) {
    on = evaluator
  }

  /// What a formula comes down to.
  func shape(of formula: Formula) -> Shape {
    switch formula {
    case .name(let name):
      if let node = node(name) { return shape(of: node.value) }
      return input(name) == nil ? .composite : .count(formula)
    case .calculation(.ratio, let parts):
      guard isCounted(parts[0]), isCounted(parts[1]) else { return .composite }
      return .ratio(above: parts[0], below: parts[1])
    case .calculation(.sum, let parts), .calculation(.minus, let parts):
      return parts.allSatisfy(isCount) ? .count(formula) : .composite
    default:
      let taken = taken(in: formula)
      guard taken.count == 1, formula != taken[0] else { return .composite }
      switch formula {
      case .branch, .when, .calculation(.first, _): return shape(of: taken[0])
      default: return .composite
      }
    }
  }

  /// The counters behind a formula, with how they count; ratios within count for both their parts.
  func carriers(of formula: Formula, sign: Int = 1) -> [Carrier] {
    switch formula {
    case .name(let name):
      if let node = node(name) { return carriers(of: node.value, sign: sign) }
      return (input(name)?.terms ?? []).map {
        Carrier(counter: $0.counter, coefficient: $0.coefficient * sign)
      }
    case .calculation(.minus, let parts):
      return carriers(of: parts[0], sign: sign) + carriers(of: parts[1], sign: -sign)
    case .branch(let branches, let otherwise):
      let found = taken(in: formula).flatMap { carriers(of: $0, sign: sign) }
      // A sample too small to count is still counted in the things of the other arm.
      return found.isEmpty
        ? (branches.map(\.value) + [otherwise]).flatMap { carriers(of: $0, sign: sign) } : found
    default: return taken(in: formula).flatMap { carriers(of: $0, sign: sign) }
    }
  }

  /// The star streams whose stars a formula adds up, each from one star to five.
  func starStreams(of formula: Formula) -> [[DayCounter]] {
    inputs(of: formula).compactMap { input -> [DayCounter]? in
      let stars = input.terms.map(\.counter)
      guard input.terms.map(\.coefficient) == [1, 2, 3, 4, 5], stars.count == 5 else { return nil }
      return stars
    }.reduce(into: [[DayCounter]]()) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The inputs behind a formula.
  func inputs(of formula: Formula) -> [RuleInput] {
    if case .name(let name) = formula {
      if let node = node(name) { return inputs(of: node.value) }
      return input(name).map { [$0] } ?? []
    }
    return taken(in: formula).flatMap { inputs(of: $0) }
  }

  /// The comparisons that a condition rests on, with whether it wants each of them to hold.
  func relations(in formula: Formula, wanted: Bool = true) -> [(relation: Formula, wanted: Bool)] {
    switch formula {
    case .relation: return [(formula, wanted)]
    case .logic(.noneOf, let parts): return parts.flatMap { relations(in: $0, wanted: !wanted) }
    case .logic(_, let parts): return parts.flatMap { relations(in: $0, wanted: wanted) }
    case .name(let name): return node(name).map { relations(in: $0.value, wanted: wanted) } ?? []
    case .group(let question, let group):
      guard question == .allHold || question == .anyHolds else { return [] }
      return on.pack.graph.group(group).conditions.flatMap {
        relations(in: $0.holds, wanted: wanted)
      }
    default: return []
    }
  }

  private func taken(in formula: Formula) -> [Formula] {
    switch formula {
    case .branch(let branches, let otherwise):
      return [branches.first { on.holds($0.condition) }?.value ?? otherwise]
    case .when(let condition, let part): return on.holds(condition) ? [part] : []
    case .calculation(.first, let parts):
      return parts.first { on.number($0) != nil }.map { [$0] } ?? []
    case .calculation(_, let parts): return parts.filter { on.number($0) != nil }
    case .shortfall(let rate, _, _): return [rate]
    default: return []
    }
  }

  private func isCount(_ formula: Formula) -> Bool {
    if case .count = shape(of: formula) { return true }
    return false
  }

  private func isCounted(_ formula: Formula) -> Bool { !carriers(of: formula).isEmpty }

  private func node(_ name: String) -> RuleGraph.Node? {
    on.pack.graph.nodes.first { $0.name == name }
  }

  private func input(_ name: String) -> RuleInput? {
    on.pack.graph.inputs.first { $0.name == name }
  }
}
