import StoreModel

/// Plays a ladder day by day where the outcome of each evaluation is told.
struct LadderTimeline {
  private let ladder: LadderRule
  private let start: CalendarDay
  private let states: [Int]
  private let firstEvaluation: CalendarDay?
  private let nextEvaluation: CalendarDay?
  private let endedOn: CalendarDay?

  /// Longest time played, so that a mistyped year is an error rather than a wait.
  private static let longestInDays = 36_600

  init(
    pack: RulePack,
    parameters: ParameterValues,
    fields: ExampleShape.LadderPlay,
    given: ExampleValue
  ) throws(ExampleFault) {
    let index = pack.graph.standingIndex(of: fields.ladder)
    ladder = pack.graph.ladders[index]
    let start = try Self.date(given[fields.start], field: fields.start)
    let through = try Self.date(given[fields.through], field: fields.through)
    guard start <= through, through - start <= Self.longestInDays else {
      throw ExampleFault(
        field: "given.\(fields.through)",
        expected: "a day within a hundred years after \(start)",
        found: through.description
      )
    }
    guard let text = given[fields.state]?.text, let state = ladder.index(of: text) else {
      throw ExampleFault(
        field: "given.\(fields.state)",
        expected: "one of " + ladder.states.map(\.name).joined(separator: ", "),
        found: given[fields.state]?.displayText ?? "nothing"
      )
    }
    let outcomes = try Self.outcomes(given[fields.outcomes], fields)
    self.start = start
    var standing = GivenReader(graph: pack.graph, parameters: parameters).standing
    standing.ladders[index] = ExactStanding.Place(state: state, since: 1, result: state)
    func turn(_ day: Int) -> ExactLadder {
      ExactLadder(
        rule: pack.graph.ladders[index],
        on: ExactEvaluator(
          pack: pack,
          parameters: parameters,
          facts: NoFacts(),
          standing: standing,
          morning: day
        )
      )
    }
    firstEvaluation = turn(1).nextEvaluation(of: standing.ladders[index], notBefore: 1)
      .map { start + ($0 - 1) }
    var states: [Int] = []
    var endedOn: CalendarDay?
    for day in 1...(through - start + 1) {
      let outcome = outcomes[start + (day - 1)] ?? 0
      standing.ladders[index] = turn(day).step(standing.ladders[index], outcome: outcome)
      states.append(standing.ladders[index].state)
      if standing.ladders[index].state > ladder.top, endedOn == nil { endedOn = start + (day - 1) }
    }
    let tomorrow = through - start + 2
    nextEvaluation = turn(tomorrow)
      .nextEvaluation(of: standing.ladders[index], notBefore: tomorrow)
      .map { start + ($0 - 1) }
    self.states = states
    self.endedOn = endedOn
  }

  func read(_ reading: ExampleShape.Reading, expected: ExampleValue) -> ReadValue? {
    switch reading {
    case .firstEvaluation: day(firstEvaluation)
    case .nextEvaluation: day(nextEvaluation)
    case .ended: day(endedOn)
    case .stateOn:
      .map(
        Dictionary(
          expected.entries.compactMap { entry in
            stateName(on: entry.key).map { (entry.key, .exact($0)) }
          },
          uniquingKeysWith: { first, _ in first }
        )
      )
    default: nil
    }
  }

  /// The state at the end of a day that was played; absent once ended.
  private func stateName(on text: String) -> ExactValue? {
    guard let date = CalendarDay(iso: text), states.indices.contains(date - start) else {
      return nil
    }
    let state = states[date - start]
    return state > ladder.top ? .absent : .text(ladder.states[state].name)
  }

  private func day(_ date: CalendarDay?) -> ReadValue {
    .exact(date.map { .text($0.description) } ?? .absent)
  }

  private static func date(
    _ value: ExampleValue?,
    field: String
  ) throws(ExampleFault) -> CalendarDay {
    guard let text = value?.text, let date = CalendarDay(iso: text) else {
      throw ExampleFault(
        field: "given.\(field)",
        expected: "a date as '2026-01-31'",
        found: value?.displayText ?? "nothing"
      )
    }
    return date
  }

  private static func outcomes(
    _ value: ExampleValue?,
    _ fields: ExampleShape.LadderPlay
  ) throws(ExampleFault) -> [CalendarDay: Int] {
    guard let value else {
      throw ExampleFault(field: "given.\(fields.outcomes)", expected: "a map", found: "nothing")
    }
    var outcomes: [CalendarDay: Int] = [:]
    for entry in value.entries {
      let field = "\(fields.outcomes).\(entry.key)"
      let day = try date(.scalar(entry.key, isQuoted: true), field: field)
      switch entry.value.text {
      case fields.upWord: outcomes[day] = 1
      case fields.downWord: outcomes[day] = -1
      default:
        throw ExampleFault(
          field: "given.\(field)",
          expected: "\(fields.upWord) or \(fields.downWord)",
          found: entry.value.displayText
        )
      }
    }
    return outcomes
  }
}
