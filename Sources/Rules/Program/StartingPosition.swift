import StoreModel

/// Where a store stands on the morning of day 1, by what it told and the pack's defaults.
///
/// A told state without its first day has been waited out; an untold one begins on day 1.
struct StartingPosition: Sendable {
  /// A place on each ladder: state index and first day index.
  var ladders: [(state: Int, since: Int)]
  /// Inside or not (`nil` is for the pack to say) and removals for each gate.
  var gates: [(isInside: Bool?, removals: Int)]

  init(
    graph: RuleGraph,
    parameters: ParameterValues,
    firstWaits: [Int],
    standing: StoreStanding,
    start: CalendarDay
  ) {
    ladders = zip(graph.ladders, firstWaits).map { rule, wait in
      let fallback =
        rule.index(of: rule.start)
        ?? parameters.texts[rule.start]
        .flatMap { rule.index(of: $0) }
      guard let told = standing.ladders[rule.name], let state = rule.index(of: told.state) else {
        return (fallback ?? 0, 1)
      }
      return (state, told.since.map { min(1, $0 - start + 1) } ?? 1 - wait)
    }
    gates = graph.gates.map { rule in
      let told = standing.gates[rule.name]
      return (told?.isMember, max(0, told?.removals ?? 0))
    }
  }
}
