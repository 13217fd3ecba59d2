/// Finds what is wrong with a graph whose names are all known: kinds, cycles, misplaced questions.
package struct GraphCheck {
  /// What a formula yields.
  enum Kind: String {
    case number = "a number"
    case moment = "a moment"
    case truth = "a condition"
    case text = "a word"
    case names = "a list of names"
  }

  private let graph: RuleGraph
  private let parameters: [String: RuleParameter]
  private let dependence: StandingDependence
  private let nodes: [String: Formula]
  private let fields: [String: RuleField]
  private let memory = Memory()

  /// Kinds of the nodes found so far.
  private final class Memory {
    var kinds: [String: Result<Kind, KindFault>] = [:]
  }

  /// Prepares the check of a graph.
  package init(graph: RuleGraph, parameters: [RuleParameter]) {
    self.graph = graph
    self.parameters = Dictionary(
      parameters.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    dependence = StandingDependence(graph: graph)
    nodes = Dictionary(
      graph.nodes.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    fields = Dictionary(
      graph.fields.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
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
      if let known = memory.kinds[name] { return known }
      if let value = nodes[name] {
        let found = kind(of: value)
        memory.kinds[name] = found
        return found
      }
      if let field = fields[name] { return .success(field.sort) }
      return .success(parameters[name]?.isChoice == true ? .text : .number)
    case .recordValue(let name, let list):
      let values = graph.records.first { $0.name == list }?.values
      return .success(values?.first { $0.name == name }?.sort ?? .number)
    case .lookUp(let family, _): return kind(ofFamily: family)
    case .calculation(_, let parts):
      return all(parts, are: .number, giving: .number)
    case .shortfall(let rate, let target, _):
      return all([rate, target], are: .number, giving: .number)
    case .moment(let question, let parts):
      for (part, isMoment) in zip(parts, question.momentOperands) {
        if case .failure(let fault) = all(
          [part],
          are: isMoment ? .moment : .number,
          giving: .number
        ) {
          return .failure(fault)
        }
      }
      return .success(question.givesMoment ? .moment : .number)
    case .aggregate(let aggregate): return kind(of: aggregate)
    case .relation(_, let first, let second, _):
      if case .success(.moment) = kind(of: first) {
        return all([second], are: .moment, giving: .truth)
      }
      return all([first, second], are: .number, giving: .truth)
    case .when(let condition, let value):
      return all([condition], are: .truth, giving: .truth).flatMap { _ in kind(of: value) }
    case .match(_, let cases, let otherwise):
      let values = cases.values + (otherwise.map { [$0] } ?? [])
      guard let head = values.first else { return .success(.number) }
      return kind(of: head).flatMap { all(values, are: $0, giving: $0) }
    case .isWord: return .success(.truth)
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
    case .inARow(let part, let count, let skip):
      let conditions = [part] + (skip.map { [$0] } ?? [])
      return all([count], are: .number, giving: .number)
        .flatMap { _ in conditions.lazy.map(steady).first { $0.isFailure } ?? .success(.number) }
        .flatMap { _ in all(conditions, are: .truth, giving: .truth) }
    case .begins, .isFrom: return .success(.truth)
    case .after(let part): return kind(of: part)
    }
  }

  private func kind(of aggregate: Aggregate) -> Result<Kind, KindFault> {
    if let condition = aggregate.condition,
      case .failure(let fault) = all([condition], are: .truth, giving: .truth)
    {
      return .failure(fault)
    }
    let numbers = [aggregate.value, aggregate.leading?.most].compactMap { $0 }
    return all(numbers, are: .number, giving: .number)
  }

  /// Choices give words, numbers give numbers; a family may not mix them.
  private func kind(ofFamily family: String) -> Result<Kind, KindFault> {
    let members = parameters.values.filter { $0.name.hasPrefix(family + ".") }
    let words = members.filter(\.isChoice).count
    guard words == 0 || words == members.count else {
      return .failure(KindFault(message: "'\(family)' holds numbers and choices"))
    }
    return .success(words == 0 ? .number : .text)
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

extension RuleField {
  /// What a formula that names the field yields.
  fileprivate var sort: GraphCheck.Kind {
    switch kind {
    case .number: .number
    case .truth: .truth
    case .moment: .moment
    case .word: .text
    }
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
