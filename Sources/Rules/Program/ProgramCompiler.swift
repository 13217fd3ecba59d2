import StoreModel

/// Compiles a pack with its parameters into a ``RuleProgram``.
struct ProgramCompiler {
  let pack: RulePack
  let parameters: ParameterValues
  private var generator: CodeGenerator

  init(pack: RulePack, parameters: ParameterValues) {
    self.pack = pack
    self.parameters = parameters
    generator = CodeGenerator(graph: pack.graph, parameters: parameters)
  }

  /// The program.
  ///
  /// - Throws: ``RuleErrors`` where something reported cannot be computed from day counts.
  consuming func program(hasConsequences: Bool) throws(RuleErrors) -> RuleProgram {
    let graph = pack.graph
    generator.code.historyDepth = graph.historyDepth(with: parameters)
    for tier in graph.tiers { generator.place(tier) }
    generator.code.measures = graph.measures.map {
      MeasurePlan(slot: generator.number($0.value), unitsPerOne: $0.unitsPerOne)
    }
    precomputeNodes()
    generator.code.before = generator.takeSegment()
    generator.code.ladders = graph.ladders.map { ladder($0) }
    generator.code.gates = graph.gates.map { gate($0) }
    generator.forgetStandingDependentNames()
    generator.code.tiers = graph.tiers.map { tier($0) }
    generator.code.triggers = graph.events.map { trigger($0.trigger) }
    generator.code.charges = graph.money.map { charge($0) }
    generator.code.effects = effects(graph.effects)
    generator.code.after = generator.takeSegment()
    let staffPay = staffPay(graph.effects.staffPay)
    guard generator.faults.isEmpty else { throw RuleErrors(generator.faults) }
    return RuleProgram(
      pack: pack,
      parameters: parameters,
      code: generator.code,
      inputs: generator.readInputs,
      staffPay: staffPay,
      hasConsequences: hasConsequences
    )
  }

  /// Computes every named node that a step reads before the first step.
  private mutating func precomputeNodes() {
    let graph = pack.graph
    var roots: [Formula] = graph.ladders.flatMap { ladder in
      (graph.group(ladder.up).conditions + graph.group(ladder.down).conditions).map(\.holds)
        + (ladder.atOnce.map { [$0.condition] } ?? [])
    }
    roots += graph.gates.flatMap { gate in
      [gate.removal.condition, gate.startsInside] + (gate.readmission.map { [$0.condition] } ?? [])
    }
    roots += graph.events.map(\.trigger.condition)
    for name in Set(roots.flatMap { namesRead(by: $0) }).sorted() {
      _ = generator.slot(.name(name))
    }
  }

  private func namesRead(by expression: Formula) -> [String] {
    switch expression {
    case .name(let name): parameters.texts[name] == nil ? [name] : []
    case .group(_, let group):
      pack.graph.group(group).conditions.flatMap { namesRead(by: $0.holds) }
    default: expression.parts.flatMap { namesRead(by: $0) }
    }
  }

  private mutating func ladder(_ rule: LadderRule) -> LadderPlan {
    let graph = pack.graph
    let up = graph.group(rule.up).conditions.map { generator.truth($0.holds) }
    let down = graph.group(rule.down).conditions.map { generator.truth($0.holds) }
    let evaluation = generator.takeSegment()
    let atOnce = rule.atOnce.map { generator.truth($0.condition) }
    let atOnceCode = generator.takeSegment()
    let known = generator.names
    generator.names = [:]
    let anyDay = rule.atOnce.map { generator.truth($0.anyDay) }
    let dayCode = generator.takeSegment()
    generator.names = known
    return LadderPlan(
      top: rule.top,
      endState: rule.end == nil ? -1 : rule.states.count - 1,
      endFrom: rule.end.flatMap { rule.index(of: $0.from) } ?? -1,
      endDay: rule.end.map { staticCeiling($0.onDay) } ?? 0,
      firstWait: generator.staticNumber(rule.firstWait),
      wait: generator.staticNumber(rule.wait),
      recheck: max(1, generator.staticNumber(rule.recheck)),
      recheckAtEnds: max(1, generator.staticNumber(rule.recheckAtEnds)),
      evaluation: evaluation,
      up: up,
      down: down,
      atOnceCode: atOnceCode,
      atOnce: atOnce,
      dayCode: dayCode,
      anyDay: anyDay
    )
  }

  private func staticCeiling(_ expression: Formula) -> Int {
    Int(clamping: generator.staticValue(expression)?.ceiling ?? 0)
  }

