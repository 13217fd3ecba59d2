/// What was not observed, apart from what has no value because nothing happened.
///
/// Where nothing is due a rate is absent and the rules say what follows. Where a column is not known,
/// nothing follows: neither a floor, nor a score before the first rating, nor a requirement that is
/// waived where nothing is due.
extension ExactEvaluator {
  /// Whether a formula has no value because something that it reads was not observed; of a branch,
  /// the arm that is taken.
  func restsOnGap(_ formula: Formula, on day: Int, standing: ExactStanding) -> Bool {
    guard facts.knowsGaps else { return false }
    switch formula {
    case .name(let name):
      if let input = pack.graph.inputs.first(where: { $0.name == name }) {
        return facts.sum(of: input, on: day, standing: morningStanding) == nil
      }
      return pack.graph.nodes.first { $0.name == name }
        .map { restsOnGap($0.value, on: day, standing: morningStanding) } ?? false
    case .branch(let branches, let otherwise):
      let taken = branches.first {
        value(of: $0.condition, on: day, standing: standing).isTrue
      }?.value
      return restsOnGap(taken ?? otherwise, on: day, standing: standing)
    case .when(let condition, let part):
      return value(of: condition, on: day, standing: standing).isTrue
        && restsOnGap(part, on: day, standing: standing)
    default: return formula.parts.contains { restsOnGap($0, on: day, standing: standing) }
    }
  }

  /// Whether the least, greatest or first of some numbers is only a number of the rules that stands
  /// in for one that was not observed.
  func isStandIn(
    _ calculation: Calculation,
    _ parts: [Formula],
    _ values: [Rational?],
    on day: Int,
    standing: ExactStanding
  ) -> Bool {
    guard facts.knowsGaps, [.first, .min, .max].contains(calculation) else { return false }
    let found = zip(parts, values)
    let fixed = StaticFormula(parameters: parameters, graph: pack.graph)
    let present = found.filter { $1 != nil }.map(\.0)
    let counted = calculation == .first ? Array(present.prefix(1)) : present
    let skipped = calculation == .first ? Array(found.prefix { $1 == nil }) : Array(found)
    return counted.allSatisfy(fixed.isStatic)
      && skipped.contains { part, value in
        value == nil && restsOnGap(part, on: day, standing: standing)
      }
  }
}
