/// What a pack that builds on another takes from it.
extension RulePack {
  /// The pack reduced to what others can build on: parameters, inputs, groups of conditions and the
  /// nodes that depend on no ladder, gate, tier or single case.
  package func foundation() -> RulePack {
    var kept = RuleGraph()
    kept.inputs = graph.inputs.filter { !$0.window.isSinceChange }
    kept.identities = graph.identities
    let inputs = Set(kept.inputs.map(\.name) + parameters.map(\.name))
    var known = inputs
    var open = graph.nodes
    var hasGrown = true
    while hasGrown {
      let ready = open.filter { graph.needs(of: $0.value)?.isSubset(of: known) ?? false }
      hasGrown = !ready.isEmpty
      known.formUnion(ready.map(\.name))
      open.removeAll { known.contains($0.name) }
    }
    kept.nodes = graph.nodes.filter { known.contains($0.name) }
    kept.groups = graph.groups.filter { group in
      group.conditions.allSatisfy { graph.needs(of: $0.holds)?.isSubset(of: known) ?? false }
    }
    return RulePack(
      id: id,
      label: label,
      caution: caution,
      effectiveFrom: effectiveFrom,
      effectiveTo: effectiveTo,
      categories: categories,
      parameters: parameters.map { parameter in
        var inherited = parameter
        inherited.inheritedFrom = parameter.inheritedFrom ?? id
        return inherited
      },
      scenarioKeys: [:],
      sources: sources,
      graph: kept
    )
  }
}

extension RuleGraph {
  /// Adds what a foundation holds below what this pack says itself.
  package mutating func rest(on foundation: RuleGraph) {
    inputs = foundation.inputs + inputs
    nodes = foundation.nodes + nodes
    groups = foundation.groups + groups
    identities = foundation.identities + identities
  }

  /// The names that a formula reads; `nil` where it asks about a standing or a single case.
  fileprivate func needs(of formula: Formula) -> Set<String>? {
    switch formula {
    case .name(let name): return [name]
    case .table, .standing, .recordValue, .lookUp, .aggregate, .moment: return nil
    case .group(_, let name): return needs(ofAll: group(name).conditions.map(\.holds))
    default: return needs(ofAll: formula.parts)
    }
  }

  private func needs(ofAll formulas: [Formula]) -> Set<String>? {
    var names: Set<String> = []
    for formula in formulas {
      guard let found = needs(of: formula) else { return nil }
      names.formUnion(found)
    }
    return names
  }
}

extension WindowRule {
  /// Whether the window, under some choice, begins where a ladder last changed.
  var isSinceChange: Bool {
    switch self {
    case .fixed(.sinceChange): true
    case .fixed, .parameter: false
    case .option(_, let windows): windows.values.contains(where: \.isSinceChange)
    }
  }
}
