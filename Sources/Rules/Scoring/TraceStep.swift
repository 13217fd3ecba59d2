import StoreModel

/// How a number or a condition came about: one line of a tree.
package struct TraceStep: Sendable {
  /// What a line tells of.
  package enum Kind: String, Hashable, Sendable {
    /// A measure, a condition of a ladder or tier, the line of a gate, a tier's number.
    case measure, condition, gate, tier
    /// What they rest on.
    case node, input, parameter
  }

  /// What it tells of.
  package var kind: Kind
  /// Its name; conditions with their ladder, gate or tier before a point.
  package var name: String
  /// What people read.
  package var label: Label
  /// The formula as people read it.
  package var formula: String
  /// The value as decimal text or as a word; `nil` where absent.
  package var value: String?
  /// Whether a condition holds.
  package var holds: Bool?
  /// The comparison with values: `0.9993 ≥ 0.999`; empty without one.
  package var compared = ""
  /// How far the value is above the threshold; `nil` without one.
  package var distance: Rational?
  /// The clause or document; `nil` for what the pack makes itself.
  package var source: Label?
  /// Who says so, how sure it is, from when on; empty but of parameters.
  package var standing = ""
  /// The pack's value where a parameter was set.
  package var packValue: String?
  /// The days counted, of inputs.
  package var span: InputSpan?
  /// What it rests on; empty where that was told above.
  package var children: [TraceStep] = []
  /// Whether what it rests on was told above.
  package var isToldAbove = false
}

/// Builds the tree of every measure, condition, gate and tier.
struct TraceBuilder {
  private let segment: ScorePlay.Segment
  private let on: ExactEvaluator
  private let taken: TakenFormula
  private var graph: RuleGraph { segment.pack.graph }

  init(segment: ScorePlay.Segment, on evaluator: ExactEvaluator) {
    self.segment = segment
    on = evaluator
    taken = TakenFormula(on: evaluator)
  }

  func steps() -> [TraceStep] {
    var told: Set<String> = []
    var steps: [TraceStep] = []
    for measure in graph.measures {
      var step = root(.measure, measure.name, measure.label, measure.value, &told)
      let threshold = measure.threshold.flatMap { segment.parameters.number($0) }
      step.distance = threshold.flatMap { on.number(measure.value)?.subtracting($0) }
      steps.append(step)
    }
    let asked =
      graph.ladders.flatMap { [($0.name, $0.up), ($0.name, $0.down)] }
      + graph.tiers.compactMap { tier in tier.heldBackBy.map { (tier.name, $0) } }
    for (subject, group) in asked {
      for condition in graph.group(group).conditions {
        let name = "\(subject).\(group).\(condition.name)"
        var step = root(.condition, name, condition.label, condition.holds, &told)
        step.source = condition.source
        steps.append(step)
      }
    }
    for gate in graph.gates {
      steps.append(root(.gate, gate.name + ".remove", gate.label, gate.removal.condition, &told))
      if let readmission = gate.readmission {
        steps.append(root(.gate, gate.name + ".readmit", gate.label, readmission.condition, &told))
      }
    }
    for tier in graph.tiers {
      var step = root(.tier, tier.name, tier.label, tier.value, &told)
      let band = on.band(of: tier)
      step.value = tier.bands[band].state.name
      let floor = (tier.bands[band].floor ?? tier.bands[max(0, band - 1)].floor)
        .flatMap { on.number($0) }
      if let number = on.number(tier.value) {
        step.distance = floor.flatMap { number.subtracting($0) }
        step.compared =
          ([number] + tier.bands.compactMap { $0.floor.flatMap { on.number($0) } })
          .map { $0.decimalText(digits: 6) }.joined(separator: " | ")
      }
      steps.append(step)
    }
    return steps
  }

  private func root(
    _ kind: TraceStep.Kind,
    _ name: String,
    _ label: Label,
    _ formula: Formula,
    _ told: inout Set<String>
  ) -> TraceStep {
    var step = step(kind, name, segment.parameters.filled(label), formula)
    step.children = children(of: formula, &told)
    return step
  }

  private func step(
    _ kind: TraceStep.Kind,
    _ name: String,
    _ label: Label,
    _ formula: Formula
  ) -> TraceStep {
    var step = TraceStep(kind: kind, name: name, label: label, formula: formula.readable)
    switch on.value(of: formula) {
    case .truth(let holds): step.holds = holds
    case .text(let word): step.value = word
    case .names(let names): step.value = names.joined(separator: ", ")
    case let value: step.value = value.rational?.decimalText(digits: 12)
    }
    let compared = taken.relations(in: formula)
      .compactMap { Comparison($0.relation, wanted: $0.wanted, on: on) }
    if step.holds != nil {
      step.compared = compared.map {
        "\($0.value.decimalText(digits: 6)) \($0.sign.sign) \($0.threshold.decimalText(digits: 6))"
      }.joined(separator: ", ")
      step.distance = compared.first.flatMap { $0.value.subtracting($0.threshold) }
    }
    return step
  }

  private func children(of formula: Formula, _ told: inout Set<String>) -> [TraceStep] {
    names(in: formula).compactMap { name in
      if let node = graph.nodes.first(where: { $0.name == name }) {
        var step = step(.node, name, node.label, node.value)
        guard told.insert(name).inserted else {
          step.isToldAbove = true
          return step
        }
        step.children = children(of: node.value, &told)
        return step
      }
      if let input = graph.inputs.first(where: { $0.name == name }) { return self.step(of: input) }
      return segment.pack.parameters.first { $0.name == name }.map(step)
    }
  }

  private func step(of input: RuleInput) -> TraceStep {
    let sum = input.terms.map { term in
      (term.coefficient == 1 ? "" : "\(term.coefficient) × ") + term.counter.name
    }.joined(separator: " + ")
    var step = TraceStep(
      kind: .input,
      name: input.name,
      label: Label(english: input.name, chinese: input.name),
      formula: sum.replacing("+ -", with: "− ")
    )
    step.value = on.number(.name(input.name))?.decimalText(digits: 6)
    step.span = on.facts.span(of: input, on: on.morning, standing: on.standing)
    return step
  }

  private func step(of parameter: RuleParameter) -> TraceStep {
    var step = TraceStep(
      kind: .parameter,
      name: parameter.name,
      label: parameter.label,
      formula: ""
    )
    step.value = segment.parameters.displayText(parameter.name)
    step.source = parameter.source
    step.standing =
      "\(parameter.origin.rawValue), \(parameter.confidence.rawValue), "
      + "\(parameter.from) –" + (parameter.to.map { " \($0)" } ?? "")
    if segment.overrides[parameter.name] != nil { step.packValue = parameter.value }
    return step
  }

  /// The names directly inside a formula, once each, in order.
  private func names(in formula: Formula) -> [String] {
    let found: [String]
    switch formula {
    case .name(let name): found = [name]
    case .table(let family, let subject):
      found = on.stateName(of: subject).map { ["\(family).\($0)"] } ?? []
    case .option(let parameter, _): found = [parameter]
    case .shortfall(_, _, let mode): found = formula.parts.flatMap(names) + [mode]
    case .group(_, let group): found = graph.group(group).conditions.flatMap { names(in: $0.holds) }
    default: found = formula.parts.flatMap(names)
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
