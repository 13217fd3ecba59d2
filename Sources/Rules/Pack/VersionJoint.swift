import StoreModel

/// Builds the graph of joined versions: what each morning reads depends on its date.
struct VersionJoint {
  let parts: [VersionPart]

  private static let never = Formula.logic(.any, [])
  private static let absent = Formula.when(never, .number("0"))

  func graph() throws(RuleErrors) -> RuleGraph {
    var graph = RuleGraph()
    graph.inputs = parts.flatMap(\.inputs)
    graph.nodes = parts.flatMap(\.nodes)
    graph.groups = parts.flatMap(\.groups)
    graph.identities = parts.flatMap { part in
      part.pack.graph.identities.map {
        RuleGraph.Identity(parameters: $0.parameters.map { part.renamed($0) }, sum: $0.sum)
      }
    }
    for name in names({ $0.ladders.map(\.name) }) {
      let (rule, groups) = try ladder(name)
      graph.ladders.append(rule)
      graph.groups += groups
    }
    for name in names({ $0.gates.map(\.name) }) { graph.gates.append(try gate(name)) }
    for name in names({ $0.tiers.map(\.name) }) {
      let (rule, groups) = try tier(name)
      graph.tiers.append(rule)
      graph.groups += groups
    }
    graph.measures = names { $0.measures.map(\.name) }.compactMap { measure($0) }
    graph.events = names { $0.events.map(\.name) }.compactMap { event($0) }
    graph.money = names { $0.money.map(\.item.name) }.compactMap { money($0) }
    graph.effects.orderCap = effect(\.orderCap, outside: Self.absent)
    graph.effects.gmvCap = effect(\.gmvCap, outside: Self.absent)
    graph.effects.demandShare = effect(\.demandShare, outside: Self.absent)
    graph.effects.stopSales = effect(\.stopSales, outside: Self.never)
    // Pay has no date of its own: that of the newest version stands for all.
    graph.effects.staffPay = parts.last.flatMap { part in
      part.pack.graph.effects.staffPay.map { rule in
        StaffPayRule(
          day: part.renamed(rule.day),
          chat: part.renamed(rule.chat),
          assistedSales: part.renamed(rule.assistedSales),
          assistedRefunds: part.renamed(rule.assistedRefunds),
          otherSales: part.renamed(rule.otherSales),
          assisted: part.renamed(rule.assisted)
        )
      }
    }
    graph.displayed = parts.last?.pack.graph.displayed ?? []
    return graph
  }

  /// Names in order of their first appearance, the newest version first.
  private func names(_ list: (RuleGraph) -> [String]) -> [String] {
    var seen: Set<String> = []
    return parts.reversed().flatMap { list($0.pack.graph) }.filter { seen.insert($0).inserted }
  }

  /// The formula of the version in force, already renamed; `outside` where it has none.
  private func dated(_ formulas: [Formula?], outside: Formula) -> Formula {
    let filled = formulas.map { $0 ?? outside }
    let branches = zip(parts, filled).dropFirst().reversed().compactMap { part, formula in
      part.pack.effectiveFrom.map { Formula.Branch(condition: .isFrom($0), value: formula) }
    }
    return .branch(branches, otherwise: filled[0])
  }

  private func found<Rule>(
    _ list: (RuleGraph) -> [Rule],
    _ isMeant: (Rule) -> Bool
  ) -> [(part: VersionPart, rule: Rule?)] {
    parts.map { part in (part, list(part.pack.graph).first(where: isMeant)) }
  }

  private func refuse(_ name: String) -> RuleErrors {
    RuleErrors([
      RuleErrors.Fault(
        subject: name,
        message: "the versions of '\(parts[0].pack.familyName)' that the days need differ in the "
          + "states or conditions of '\(name)', so they cannot be joined",
        hint: "name one of them: " + parts.map(\.pack.id).joined(separator: ", ")
      )
    ])
  }

  /// A group whose conditions are those of the version in force.
  private func group(
    _ name: String,
    _ groups: [(part: VersionPart, name: String)]
  ) throws(RuleErrors) -> ConditionGroup {
    let written = groups.map { $0.part.pack.graph.group($0.name).conditions }
    guard groups.count == parts.count, let last = written.last, let newest = groups.last,
      written.allSatisfy({ $0.map(\.name) == last.map(\.name) })
    else { throw refuse(name) }
    var conditions: [ConditionGroup.Condition] = []
    for (index, condition) in last.enumerated() {
      var joint = condition
      joint.label = newest.part.renamed(condition.label)
      joint.holds = dated(
        zip(groups, written).map { $0.part.renamed($1[index].holds) },
        outside: Self.never
      )
      conditions.append(joint)
    }
    return ConditionGroup(name: name, conditions: conditions)
  }

