import StoreModel

/// Facts that a worked example gives.
struct ExampleFacts: ExactFacts {
  /// What one element of a played list gives.
  struct Turn {
    var inputs: [String: Rational?] = [:]
    var nodes: [String: ExactValue] = [:]
  }

  /// Sums by input; a missing name falls back to counters, then to 0.
  var inputs: [String: Rational?] = [:]
  /// Counts that hold for every window, in the counter's unit.
  var counters: [DayCounter: Rational] = [:]
  var fields: [String: ExactValue] = [:]
  var recordLists: [String: [[String: ExactValue]]] = [:]
  var nodes: [String: ExactValue] = [:]
  /// One-day sums of listed days, which stand for the mornings −1, −2 and on.
  var days: [[String: Rational?]] = []
  /// What the mornings 1, 2 and on of a played list give.
  var turns: [Turn] = []
  /// The natural period that every morning of a played list begins.
  var period: NaturalPeriod?

  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? {
    if morning < 0, days.indices.contains(-morning - 1) {
      return days[-morning - 1][input.name] ?? .zero
    }
    if turns.indices.contains(morning - 1), let given = turns[morning - 1].inputs[input.name] {
      return given
    }
    if let given = inputs[input.name] { return given }
    var total: Rational? = .zero
    for term in input.terms {
      guard let count = counters[term.counter] else { continue }
      total = count.multiplied(by: Rational(term.coefficient)).flatMap { total?.adding($0) }
    }
    return total
  }

  func field(_ name: String) -> ExactValue { fields[name] ?? .absent }

  func records(_ list: String) -> [[String: ExactValue]] { recordLists[list] ?? [] }

  func pinned(node: String, on morning: Int) -> ExactValue? {
    if turns.contains(where: { $0.nodes[node] != nil }) {
      return turns.indices.contains(morning - 1) ? turns[morning - 1].nodes[node] : .absent
    }
    return nodes[node]
  }

  func mornings(after change: Int, until today: Int) -> [Int] {
    days.indices.map { -$0 - 1 }
  }

  func begins(_ period: NaturalPeriod, on morning: Int) -> Bool { period == self.period }

  func knows(morning: Int) -> Bool { turns.indices.contains(morning - 1) }
}
