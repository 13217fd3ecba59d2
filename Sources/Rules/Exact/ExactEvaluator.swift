/// Computes formulas exactly, straight from a pack's graph, for one morning.
///
/// The day loop uses a compiled ``RuleProgram``; this evaluator is its independent double for worked
/// examples, for scoring history and for the test that both agree.
struct ExactEvaluator {
  let pack: RulePack
  let parameters: ParameterValues
  let facts: any ExactFacts
  /// What named nodes see.
  let morningStanding: ExactStanding
  /// What a formula sees that asks about a ladder or gate directly.
  var standing: ExactStanding
  let morning: Int
  /// The standing after this morning's steps, for formulas that ask for it.
  var standingAfter: ExactStanding?
  /// Values of the record that an aggregate looks at.
  var record: [String: ExactValue] = [:]
  /// What is known of names that a shift of counts leaves as they are.
  var resting: RestingNames?
  private let memory = ExactMemory()

  init(
    pack: RulePack,
    parameters: ParameterValues,
    facts: any ExactFacts,
    standing: ExactStanding,
    morning: Int
  ) {
    self.pack = pack
    self.parameters = parameters
    self.facts = facts
    morningStanding = standing
    self.standing = standing
    self.morning = morning
  }

  /// What a name stands for.
  func meaning(of name: String) -> ExactMemory.Meaning {
    memory.meaning(of: name, in: pack.graph, parameters)
  }

  /// The number of a formula; `nil` where absent.
  func number(_ expression: Formula) -> Rational? {
    value(of: expression, on: morning, standing: standing).rational
  }

  /// Whether a condition holds.
  func holds(_ expression: Formula, on day: Int? = nil) -> Bool {
    value(of: expression, on: day ?? morning, standing: standing).isTrue
  }

  /// The value of a formula this morning.
  func value(of expression: Formula) -> ExactValue {
    value(of: expression, on: morning, standing: standing)
  }

  /// The conditions of a group with whether each holds.
  func conditions(of group: String) -> [(name: String, holds: Bool)] {
    conditions(of: group, on: morning, standing: standing)
  }

  func value(
    of expression: Formula,
    on day: Int,
    standing: ExactStanding
  ) -> ExactValue {
    func number(_ part: Formula) -> Rational? {
      value(of: part, on: day, standing: standing).rational
    }
    func holds(_ part: Formula) -> Bool {
      value(of: part, on: day, standing: standing).isTrue
    }
    switch expression {
    case .number(let text): return memory.number(text)
    case .text(let text): return .text(text)
    case .name(let name): return named(name, on: day)
    case .table(let family, let subject):
      guard let state = stateName(of: subject, on: day, in: standing) else { return .absent }
      return ExactValue(parameters.number("\(family).\(state)"))
    case .calculation(let calculation, let parts):
      let values = parts.map(number)
      return isStandIn(calculation, parts, values, on: day, standing: standing)
        ? .absent : ExactValue(calculation.result(values))
    case .shortfall(let rate, let target, let mode):
      guard let value = number(rate), let wanted = number(target),
        let counted = parameters.texts[mode].flatMap({ ShortfallMode(rawValue: $0) })
      else { return .absent }
      return ExactValue(counted.points(of: value, below: wanted))
    case .recordValue(let name, _): return record[name] ?? .absent
    case .lookUp(let family, let fields): return lookUp(family, fields)
    case .moment(let question, let parts):
      let operands = parts.compactMap(number)
      return operands.count == parts.count ? question.result(operands) : .absent
    case .aggregate(let aggregate): return value(of: aggregate, on: day, standing: standing)
    case .relation(let relation, let first, let second, let absentPasses):
      guard let left = number(first), let right = number(second) else {
        return .truth(absentPasses && !restsOnGap(expression, on: day, standing: standing))
      }
      return .truth(relation.holds(left, right))
    case .logic(let logic, let parts):
      switch logic {
      case .all: return .truth(parts.allSatisfy(holds))
      case .any: return .truth(parts.contains(where: holds))
      case .noneOf: return .truth(!parts.contains(where: holds))
      }
    case .present(let part): return .truth(value(of: part, on: day, standing: standing) != .absent)
    case .branch(let branches, let otherwise):
      let taken = branches.first { holds($0.condition) }?.value ?? otherwise
      return value(of: taken, on: day, standing: standing)
    case .when(let condition, let part):
      return holds(condition) ? value(of: part, on: day, standing: standing) : .absent
    case .match(let field, let cases, let otherwise):
      guard case .text(let word) = value(of: field, on: day, standing: standing),
        let taken = cases[word] ?? otherwise
      else { return .absent }
      return value(of: taken, on: day, standing: standing)
    case .isWord(let field, let word):
      return .truth(value(of: field, on: day, standing: standing) == .text(word))
    case .option(let parameter, let wanted):
      return .truth(parameters.texts[parameter] == wanted)
    case .group(let question, let group):
      let answers = conditions(of: group, on: day, standing: standing)
      switch question {
      case .failing: return .names(answers.filter { !$0.holds }.map(\.name))
      case .holding: return .names(answers.filter(\.holds).map(\.name))
      case .allHold: return .truth(answers.allSatisfy(\.holds))
      case .anyHolds: return .truth(answers.contains(where: \.holds))
      }
    case .standing(let question, let subject, let state):
      return answer(question, about: subject, state: state, on: day, in: standing)
    case .previous(let part):
      guard facts.knows(morning: day - 1) else { return .absent }
      return value(of: part, on: day - 1, standing: standing)
    case .inARow(let part, let count, let skip):
      var missing = Int(number(count)?.floor ?? 0)
      var morning = day
      while missing > 0 {
        guard facts.knows(morning: morning) else { return .truth(false) }
        if !(skip.map { value(of: $0, on: morning, standing: standing).isTrue } ?? false) {
          guard value(of: part, on: morning, standing: standing).isTrue else {
            return .truth(false)
          }
          missing -= 1
        }
        morning -= 1
      }
      return .truth(true)
    case .begins(let period):
      return .truth(facts.begins(period, on: day))
    case .isFrom(let first):
      return .truth(facts.date(of: day).map { $0 >= first } ?? false)
    case .after(let part):
      guard let standingAfter else { return value(of: part, on: day, standing: standing) }
      return ExactEvaluator(
        pack: pack,
        parameters: parameters,
        facts: facts,
        standing: standingAfter,
        morning: morning
      ).value(of: part)
    }
  }

