/// What formulas rest on, by name and by way of other nodes, groups and tiers.
struct GraphReach {
  /// Names of nodes.
  private(set) var nodes: Set<String> = []
  /// Names of inputs.
  private(set) var inputs: Set<String> = []
  /// Names of parameters.
  private(set) var parameters: Set<String> = []

  private let graph: RuleGraph
  private let known: Set<String>
  private var seen: Set<String> = []

  /// Follows formulas.
  ///
  /// - Parameters:
  ///   - graph: the graph they stand in.
  ///   - parameters: names of the pack's parameters.
  ///   - formulas: where to begin.
  init(_ graph: RuleGraph, parameters: some Sequence<String>, from formulas: [Formula]) {
    self.graph = graph
    known = Set(parameters)
    formulas.forEach { follow($0) }
  }

  private mutating func follow(_ formula: Formula) {
    switch formula {
    case .name(let name): follow(name: name)
    case .shortfall(_, _, let mode): parameters.insert(mode)
    case .option(let parameter, _): parameters.insert(parameter)
    case .table(let family, let subject):
      parameters.formUnion(known.filter { $0.hasPrefix(family + ".") })
      follow(tier: subject)
    case .standing(_, of: let subject, state: _): follow(tier: subject)
    case .group(_, let group) where seen.insert("group " + group).inserted:
      graph.group(group).conditions.forEach { follow($0.holds) }
    default: break
    }
    formula.parts.forEach { follow($0) }
  }

  private mutating func follow(name: String) {
    guard seen.insert(name).inserted else { return }
    if let node = graph.nodes.first(where: { $0.name == name }) {
      nodes.insert(name)
      follow(node.value)
    } else if let input = graph.inputs.first(where: { $0.name == name }) {
      inputs.insert(name)
      parameters.formUnion(input.window.parameters)
    } else if known.contains(name) {
      parameters.insert(name)
    }
  }

  private mutating func follow(tier subject: String) {
    guard let tier = graph.tier(named: subject), seen.insert("tier " + subject).inserted else {
      return
    }
    ([tier.value] + tier.bands.compactMap(\.floor)).forEach { follow($0) }
  }
}

extension WindowRule {
  /// Names of the parameters that decide the window.
  fileprivate var parameters: Set<String> {
    switch self {
    case .fixed: []
    case .parameter(let name): [name]
    case .option(let name, let windows):
      windows.values.reduce(into: [name]) { $0.formUnion($1.parameters) }
    }
  }
}

extension RuleGraph {
  /// What a score asks: measures, conditions of ladders and tiers, gates, tiers.
  var scoredFormulas: [Formula] {
    measures.map(\.value) + askedConditions.map(\.holds)
      + gates.flatMap { [$0.removal.condition] + ($0.readmission.map { [$0.condition] } ?? []) }
      + tiers.flatMap { [$0.value] + $0.bands.compactMap(\.floor) }
  }

  /// The same with what else decides states, events, effects and money.
  var allFormulas: [Formula] {
    scoredFormulas
      + ladders.flatMap { ladder in
        [ladder.firstWait, ladder.wait, ladder.recheck, ladder.recheckAtEnds]
          + (ladder.atOnce.map { [$0.condition, $0.anyDay] } ?? [])
          + (ladder.end.map { [$0.onDay] } ?? [])
      }
      + gates.flatMap { gate in
        [gate.startsInside, gate.removal.probability]
          + (gate.permanentAfter.map { [$0] } ?? [])
          + (gate.readmission.map { [$0.afterDays, $0.probability] } ?? [])
      }
      + events.map(\.trigger.condition)
      + [effects.orderCap, effects.gmvCap, effects.demandShare, effects.stopSales].compactMap { $0 }
      + (effects.staffPay?.formulas ?? [])
      + money.flatMap { [$0.due, $0.amount].compactMap { $0 } }
  }

  /// Conditions of the groups that ladders and tiers ask.
  var askedConditions: [ConditionGroup.Condition] {
    (ladders.flatMap { [$0.up, $0.down] } + tiers.compactMap(\.heldBackBy))
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .flatMap { group($0).conditions }
  }
}