  private mutating func gate(_ rule: GateRule) -> GatePlan {
    let start = generator.truth(rule.startsInside)
    let startCode = generator.takeSegment()
    let removal = generator.truth(rule.removal.condition)
    let readmission = rule.readmission.map { generator.truth($0.condition) }
    let code = generator.takeSegment()
    return GatePlan(
      stateCount: rule.states.count,
      startCode: startCode,
      start: start,
      code: code,
      removal: removal,
      removalProbability: probability(rule.removal.probability),
      permanentAfter: rule.permanentAfter.map { staticCeiling($0) },
      readmission: readmission,
      afterDays: rule.readmission.map { generator.staticNumber($0.afterDays) } ?? 0,
      readmissionProbability: rule.readmission.map { probability($0.probability) } ?? 0
    )
  }

  private mutating func tier(_ rule: TierRule) -> TierPlan {
    guard let group = rule.heldBackBy else { return TierPlan(judged: nil, conditions: []) }
    return TierPlan(
      judged: generator.truth(rule.judged),
      conditions: pack.graph.group(group).conditions.map { generator.truth($0.holds) }
    )
  }

  private func probability(_ expression: Formula) -> Double {
    (generator.staticValue(expression) ?? .one).approximation
  }

  private mutating func trigger(_ trigger: EventRule.Trigger) -> TriggerPlan {
    let graph = pack.graph
    switch trigger {
    case .rose(let ladder): return .rose(graph.standingIndex(of: ladder))
    case .fell(let ladder): return .fell(graph.standingIndex(of: ladder))
    case .reached(let ladder, let state):
      return .reached(
        ladder: graph.standingIndex(of: ladder),
        state: graph.stateIndex(of: state, in: ladder)
      )
    case .entered(let subject, let state):
      return .entered(
        subject: graph.standingIndex(of: subject),
        state: graph.stateIndex(of: state, in: subject)
      )
    case .removed(let gate):
      return .removed(gate: graph.standingIndex(of: gate) - graph.ladders.count)
    case .becomes(let condition, let countsAtStart):
      return .becomes(generator.truth(condition), countsAtStart: countsAtStart)
    case .holds(let condition): return .holds(generator.truth(condition))
    }
  }

  private mutating func charge(_ money: MoneyRule) -> ChargePlan? {
    guard let due = money.due, let amount = money.amount else { return nil }
    return ChargePlan(due: generator.truth(due), amount: generator.number(amount))
  }

  private mutating func staffPay(_ rule: StaffPayRule?) -> StaffPay? {
    guard let rule else { return nil }
    let pay = rule.pay(StaticFormula(parameters: parameters, graph: pack.graph))
    if pay == nil {
      generator.faults.append(
        RuleErrors.Fault(subject: "staff_pay", message: "pay may read parameters alone")
      )
    }
    return pay
  }

  private mutating func effects(_ rules: EffectRules) -> EffectPlan {
    EffectPlan(
      orderCap: rules.orderCap.map { generator.number($0) },
      gmvCap: rules.gmvCap.map { generator.number($0) },
      demandShare: rules.demandShare.map { generator.number($0) },
      stopSales: rules.stopSales.map { generator.truth($0) }
    )
  }
}

extension RuleGraph {
  /// Mornings before today that rows and previous values of any formula look back at.
  func historyDepth(with parameters: ParameterValues) -> Int {
    let formula = StaticFormula(parameters: parameters, graph: self)
    let values = Dictionary(
      nodes.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    var known: [String: Int] = [:]
    func depth(_ expression: Formula, _ nesting: Int) -> Int {
      // A cycle of names is refused when the pack is read; the bound keeps this total.
      guard nesting < 200 else { return 0 }
      switch expression {
      case .previous(let part): return 1 + depth(part, nesting + 1)
      case .inARow(let part, let count, let skip):
        // Where mornings are passed over, a row may be spread over many: two months for each.
        let mornings = Int(clamping: formula.number(count)?.floor ?? 1)
        let longest = skip == nil ? mornings - 1 : min(mornings, 3660) * 62
        return min(max(0, longest), 3660)
          + max(depth(part, nesting + 1), skip.map { depth($0, nesting + 1) } ?? 0)
      case .table(_, let subject), .standing(_, of: let subject, state: _):
        return tier(named: subject).map { depth($0.value, nesting + 1) } ?? 0
      case .name(let name):
        if let depth = known[name] { return depth }
        let found = values[name].map { depth($0, nesting + 1) } ?? 0
        known[name] = found
        return found
      default: return expression.parts.map { depth($0, nesting + 1) }.max() ?? 0
      }
    }
    let conditions = groups.flatMap { $0.conditions.map(\.holds) }
    return (nodes.map(\.value) + conditions + events.map(\.trigger.condition))
      .map { depth($0, 0) }.max() ?? 0
  }
}
