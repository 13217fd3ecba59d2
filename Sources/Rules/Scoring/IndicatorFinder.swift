import StoreModel

/// Finds the rates, means and counts that a pack's measures and conditions rest on.
struct IndicatorFinder {
  let evaluator: ExactEvaluator
  let observed: ObservedDays
  private let taken: TakenFormula
  private var graph: RuleGraph { evaluator.pack.graph }

  init(on evaluator: ExactEvaluator, observed: ObservedDays) {
    self.evaluator = evaluator
    self.observed = observed
    taken = TakenFormula(on: evaluator)
  }

  /// The indicators, nodes in the order of the pack, then plain counts.
  func indicators() -> [ScoredIndicator] {
    let reach = GraphReach(graph, parameters: [], from: graph.scoredFormulas)
    let nodes = graph.nodes.filter { reach.nodes.contains($0.name) }
      .compactMap { indicator($0.name, .name($0.name)) }
    let known = Set(graph.inputs.map(\.name)).union(graph.nodes.map(\.name))
    let inline = graph.measures.filter { measure in
      if case .name(let name) = measure.value { return !known.contains(name) }
      return true
    }.compactMap { indicator($0.name, $0.value) }
    return nodes + compared.compactMap { indicator($0, .name($0)) } + inline
  }

  /// Inputs that are measures or stand in comparisons themselves.
  private var compared: [String] {
    let measured = graph.measures.map(\.value)
    let asked = (graph.askedConditions.map(\.holds) + graph.gates.map(\.removal.condition))
      .flatMap { taken.relations(in: $0).flatMap(\.relation.parts) }
    let names = (measured + asked).compactMap { formula -> String? in
      if case .name(let name) = formula { return name }
      return nil
    }
    return graph.inputs.map(\.name).filter(names.contains)
  }

  private func indicator(_ id: String, _ formula: Formula) -> ScoredIndicator? {
    let parts: (above: Formula, below: Formula?)
    switch taken.shape(of: formula) {
    case .ratio(let above, let below): parts = (above, below)
    case .count(let count): parts = (count, nil)
    case .composite: return nil
    }
    let inputs = ([parts.above] + (parts.below.map { [$0] } ?? [])).flatMap { taken.inputs(of: $0) }
    return ScoredIndicator(
      id: id,
      label: evaluator.parameters.filled(graph.label(of: formula)),
      unit: unit(of: formula, parts),
      value: evaluator.number(formula),
      numerator: evaluator.number(parts.above),
      denominator: parts.below.flatMap { evaluator.number($0) },
      span: span(of: inputs),
      isMissing: inputs.contains { input in
        input.terms.contains { !observed.counters.contains($0.counter) }
      }
    )
  }

  private func unit(of formula: Formula, _ parts: (above: Formula, below: Formula?)) -> String {
    if let measure = graph.measures.first(where: { $0.value == formula }) { return measure.unit }
    let unit = taken.carriers(of: parts.above).first.map { $0.counter.unitsPerOne } ?? 1
    if let below = parts.below {
      if !taken.starStreams(of: parts.above).isEmpty { return "stars" }
      let other = taken.carriers(of: below).first.map { $0.counter.unitsPerOne } ?? 1
      if unit == other { return "share" }
    }
    return switch unit {
    case 100: "yuan"
    case 1000: "s"
    case 3600: "h"
    default: "count"
    }
  }

  /// From the earliest to the latest day; as many observed as of the worst input.
  private func span(of inputs: [RuleInput]) -> InputSpan? {
    let spans = inputs.compactMap {
      evaluator.facts.span(of: $0, on: evaluator.morning, standing: evaluator.standing)
    }
    guard var whole = spans.first else { return nil }
    for span in spans.dropFirst() {
      whole.first = min(whole.first, span.first)
      whole.last = max(whole.last, span.last)
      if span.days - span.daysObserved > whole.days - whole.daysObserved {
        (whole.days, whole.daysObserved) = (span.days, span.daysObserved)
      }
    }
    return whole
  }
}