  func named(_ name: String, on day: Int) -> ExactValue {
    let place = ExactMemory.Place(name: name, day: day)
    if let known = memory.values[place] ?? resting?.value(at: place) { return known }
    let found: ExactValue
    if let pinned = facts.pinned(node: name, on: day) {
      found = pinned
    } else {
      switch meaning(of: name) {
      case .input(let input):
        found = ExactValue(facts.sum(of: input, on: day, standing: morningStanding))
      case .node(let formula): found = value(of: formula, on: day, standing: morningStanding)
      case .field: found = facts.field(name)
      case .constant(let constant): found = constant
      }
    }
    memory.values[place] = found
    return found
  }

  /// Forgets values that were found, for facts that are no longer the same.
  func forget() { memory.values.removeAll(keepingCapacity: true) }

  private func conditions(
    of group: String,
    on day: Int,
    standing: ExactStanding
  ) -> [(name: String, holds: Bool)] {
    let found = pack.graph.groups.first { $0.name == group }
    return (found?.conditions ?? []).map {
      ($0.name, value(of: $0.holds, on: day, standing: standing).isTrue)
    }
  }

  /// Index of the state of a tier this morning.
  func band(of tier: TierRule) -> Int { band(of: tier, on: morning) }

  private func band(of tier: TierRule, on day: Int) -> Int {
    func number(_ part: Formula) -> Rational? {
      value(of: part, on: day, standing: morningStanding).rational
    }
    guard let found = number(tier.value) else { return 0 }
    return tier.bands.firstIndex { band in
      band.floor.flatMap(number).map { found >= $0 } ?? false
    } ?? tier.bands.count - 1
  }

  /// The state that a ladder, gate or tier is in this morning.
  func stateName(of subject: String) -> String? {
    stateName(of: subject, on: morning, in: standing)
  }

  private func stateName(
    of subject: String,
    on day: Int,
    in standing: ExactStanding
  ) -> String? {
    if let tier = pack.graph.tier(named: subject) {
      return tier.bands[band(of: tier, on: day)].state.name
    }
    if let index = pack.graph.ladders.firstIndex(where: { $0.name == subject }) {
      return pack.graph.ladders[index].states[standing.ladders[index].state].name
    }
    guard let index = pack.graph.gates.firstIndex(where: { $0.name == subject }) else { return nil }
    let gate = pack.graph.gates[index]
    return gate.states[gateState(index, in: standing)].name
  }

  /// The state of a gate: 0 inside, 1 outside, the last one outside for good.
  func gateState(_ index: Int, in standing: ExactStanding) -> Int {
    guard !standing.gates[index].isInside else { return 0 }
    return isPermanent(index, in: standing) ? pack.graph.gates[index].states.count - 1 : 1
  }

  /// Whether a gate's removals are enough to stay out for good.
  func isPermanent(_ index: Int, in standing: ExactStanding) -> Bool {
    guard let limit = pack.graph.gates[index].permanentAfter, let most = number(limit) else {
      return false
    }
    return Rational(standing.gates[index].removals) >= most
  }

  private func answer(
    _ question: StandingQuestion,
    about subject: String,
    state: String?,
    on day: Int,
    in standing: ExactStanding
  ) -> ExactValue {
    switch question {
    case .isState: return .truth(stateName(of: subject, on: day, in: standing) == state)
    case .state: return stateName(of: subject, on: day, in: standing).map { .text($0) } ?? .absent
    default: break
    }
    if let index = pack.graph.ladders.firstIndex(where: { $0.name == subject }) {
      let place = standing.ladders[index]
      switch question {
      case .due: return .truth(ExactLadder(rule: pack.graph.ladders[index], on: self).isDue(place))
      case .result: return .text(pack.graph.ladders[index].states[place.result].name)
      case .rose: return .truth(place.rose)
      case .fell: return .truth(place.fell)
      case .roseAtOnce: return .truth(place.roseAtOnce)
      default: return .absent
      }
    }
    guard let index = pack.graph.gates.firstIndex(where: { $0.name == subject }) else {
      return .absent
    }
    switch question {
    case .removed: return .truth(standing.gates[index].wasRemovedToday)
    case .removals: return ExactValue(Rational(standing.gates[index].removals))
    case .permanent: return .truth(isPermanent(index, in: standing))
    default: return .absent
    }
  }
}
