import StoreModel

/// Plays an example of one morning, or of one morning a value of a list.
struct MorningPlay {
  private let pack: RulePack
  private let parameters: ParameterValues
  private let facts: ExampleFacts
  private let standing: ExactStanding
  private let mornings: Int

  init(
    pack: RulePack,
    parameters: ParameterValues,
    shape: ExampleShape,
    given: ExampleValue
  ) throws(ExampleFault) {
    self.pack = pack
    self.parameters = parameters
    var reader = GivenReader(graph: pack.graph, parameters: parameters)
    for item in shape.givens { try reader.read(item, from: given) }
    var mornings = 1
    switch shape.play {
    case .morning, .ladder: break
    case .morningAfterDays(let list, let days):
      for element in try Self.elements(list, of: given) { try reader.readDay(days, from: element) }
    case .series(let list, let node):
      let values = try Self.elements(list, of: given)
      reader.facts.series[node] = values.map { ExactValue($0.number) }
      mornings = values.count
    }
    facts = reader.facts
    standing = reader.standing
    self.mornings = mornings
  }

  private static func elements(
    _ list: String,
    of given: ExampleValue
  ) throws(ExampleFault) -> [ExampleValue] {
    guard let elements = given[list]?.elements else {
      throw ExampleFault(
        field: "given.\(list)",
        expected: "a list",
        found: given[list]?.displayText ?? "nothing"
      )
    }
    return elements
  }

  func read(_ reading: ExampleShape.Reading) -> ReadValue {
    switch reading {
    case .pack: .exact(.text(pack.id))
    case .value(let expression): .exact(morning(1).before.value(of: expression))
    case .map(let readings): .map(readings.mapValues { read($0) })
    case .daysOf(let condition):
      .list(
        (1...max(1, mornings)).filter { $0 <= mornings && morning($0).before.holds(condition) }
          .map { .exact(ExactValue(Rational($0))) }
      )
    case .firstEvaluation, .nextEvaluation, .ended, .stateOn: .exact(.absent)
    }
  }

  private func morning(_ day: Int) -> ExactMorning {
    ExactMorning(
      pack: pack,
      parameters: parameters,
      facts: facts,
      standing: standing,
      morning: day,
      chance: { _ in 0 }
    )
  }
}

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
    guard let value = given[path: item.path] else {
      throw ExampleFault(field: field, expected: "a value", found: "nothing")
    }
    for target in item.targets { try put(value, target, field: field) }
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
    case .field(let name): facts.fields[name] = plain(value)
    case .node(let name): facts.nodes[name] = plain(value)
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