  private func ladder(_ name: String) throws(RuleErrors) -> (LadderRule, [ConditionGroup]) {
    let rules = found(\.ladders) { $0.name == name }
    let present = rules.compactMap { part, rule in rule.map { (part: part, rule: $0) } }
    guard present.count == parts.count, let (part, newest) = present.last,
      present.allSatisfy({ $0.rule.states.map(\.name) == newest.states.map(\.name) }),
      present.allSatisfy({ ($0.rule.atOnce == nil) == (newest.atOnce == nil) })
    else { throw refuse(name) }
    let up = try group("\(name) up", present.map { ($0.part, $0.rule.up) })
    let down = try group("\(name) down", present.map { ($0.part, $0.rule.down) })
    var joint = newest
    joint.up = up.name
    joint.down = down.name
    joint.start = newest.index(of: newest.start) == nil ? part.renamed(newest.start) : newest.start
    joint.firstWait = part.renamed(newest.firstWait)
    joint.wait = part.renamed(newest.wait)
    joint.recheck = part.renamed(newest.recheck)
    joint.recheckAtEnds = part.renamed(newest.recheckAtEnds)
    joint.end?.onDay = part.renamed(newest.end?.onDay ?? .number("0"))
    if newest.atOnce != nil {
      joint.atOnce = LadderRule.AtOnce(
        condition: dated(
          present.map { one in one.rule.atOnce.map { one.part.renamed($0.condition) } },
          outside: Self.never
        ),
        anyDay: dated(
          present.map { one in one.rule.atOnce.map { one.part.renamed($0.anyDay) } },
          outside: Self.never
        )
      )
    }
    return (joint, [up, down])
  }

  private func gate(_ name: String) throws(RuleErrors) -> GateRule {
    let present = found(\.gates) { $0.name == name }
      .compactMap { part, rule in rule.map { (part: part, rule: $0) } }
    guard present.count == parts.count, let (part, newest) = present.last,
      present.allSatisfy({ $0.rule.states.map(\.name) == newest.states.map(\.name) })
    else { throw refuse(name) }
    var joint = newest
    joint.startsInside = dated(
      present.map { $0.part.renamed($0.rule.startsInside) },
      outside: Self.never
    )
    joint.removal = GateRule.Removal(
      condition: dated(
        present.map { $0.part.renamed($0.rule.removal.condition) },
        outside: Self.never
      ),
      probability: part.renamed(newest.removal.probability)
    )
    joint.permanentAfter = newest.permanentAfter.map { part.renamed($0) }
    joint.readmission = newest.readmission.map { readmission in
      GateRule.Readmission(
        condition: dated(
          present.map { one in one.rule.readmission.map { one.part.renamed($0.condition) } },
          outside: Self.never
        ),
        afterDays: part.renamed(readmission.afterDays),
        probability: part.renamed(readmission.probability)
      )
    }
    return joint
  }

  private func tier(_ name: String) throws(RuleErrors) -> (TierRule, [ConditionGroup]) {
    let present = found(\.tiers) { $0.name == name }
      .compactMap { part, rule in rule.map { (part: part, rule: $0) } }
    guard present.count == parts.count, let newest = present.last?.rule,
      present.allSatisfy({ $0.rule.bands.map(\.state.name) == newest.bands.map(\.state.name) })
    else { throw refuse(name) }
    var joint = newest
    joint.value = dated(present.map { $0.part.renamed($0.rule.value) }, outside: Self.absent)
    joint.judged = dated(present.map { $0.part.renamed($0.rule.judged) }, outside: Self.never)
    for index in newest.bands.indices {
      if let label = present.last?.part.renamed(newest.bands[index].state.label) {
        joint.bands[index].state.label = label
      }
      guard newest.bands[index].floor != nil else { continue }
      joint.bands[index].floor = dated(
        present.map { one in one.rule.bands[index].floor.map { one.part.renamed($0) } },
        outside: Self.absent
      )
    }
    let told = present.compactMap { one in one.rule.heldBackBy.map { (one.part, $0) } }
    let joined = told.count == parts.count ? try? group("\(name) held back", told) : nil
    joint.heldBackBy = joined?.name
    return (joint, joined.map { [$0] } ?? [])
  }

  private func measure(_ name: String) -> RuleGraph.MeasureRule? {
    let rules = found(\.measures) { $0.name == name }
    guard let (part, newest) = rules.last(where: { $0.rule != nil }), var joint = newest else {
      return nil
    }
    joint.value = dated(
      rules.map { part, rule in rule.map { part.renamed($0.value) } },
      outside: Self.absent
    )
    joint.threshold = joint.threshold.map { part.renamed($0) }
    joint.label = part.renamed(joint.label)
    return joint
  }

  private func event(_ name: String) -> EventRule? {
    let rules = found(\.events) { $0.name == name }
    guard let (part, newest) = rules.last(where: { $0.rule != nil }), var joint = newest else {
      return nil
    }
    let condition = dated(
      rules.map { part, rule in rule.map { part.renamed($0.trigger.condition) } },
      outside: Self.never
    )
    switch joint.trigger {
    case .becomes(_, let countsAtStart):
      joint.trigger = .becomes(condition, countsAtStart: countsAtStart)
    case .holds: joint.trigger = .holds(condition)
    default: break
    }
    joint.threshold = joint.threshold.map { part.renamed($0) }
    joint.label = part.renamed(joint.label)
    return joint
  }

  private func money(_ name: String) -> MoneyRule? {
    let rules = found(\.money) { $0.item.name == name }
    guard var joint = rules.last(where: { $0.rule != nil })?.rule else { return nil }
    guard joint.due != nil else { return joint }
    joint.due = dated(
      rules.map { part, rule in rule?.due.map { part.renamed($0) } },
      outside: Self.never
    )
    joint.amount = dated(
      rules.map { part, rule in rule?.amount.map { part.renamed($0) } },
      outside: Self.absent
    )
    return joint
  }

  private func effect(
    _ key: KeyPath<EffectRules, Formula?>,
    outside: Formula
  ) -> Formula? {
    let formulas = parts.map { part in
      part.pack.graph.effects[keyPath: key].map { part.renamed($0) }
    }
    return formulas.contains { $0 != nil } ? dated(formulas, outside: outside) : nil
  }
}
