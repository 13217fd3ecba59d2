import Rules

/// The names that formulas of a pack may use, known before any formula is read.
struct PackNames {
  var parameters: [String: RuleParameter]
  var inputs: [String]
  var fields: [RuleField]
  var records: [RecordList]
  var nodes: [String]
  var groups: [String]
  /// States by ladder, in order.
  var ladders: [String: [String]]
  /// States by gate.
  var gates: [String: [String]]
  /// States by tier, from the first.
  var tiers: [String: [String]]

  init(parameters: [RuleParameter], root: PackFields, foundation: RulePack?) {
    let below = foundation?.graph
    self.parameters = Dictionary(
      parameters.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    inputs = (below?.inputs.map(\.name) ?? []) + root.entries("inputs").map(\.key)
    let cases = CaseFieldReader(faults: root.faults)
    fields = cases.fields(root.entries("fields"))
    records = cases.records(root.entries("records"))
    nodes = (below?.nodes.map(\.name) ?? []) + root.entries("nodes").map(\.key)
    groups = root.entries("conditions").map(\.key)
    func states(_ key: String) -> [String: [String]] {
      Dictionary(
        root.entries(key).map { ($0.key, $0.value["states"]?.entries?.map(\.key) ?? []) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    ladders = states("ladders")
    gates = states("gates")
    tiers = states("tiers")
  }

  /// Names that stand for a value.
  var values: [String] { Array(parameters.keys) + inputs + fields.map(\.name) + nodes }

  /// Names of fields that hold words.
  var wordFields: [String] {
    fields.filter { if case .word = $0.kind { true } else { false } }.map(\.name)
  }

  /// Names of what has states: ladders, gates and tiers.
  var subjects: [String] { Array(ladders.keys) + Array(gates.keys) + Array(tiers.keys) }

  /// States of a ladder, gate or tier.
  func states(of subject: String) -> [String]? {
    ladders[subject] ?? gates[subject] ?? tiers[subject]
  }

  /// Names that stand for more than one value, ladder, gate or tier.
  var duplicates: [String] {
    var seen: Set<String> = []
    let recordValues = Set(records.flatMap { $0.values.map(\.name) })
    return (values + subjects + Array(recordValues)).filter { !seen.insert($0).inserted }.sorted()
  }
}
