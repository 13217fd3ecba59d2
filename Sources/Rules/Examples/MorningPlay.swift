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
    case .series(let series):
      for element in try Self.elements(series.list, of: given) {
        try reader.readTurn(series, from: element)
      }
      mornings = reader.facts.turns.count
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
    case .onEach(let expression):
      .list((0..<mornings).map { .exact(morning($0 + 1).before.value(of: expression)) })
    case .each(let records, let expression, let condition):
      .list(
        looking().records(records, condition, nil).map { record in
          .exact(looking().looking(at: record).value(of: expression))
        }
      )
    case .firstEvaluation, .nextEvaluation, .ended, .stateOn: .exact(.absent)
    }
  }

  private func looking() -> ExactEvaluator { morning(1).before }

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
