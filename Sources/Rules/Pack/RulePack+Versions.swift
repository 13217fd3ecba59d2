import StoreModel

/// Versions of one rule system, each in force on its own days, joined into one pack.
///
/// Every morning counts by the version in force on it; where the store stands is carried over. Names
/// of each version are kept apart by a prefix, `2026-09-08:prompt.ge`; an override of `prompt.ge`
/// goes to every version that has it.
extension RulePack {
  /// Joins versions.
  ///
  /// - Parameters:
  ///   - versions: packs of one family in order of their first day in force.
  ///   - id: the joined pack's id; by default the family's name.
  /// - Returns: a pack named `id`.
  /// - Throws: ``RuleErrors`` where ladders, gates or tiers of one name differ in their states or in
  ///   the names of the conditions of a rise or fall.
  package static func joined(
    _ versions: [RulePack],
    id: String? = nil
  ) throws(RuleErrors) -> RulePack {
    guard let first = versions.first, let last = versions.last, versions.count > 1 else {
      preconditionFailure("one version is no family")
    }
    let parts = versions.map { VersionPart(pack: $0) }
    let joint = VersionJoint(parts: parts)
    let graph = try joint.graph()
    var aliases: [String: [String]] = [:]
    for part in parts {
      for parameter in part.pack.parameters {
        aliases[parameter.name, default: []].append(part.renamed(parameter.name))
      }
    }
    return RulePack(
      id: id ?? last.familyName,
      label: last.label,
      caution: last.caution,
      effectiveFrom: first.effectiveFrom,
      effectiveTo: last.effectiveTo,
      categories: last.categories,
      parameters: parts.flatMap(\.parameters),
      scenarioKeys: last.scenarioKeys,
      sources: versions.reduce(into: [:]) { all, pack in all.merge(pack.sources) { $1 } },
      graph: graph,
      partIDs: versions.flatMap(\.partIDs),
      aliases: aliases
    )
  }

  /// Overrides under the names that the parameters of joined versions have.
  package func expanded(_ overrides: [String: String]) -> [String: String] {
    guard !aliases.isEmpty else { return overrides }
    var expanded: [String: String] = [:]
    for (name, value) in overrides {
      for alias in aliases[name] ?? [name] { expanded[alias] = value }
    }
    return expanded
  }
}

/// One version with its names told apart from those of the others.
struct VersionPart {
  let pack: RulePack
  private let own: Set<String>

  init(pack: RulePack) {
    self.pack = pack
    own = Set(
      pack.parameters.map(\.name) + pack.graph.inputs.map(\.name) + pack.graph.nodes.map(\.name)
        + pack.graph.groups.map(\.name)
    )
  }

  private var prefix: String { pack.id.drop { $0 != "@" }.dropFirst() + ":" }

  /// A parameter, input, node or group of this version.
  func renamed(_ name: String) -> String { prefix + name }

  var parameters: [RuleParameter] {
    pack.parameters.map { parameter in
      var changed = parameter
      changed.name = renamed(parameter.name)
      changed.label = renamed(parameter.label)
      return changed
    }
  }

  var inputs: [RuleInput] {
    pack.graph.inputs.map { input in
      RuleInput(name: renamed(input.name), terms: input.terms, window: renamed(input.window))
    }
  }

  var nodes: [RuleGraph.Node] {
    pack.graph.nodes.map { node in
      RuleGraph.Node(
        name: renamed(node.name),
        value: renamed(node.value),
        label: renamed(node.label)
      )
    }
  }

  var groups: [ConditionGroup] {
    pack.graph.groups.map { group in
      ConditionGroup(
        name: renamed(group.name),
        conditions: group.conditions.map { condition in
          var changed = condition
          changed.holds = renamed(condition.holds)
          changed.label = renamed(condition.label)
          return changed
        }
      )
    }
  }

  /// A label whose `{parameter}` means this version's.
  func renamed(_ label: Label) -> Label {
    Label(english: renamed(inText: label.english), chinese: renamed(inText: label.chinese))
  }

  private func renamed(inText text: String) -> String {
    text.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, piece in
      let name = piece.prefix { $0 != "}" }
      return index > 0 && own.contains(String(name)) ? prefix + piece : String(piece)
    }.joined(separator: "{")
  }

  private func renamed(_ window: WindowRule) -> WindowRule {
    switch window {
    case .fixed: window
    case .parameter(let name): .parameter(renamed(name))
    case .option(let name, let windows):
      .option(parameter: renamed(name), windows: windows.mapValues { renamed($0) })
    }
  }

  /// A formula that reads this version's names; ladders, gates and tiers keep theirs.
  func renamed(_ formula: Formula) -> Formula {
    func all(_ parts: [Formula]) -> [Formula] { parts.map { renamed($0) } }
    switch formula {
    case .name(let name): return .name(own.contains(name) ? renamed(name) : name)
    case .table(let family, let subject): return .table(family: renamed(family), ladder: subject)
    case .lookUp(let family, let fields): return .lookUp(family: renamed(family), fields: fields)
    case .calculation(let calculation, let parts): return .calculation(calculation, all(parts))
    case .shortfall(let rate, let target, let mode):
      return .shortfall(rate: renamed(rate), target: renamed(target), mode: renamed(mode))
    case .moment(let question, let parts): return .moment(question, all(parts))
    case .relation(let relation, let first, let second, let absentPasses):
      return .relation(relation, renamed(first), renamed(second), absentPasses: absentPasses)
    case .logic(let logic, let parts): return .logic(logic, all(parts))
    case .present(let part): return .present(renamed(part))
    case .branch(let branches, let otherwise):
      return .branch(
        branches.map {
          Formula.Branch(condition: renamed($0.condition), value: renamed($0.value))
        },
        otherwise: renamed(otherwise)
      )
    case .when(let condition, let value): return .when(renamed(condition), renamed(value))
    case .match(let field, let cases, let otherwise):
      return .match(
        field: field,
        cases.mapValues { renamed($0) },
        otherwise: otherwise.map { renamed($0) }
      )
    case .option(let name, let value): return .option(parameter: renamed(name), value: value)
    case .group(let question, let name): return .group(question, renamed(name))
    case .previous(let part): return .previous(renamed(part))
    case .inARow(let part, let count, let skip):
      return .inARow(renamed(part), count: renamed(count), skip: skip.map { renamed($0) })
    case .after(let part): return .after(renamed(part))
    case .number, .text, .recordValue, .aggregate, .isWord, .standing, .begins, .isFrom:
      return formula
    }
  }
}
