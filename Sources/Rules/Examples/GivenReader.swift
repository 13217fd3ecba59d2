import StoreModel

/// Takes what an example gives to where its shape says it goes.
struct GivenReader {
  let graph: RuleGraph
  var facts = ExampleFacts()
  var standing: ExactStanding

  init(graph: RuleGraph, parameters: ParameterValues) {
    self.graph = graph
    standing = ExactStanding(
      ladders: graph.ladders.map { rule in
        let start =
          rule.index(of: rule.start)
          ?? parameters.texts[rule.start].flatMap { rule.index(of: $0) } ?? 0
        return ExactStanding.Place(state: start, since: 1, result: start)
      },
      gates: graph.gates.map { _ in ExactStanding.Membership(isInside: true, removals: 0) }
    )
  }

  /// Reads one item of `given`.
  mutating func read(
    _ item: ExampleShape.Given,
    from given: ExampleValue
  ) throws(ExampleFault) {
    let field = "given." + item.path.joined(separator: ".")
    guard let value = given[path: item.path] ?? (item.isOptional ? .null : nil) else {
      throw ExampleFault(field: field, expected: "a value", found: "nothing")
    }
    for target in item.targets { try put(value, target, field: field) }
  }

  /// Reads one element of a played list.
  mutating func readTurn(
    _ series: ExampleShape.Series,
    from element: ExampleValue
  ) throws(ExampleFault) {
    facts.period = series.period
    var turn = ExampleFacts.Turn()
    if let node = series.node { turn.nodes[node] = plain(element) }
    for item in series.givens {
      let field = "given.\(series.list)." + item.path.joined(separator: ".")
      guard let value = element[path: item.path] else {
        throw ExampleFault(field: field, expected: "a value", found: "nothing")
      }
      for target in item.targets {
        switch target {
        case .input(let name): turn.inputs[name] = try number(value, field: field)
        case .node(let name): turn.nodes[name] = plain(value)
        default: break
        }
      }
    }
    facts.turns.append(turn)
  }

  /// Reads one listed day.
  mutating func readDay(
    _ items: [ExampleShape.Given],
    from given: ExampleValue
  ) throws(ExampleFault) {
    var day: [String: Rational?] = [:]
    for item in items {
      let field = "given." + item.path.joined(separator: ".")
      let count = try number(given[path: item.path], field: field)
      for case .input(let name) in item.targets { day[name] = count }
    }
    facts.days.append(day)
  }

  private mutating func put(
    _ value: ExampleValue,
    _ target: ExampleShape.Target,
    field: String
  ) throws(ExampleFault) {
    switch target {
    case .input(let name): facts.inputs[name] = try number(value, field: field)
    case .counter(let counter): facts.counters[counter] = try number(value, field: field)
    case .field(let name):
      if let rule = graph.fields.first(where: { $0.name == name }) {
        facts.fields[name] = try rule.value(value, field: field)
      }
    case .records(let name):
      if let list = graph.records.first(where: { $0.name == name }) {
        facts.recordLists[name] = try list.records(value, field: field)
      }
    case .node(let name): facts.nodes[name] = plain(value)
    case .nodeNamed(let name):
      guard case .text(let node) = facts.field(name) else { return }
      facts.nodes[node] = plain(value)
    case .state(let ladder):
      let index = graph.standingIndex(of: ladder)
      guard let text = value.text, let state = graph.ladders[index].index(of: text) else {
        let names = graph.ladders[index].states.map(\.name).joined(separator: ", ")
        throw ExampleFault(field: field, expected: "one of \(names)", found: value.displayText)
      }
      standing.ladders[index].state = state
      standing.ladders[index].result = state
    case .daysSinceChange(let ladder):
      let days = try whole(value, field: field)
      standing.ladders[graph.standingIndex(of: ladder)].since = 1 - days
    case .member(let gate):
      guard let isMember = value.truth else {
        throw ExampleFault(field: field, expected: "true or false", found: value.displayText)
      }
      standing.gates[gateIndex(gate)].isInside = isMember
    case .removals(let gate):
      standing.gates[gateIndex(gate)].removals = try whole(value, field: field)
    }
  }

  private func gateIndex(_ gate: String) -> Int {
    graph.standingIndex(of: gate) - graph.ladders.count
  }

  private func plain(_ value: ExampleValue) -> ExactValue {
    if let number = value.number { return ExactValue(number) }
    if let truth = value.truth { return .truth(truth) }
    return value.text.map { .text($0) } ?? .absent
  }

  private func number(
    _ value: ExampleValue?,
    field: String
  ) throws(ExampleFault) -> Rational? {
    if value == .null { return nil }
    guard let number = value?.number, number >= .zero else {
      throw ExampleFault(
        field: field,
        expected: "a number of at least 0",
        found: value?.displayText ?? "nothing"
      )
    }
    return number
  }

  private func whole(_ value: ExampleValue, field: String) throws(ExampleFault) -> Int {
    guard let number = value.number, number >= .zero, number.floor == number.ceiling,
      number < Rational(10_000_000)
    else {
      throw ExampleFault(
        field: field,
        expected: "a whole number of at least 0",
        found: value.displayText
      )
    }
    return Int(number.floor)
  }
}
