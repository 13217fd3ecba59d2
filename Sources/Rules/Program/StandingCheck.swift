import StoreModel

/// Finds the names in a standing that a pack does not know.
struct StandingCheck {
  let graph: RuleGraph

  func problems(in standing: StoreStanding) -> [StandingProblem] {
    var problems: [StandingProblem] = []
    for (name, position) in standing.ladders.sorted(by: { $0.key < $1.key }) {
      guard let ladder = graph.ladders.first(where: { $0.name == name }) else {
        problems.append(problem(.ladder, name, found: name, graph.ladders.map(\.name)))
        continue
      }
      if ladder.index(of: position.state) == nil {
        problems.append(problem(.state, name, found: position.state, ladder.states.map(\.name)))
      }
    }
    let gates = graph.gates.map(\.name)
    for name in standing.gates.keys.sorted() where !gates.contains(name) {
      problems.append(problem(.gate, name, found: name, gates))
    }
    let scores = Set(graph.displayed.map(\.score)).sorted()
    for (name, score) in standing.displayed.sorted(by: { $0.key < $1.key }) {
      guard scores.contains(name) else {
        problems.append(problem(.score, name, found: name, scores))
        continue
      }
      let items = graph.displayed.filter { $0.score == name }.map(\.item)
      for item in score.items.keys.sorted() where !items.contains(item) && item != name {
        problems.append(problem(.item, name, found: item, items))
      }
    }
    return problems
  }

  private func problem(
    _ kind: StandingProblem.Kind,
    _ subject: String,
    found: String,
    _ allowed: [String]
  ) -> StandingProblem {
    StandingProblem(kind: kind, subject: subject, found: found, allowed: allowed)
  }
}
