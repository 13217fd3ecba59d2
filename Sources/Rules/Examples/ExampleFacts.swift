import StoreModel

/// Facts that a worked example gives.
struct ExampleFacts: ExactFacts {
  /// Sums by input; a missing name falls back to counters, then to 0.
  var inputs: [String: Rational?] = [:]
  /// Counts that hold for every window, in the counter's unit.
  var counters: [DayCounter: Rational] = [:]
  var fields: [String: ExactValue] = [:]
  var nodes: [String: ExactValue] = [:]
  /// One-day sums of listed days, which stand for the mornings −1, −2 and on.
  var days: [[String: Rational?]] = []
  /// Values of a node on the mornings 1, 2 and on.
  var series: [String: [ExactValue]] = [:]

  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? {
    if morning < 0, days.indices.contains(-morning - 1) {
      return days[-morning - 1][input.name] ?? .zero
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

  func pinned(node: String, on morning: Int) -> ExactValue? {
    if let values = series[node] {
      return values.indices.contains(morning - 1) ? values[morning - 1] : .absent
    }
    return nodes[node]
  }

  func mornings(after change: Int, until today: Int) -> [Int] {
    days.indices.map { -$0 - 1 }
  }

  func date(of morning: Int) -> CalendarDay? { nil }

  func knows(morning: Int) -> Bool {
    series.values.contains { $0.indices.contains(morning - 1) }
  }
}
