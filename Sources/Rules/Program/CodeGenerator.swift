import StoreModel

/// Turns formulas into instructions.
///
/// A named node is computed once a segment and remembered by name; formulas that depend on the
/// standing are computed again in the segment after the steps.
struct CodeGenerator {
  let graph: RuleGraph
  let parameters: ParameterValues
  var code = ProgramCode()
  var faults: [RuleErrors.Fault] = []
  private(set) var readInputs: [RuleInput] = []

  /// Instructions of the segment being written.
  var segment: [Instruction] = []
  /// Slots of the names computed so far.
  var names: [String: Slot] = [:]

  private var constants: [String: Int] = [:]
  private let dependence: StandingDependence

  init(graph: RuleGraph, parameters: ParameterValues) {
    self.graph = graph
    self.parameters = parameters
    dependence = StandingDependence(graph: graph)
  }

  /// Forgets the named nodes that depend on the standing, for the segment after the steps.
  mutating func forgetStandingDependentNames() {
    names = names.filter { !dependence.names.contains($0.key) }
  }

  /// Takes the segment written since the last call.
  mutating func takeSegment() -> [Instruction] {
    defer { segment = [] }
    return segment
  }

  /// The slot of a formula that must be a number.
  mutating func number(_ expression: Formula) -> Int {
    if case .number(let slot) = slot(expression) { return slot }
    return refuse(expression, "a number is needed here")
  }

  /// The slot of a formula that must be a truth.
  mutating func truth(_ expression: Formula) -> Int {
    if case .truth(let slot) = slot(expression) { return slot }
    _ = refuse(expression, "a condition is needed here")
    return newTruth()
  }

  /// The slot of a formula.
  mutating func slot(_ expression: Formula) -> Slot {
    switch expression {
    case .number(let text): return .number(constant(text))
    case .name(let name): return named(name)
    case .table(let family, let subject):
      if let tier = graph.tier(named: subject) { place(tier) }
      let index = graph.standingIndex(of: subject)
      let slots = graph.stateNames(of: subject).map { state in
        parameters.texts["\(family).\(state)"].map { constant($0) } ?? -1
      }
      return emitNumber {
        .table(subject: index, $0, into: $1)
      } operands: {
        slots
      }
    case .calculation(let calculation, let parts):
      if let value = folded(expression) { return .number(constant(value)) }
      // A sum need not carry what is 0 under these parameters.
      let terms = calculation == .sum ? parts.filter { folded($0) != .zero } : parts
      let slots = terms.map { number($0) }
      return emitNumber {
        .calculation(calculation, $0, into: $1)
      } operands: {
        slots
      }
    case .shortfall(let rate, let target, let mode):
      let (value, wanted) = (number(rate), number(target))
      let counted = parameters.texts[mode].flatMap { ShortfallMode(rawValue: $0) } ?? .floor
      return emitNumber {
        .shortfall(counted, rate: value, target: wanted, into: $1)
      } operands: {
        []
      }
    case .relation(let relation, let first, let second, let absentPasses):
      let (left, right) = (number(first), number(second))
      return emitTruth {
        .relation(relation, left, right, absentPasses: absentPasses, into: $0)
      }
    case .logic(let logic, let parts): return join(logic, parts.map { truth($0) })
    case .present(let part):
      let slot = number(part)
      return emitTruth { .isPresent(slot, into: $0) }
    case .branch(let branches, let otherwise): return branch(branches[...], otherwise)
    case .option(let parameter, let value):
      return join(parameters.texts[parameter] == value ? .all : .any, [])
    case .group(let question, let name):
      let slots = graph.group(name).conditions.map { truth($0.holds) }
      return join(question == .anyHolds ? .any : .all, slots)
    case .standing(let question, let subject, let state):
      return standing(question, subject, state)
    case .previous(let part):
      let slot = number(part)
      let index = code.remembered.firstIndex(of: slot) ?? code.remembered.count
      if index == code.remembered.count { code.remembered.append(slot) }
      return emitNumber {
        .previous(index, into: $1)
      } operands: {
        []
      }
    case .when(let condition, let part):
      let holds = truth(condition)
      let value = number(part)
      let absent = constant(nil)
      return emitNumber {
        .chooseNumber(condition: holds, value, absent, into: $1)
      } operands: {
        []
      }
    case .inARow(let part, let count, let skip):
      code.runs.append(RunPlan(condition: truth(part), skip: skip.map { truth($0) }))
      let (index, wanted) = (code.runs.count - 1, staticNumber(count))
      return emitTruth { .inARow(index, count: wanted, into: $0) }
    case .begins(let period): return emitTruth { .begins(period, into: $0) }
    case .isFrom(let day): return emitTruth { .isFrom(day, into: $0) }
    case .text, .after, .recordValue, .lookUp, .moment, .aggregate, .match, .isWord:
      return .number(refuse(expression, "this has no place in a forecast"))
    }
  }

  /// The whole number of a formula over parameters alone.
  func staticNumber(_ expression: Formula) -> Int {
    Int(clamping: staticValue(expression)?.floor ?? 0)
  }

  /// The number of a formula over parameters alone.
  func staticValue(_ expression: Formula) -> Rational? {
    StaticFormula(parameters: parameters, graph: graph).number(expression)
  }

  /// The value of a formula that reads nothing but parameters; `nil` for others.
  private func folded(_ expression: Formula) -> Rational? {
    let formula = StaticFormula(parameters: parameters, graph: graph)
    guard formula.isStatic(expression) else { return nil }
    return formula.number(expression)
  }

