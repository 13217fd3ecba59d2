import Rules

/// The names that formulas of a pack may use, known before any formula is read.
struct PackNames {
  var parameters: [String: RuleParameter]
  var inputs: [String]
  var fields: [String]
  var nodes: [String]
  var groups: [String]
  /// States by ladder, in order.
  var ladders: [String: [String]]
  /// States by gate.
  var gates: [String: [String]]

  init(parameters: [RuleParameter], root: PackFields) {
    self.parameters = Dictionary(
      parameters.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    inputs = root.entries("inputs").map(\.key)
    fields = root.texts("fields")
    nodes = root.entries("nodes").map(\.key)
    groups = root.entries("conditions").map(\.key)
    func states(_ key: String) -> [String: [String]] {
      Dictionary(
        root.entries(key).map { ($0.key, $0.value["states"]?.entries?.map(\.key) ?? []) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    ladders = states("ladders")
    gates = states("gates")
  }

  /// Names that stand for a value.
  var values: [String] { Array(parameters.keys) + inputs + fields + nodes }

  /// States of a ladder or gate.
  func states(of subject: String) -> [String]? {
    ladders[subject] ?? gates[subject]
  }

  /// Names that stand for more than one value, ladder or gate.
  var duplicates: [String] {
    var seen: Set<String> = []
    let all = values + Array(ladders.keys) + Array(gates.keys)
    return all.filter { !seen.insert($0).inserted }.sorted()
  }
}
