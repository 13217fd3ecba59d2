/// Which named inputs and nodes change with the place on a ladder or at a gate.
struct StandingDependence {
  /// Names of those that do.
  private(set) var names: Set<String> = []
  private let graph: RuleGraph

  init(graph: RuleGraph) {
    self.graph = graph
    for input in graph.inputs where input.window.isSinceChange { names.insert(input.name) }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for node in graph.nodes where !names.contains(node.name) && isDependent(node.value) {
        names.insert(node.name)
        hasGrown = true
      }
    }
  }

  /// Whether a formula changes with the standing.
  func isDependent(_ expression: Formula) -> Bool {
    switch expression {
    case .table(_, let subject), .standing(_, of: let subject, state: _):
      // A tier is a function of counts alone.
      graph.tier(named: subject) == nil
    case .name(let name): names.contains(name)
    case .group(_, let group): graph.group(group).conditions.contains { isDependent($0.holds) }
    default: expression.parts.contains(where: isDependent)
    }
  }
}

extension Formula {
  /// The formulas directly inside.
  package var parts: [Formula] {
    switch self {
    case .number, .text, .name, .recordValue, .table, .lookUp, .option, .group, .standing, .begins,
      .isFrom:
      []
    case .shortfall(let rate, let target, _): [rate, target]
    case .calculation(_, let parts), .logic(_, let parts), .moment(_, let parts): parts
    case .aggregate(let aggregate):
      [aggregate.value, aggregate.condition, aggregate.leading?.most].compactMap { $0 }
    case .relation(_, let first, let second, _): [first, second]
    case .present(let part), .previous(let part), .after(let part): [part]
    case .branch(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise]
    case .when(let condition, let value): [condition, value]
    case .match(let field, let cases, let otherwise):
      [field] + cases.sorted { $0.key < $1.key }.map(\.value) + (otherwise.map { [$0] } ?? [])
    case .isWord(let field, _): [field]
    case .inARow(let part, let count, let skip): [part, count] + (skip.map { [$0] } ?? [])
    }
  }
}

/// Computes formulas over parameters alone.
struct StaticFormula {
  let parameters: ParameterValues
  let graph: RuleGraph

  /// Whether a formula reads nothing but parameters.
  func isStatic(_ expression: Formula) -> Bool {
    switch expression {
    case .number, .option: true
    case .name(let name): parameters.texts[name] != nil
    case .calculation, .relation, .logic, .branch: expression.parts.allSatisfy(isStatic)
    default: false
    }
  }

  /// The number of a formula; `nil` where it is none.
  func number(_ expression: Formula) -> Rational? {
    switch expression {
    case .number(let text): Rational(decimal: text)
    case .name(let name): parameters.number(name)
    case .calculation(let calculation, let parts): calculation.result(parts.map(number))
    case .branch(let branches, let otherwise):
      number(branches.first { holds($0.condition) }?.value ?? otherwise)
    default: nil
    }
  }

  /// Whether a condition over parameters holds.
  func holds(_ expression: Formula) -> Bool {
    switch expression {
    case .option(let parameter, let value): parameters.texts[parameter] == value
    case .relation(let relation, let first, let second, let absentPasses):
      if let left = number(first), let right = number(second) {
        relation.holds(left, right)
      } else {
        absentPasses
      }
    case .logic(.all, let parts): parts.allSatisfy(holds)
    case .logic(.any, let parts): parts.contains(where: holds)
    case .logic(.noneOf, let parts): !parts.contains(where: holds)
    default: false
    }
  }
}