  /// Computes the state of a tier, once a segment.
  mutating func place(_ tier: TierRule) {
    guard names[tier.name] == nil else { return }
    let value = number(tier.value)
    let floors = newOperands(tier.bands.compactMap(\.floor).map { number($0) })
    names[tier.name] = .number(value)
    segment.append(
      .place(
        tier: graph.standingIndex(of: tier.name) - graph.ladders.count - graph.gates.count,
        number: value,
        floors: floors
      )
    )
  }

  private mutating func named(_ name: String) -> Slot {
    if let known = names[name] { return known }
    let found: Slot
    if let input = graph.inputs.first(where: { $0.name == name }) {
      let index = sumIndex(of: input)
      found = emitNumber {
        .sum(index, unitsPerOne: input.unitsPerOne, into: $1)
      } operands: {
        []
      }
    } else if let node = graph.nodes.first(where: { $0.name == name }) {
      found = slot(node.value)
    } else if let text = parameters.texts[name], Rational(decimal: text) != nil {
      return .number(constant(text))
    } else {
      let fault = refuse(.name(name), "'\(name)' is known only in worked examples")
      return .number(fault)
    }
    names[name] = found
    return found
  }

  private mutating func branch(
    _ branches: ArraySlice<Formula.Branch>,
    _ otherwise: Formula
  ) -> Slot {
    guard let head = branches.first else { return slot(otherwise) }
    let condition = truth(head.condition)
    let yes = slot(head.value)
    let no = branch(branches.dropFirst(), otherwise)
    switch (yes, no) {
    case (.number(let first), .number(let second)):
      return emitNumber {
        .chooseNumber(condition: condition, first, second, into: $1)
      } operands: {
        []
      }
    case (.truth(let first), .truth(let second)):
      return emitTruth { .chooseTruth(condition: condition, first, second, into: $0) }
    default:
      return .number(refuse(head.value, "the arms of a branch must be of one kind"))
    }
  }

  private mutating func standing(
    _ question: StandingQuestion,
    _ subject: String,
    _ state: String?
  ) -> Slot {
    let index = graph.standingIndex(of: subject)
    let gate = index - graph.ladders.count
    switch question {
    case .isState:
      if let tier = graph.tier(named: subject) { place(tier) }
      let wanted = graph.stateIndex(of: state ?? "", in: subject)
      return emitTruth { .isState(subject: index, state: wanted, into: $0) }
    case .removals:
      return emitNumber {
        .removals(gate: gate, into: $1)
      } operands: {
        []
      }
    case .due, .rose, .fell, .roseAtOnce:
      return emitTruth { .ladderFlag(question, ladder: index, into: $0) }
    case .removed, .permanent:
      return emitTruth { .gateFlag(question, gate: gate, into: $0) }
    case .state, .result:
      return .number(
        refuse(.standing(question, of: subject, state: state), "a name has no place in a forecast")
      )
    }
  }

  private mutating func sumIndex(of input: RuleInput) -> Int {
    if let known = readInputs.firstIndex(where: { $0.name == input.name }) { return known }
    readInputs.append(input)
    var window = Window.lifetime
    if let resolved = input.window.resolved(with: parameters) {
      window = resolved
    } else {
      _ = refuse(.name(input.name), "the window of '\(input.name)' must be of at least one day")
    }
    refuseIncompleteRows(of: input, window)
    var ladder = 0
    if case .sinceChange(let name) = window { ladder = graph.standingIndex(of: name) }
    let first = code.terms.count
    code.terms += input.terms.map { SumTerm(counter: $0.counter, coefficient: $0.coefficient) }
    code.sums.append(
      SumPlan(terms: first..<code.terms.count, window: window, ladder: ladder)
    )
    return code.sums.count - 1
  }

  /// A running sum adds a row once, so the row must not grow any more.
  private mutating func refuseIncompleteRows(of input: RuleInput, _ window: Window) {
    guard let late = input.terms.map(\.counter).first(where: { $0.daysUntilComplete > 1 }) else {
      return
    }
    if case .trailing(let nearest, _) = window, nearest >= late.daysUntilComplete { return }
    _ = refuse(
      .name(input.name),
      "the window of '\(input.name)' must begin \(late.daysUntilComplete) days back or earlier, "
        + "when the rows of '\(late.name)' are complete"
    )
  }

  private mutating func constant(_ text: String) -> Int {
    if let known = constants[text] { return known }
    constants[text] = constant(Rational(decimal: text))
    return code.numbers.count - 1
  }

  private mutating func constant(_ value: Rational?) -> Int {
    code.numbers.append(value?.reduced)
    return code.numbers.count - 1
  }

  private mutating func join(_ logic: Logic, _ slots: [Int]) -> Slot {
    let range = newOperands(slots)
    return emitTruth { .logic(logic, range, into: $0) }
  }

  private mutating func newOperands(_ slots: [Int]) -> Range<Int> {
    let first = code.operands.count
    code.operands += slots
    return first..<code.operands.count
  }

  private mutating func newTruth() -> Int {
    code.truthCount += 1
    return code.truthCount - 1
  }

  private mutating func emitTruth(_ instruction: (Int) -> Instruction) -> Slot {
    let slot = newTruth()
    segment.append(instruction(slot))
    return .truth(slot)
  }

  private mutating func emitNumber(
    _ instruction: (Range<Int>, Int) -> Instruction,
    operands: () -> [Int]
  ) -> Slot {
    let range = newOperands(operands())
    code.numbers.append(nil)
    let slot = code.numbers.count - 1
    segment.append(instruction(range, slot))
    return .number(slot)
  }

  @discardableResult
  private mutating func refuse(_ expression: Formula, _ message: String) -> Int {
    var subject = ""
    if case .name(let name) = expression { subject = name }
    faults.append(RuleErrors.Fault(subject: subject, message: message))
    code.numbers.append(nil)
    return code.numbers.count - 1
  }
}
