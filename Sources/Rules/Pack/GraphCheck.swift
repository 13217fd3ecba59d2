/// Finds what is wrong with a graph whose names are all known: kinds, cycles, misplaced questions.
package struct GraphCheck {
  /// What a formula yields.
  enum Kind: String {
    case number = "a number"
    case truth = "a condition"
    case text = "a word"
    case names = "a list of names"
  }

  private let graph: RuleGraph
  private let parameters: [String: RuleParameter]
  private let dependence: StandingDependence

  /// Prepares the check of a graph.
  package init(graph: RuleGraph, parameters: [RuleParameter]) {
    self.graph = graph
    self.parameters = Dictionary(
      parameters.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    dependence = StandingDependence(graph: graph)
  }

  /// Names of nodes and tiers that read themselves by way of others.
  package func cyclicNames() -> [String] {
    let named = graph.nodes.map { ($0.name, $0.value) } + graph.tiers.map { ($0.name, $0.value) }
    let nodes = Dictionary(named, uniquingKeysWith: { first, _ in first })
    return named.map(\.0).filter { start in
      var open = nodes[start].map(names) ?? []
      var seen: Set<String> = []
      while let name = open.popLast() {
        if name == start { return true }
        guard seen.insert(name).inserted, let value = nodes[name] else { continue }
        open += names(in: value)
      }
      return false
    }
  }

  /// What is wrong with a formula that should be a number or a condition; `nil` where nothing is.
  package func fault(in expression: Formula, isCondition: Bool?) -> String? {
    switch kind(of: expression) {
    case .failure(let fault): fault.message
    case .success(let kind):
      switch isCondition {
      case true where kind != .truth: "a condition is needed here, and this is \(kind.rawValue)"
      case false where kind != .number: "a number is needed here, and this is \(kind.rawValue)"
      default: nil
      }
    }
  }

  /// What is wrong with the numbers that place a tier; `nil` where nothing is.
  package func fault(in tier: TierRule) -> String? {
    let numbers = [tier.value] + tier.bands.compactMap(\.floor)
    if numbers.contains(where: dependence.isDependent) {
      return "a tier cannot depend on a ladder or gate"
    }
    return numbers.lazy.compactMap { fault(in: $0, isCondition: false) }.first
  }

  private struct KindFault: Error {
    var message: String
  }

  private func names(in expression: Formula) -> [String] {
    switch expression {
    case .name(let name): [name]
    case .table(_, let subject), .standing(_, of: let subject, state: _):
      graph.tier(named: subject).map { [$0.name] } ?? []
    case .group(_, let group): graph.group(group).conditions.flatMap { names(in: $0.holds) }
    default: expression.parts.flatMap { names(in: $0) }
    }
  }

  private func kind(of expression: Formula) -> Result<Kind, KindFault> {
    switch expression {
    case .number, .table: return .success(.number)
    case .text: return .success(.text)
    case .name(let name):
      if let node = graph.nodes.first(where: { $0.name == name }) { return kind(of: node.value) }
      return .success(parameters[name]?.isChoice == true ? .text : .number)
    case .calculation(_, let parts):
      return all(parts, are: .number, giving: .number)
    case .shortfall(let rate, let target, _):
      return all([rate, target], are: .number, giving: .number)
    case .openMinutes(_, _, let opens, let closes):
      return all([opens, closes], are: .number, giving: .number)
    case .relation(_, let first, let second, _):
      return all([first, second], are: .number, giving: .truth)
    case .logic(_, let parts): return all(parts, are: .truth, giving: .truth)
    case .present(let part): return kind(of: part).map { _ in .truth }
    case .option: return .success(.truth)
    case .branch(let branches, let otherwise):
      if case .failure(let fault) = all(branches.map(\.condition), are: .truth, giving: .truth) {
        return .failure(fault)
      }
      return kind(of: otherwise).flatMap { wanted in
        all(branches.map(\.value), are: wanted, giving: wanted)
      }
    case .group(let question, _):
      return .success(question == .failing || question == .holding ? .names : .truth)
    case .standing(let question, _, _):
      switch question {
      case .state, .result: return .success(.text)
      case .removals: return .success(.number)
      default: return .success(.truth)
      }
    case .previous(let part):
      return steady(part).flatMap { _ in all([part], are: .number, giving: .number) }
    case .inARow(let part, let count):
      return steady(part).flatMap { _ in all([count], are: .number, giving: .number) }
        .flatMap { _ in all([part], are: .truth, giving: .truth) }
    case .begins: return .success(.truth)
    case .after(let part): return kind(of: part)
    }
  }

  private func steady(_ part: Formula) -> Result<Kind, KindFault> {
    dependence.isDependent(part)
      ? .failure(
        KindFault(message: "a value of earlier mornings cannot depend on a ladder or gate")
      )
      : .success(.number)
  }

  private func all(
    _ parts: [Formula],
    are wanted: Kind,
    giving result: Kind
  ) -> Result<Kind, KindFault> {
    for part in parts {
      switch kind(of: part) {
      case .failure(let fault): return .failure(fault)
      case .success(wanted): continue
      case .success(let found):
        return .failure(
          KindFault(message: "\(wanted.rawValue) is needed here, and this is \(found.rawValue)")
        )
      }
    }
    return .success(result)
  }
}
