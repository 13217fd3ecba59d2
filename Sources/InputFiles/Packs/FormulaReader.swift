import Rules

/// Reads formulas and reports unknown operators (RP107), wrong operands (RP108) and names (RP104).
struct FormulaReader {
  let names: PackNames
  let faults: PackFaults
  /// The list whose records the formula looks at, one after the other.
  var list: RecordList?

  /// A formula; `nil` where a fault was reported.
  func expression(_ document: Document) -> Formula? {
    if let text = document.text { return scalar(text, at: document.location) }
    guard let entries = document.entries else {
      faults.add("RP108", at: document.location, "a formula is a name, a number or {operator: …}")
      return nil
    }
    let operators = entries.filter { $0.key != "absent" && $0.key != "skip" }
    guard operators.count == 1, let entry = operators.first else {
      faults.add(
        "RP108",
        at: document.location,
        "a formula has one operator, not \(operators.count)"
      )
      return nil
    }
    if let absent = document["absent"], Relation(rawValue: entry.key) == nil {
      faults.add("RP108", at: absent.location, "'absent' belongs to ge, gt, le, lt and eq")
    }
    if let skip = document["skip"], entry.key != "in_a_row" {
      faults.add("RP108", at: skip.location, "'skip' belongs to in_a_row")
    }
    if entry.key == "in_a_row" { return inARow(entry.value, skip: document["skip"]) }
    return operation(entry, absent: document["absent"])
  }

  private func scalar(_ text: String, at place: SourceLocation) -> Formula? {
    if Rational(decimal: text) != nil { return .number(text) }
    if let list, list.values.contains(where: { $0.name == text }) {
      return .recordValue(text, of: list.name)
    }
    if names.values.contains(text) { return .name(text) }
    faults.unknownName(text, "parameter, input, node or field", among: names.values, at: place)
    return nil
  }

  private func operation(_ entry: Document.Entry, absent: Document?) -> Formula? {
    let value = entry.value
    if let summary = Aggregate.Summary(rawValue: entry.key), value.entries?.first?.key != nil,
      value["over"] != nil || summary == .count
    {
      return aggregate(summary, value)
    }
    if entry.key == Calculation.weighted.rawValue { return weighted(value) }
    if let question = MomentOperator(rawValue: entry.key) {
      let count = question.momentOperands.count
      return operands(value, count...count, of: entry.key).map { .moment(question, $0) }
    }
    if let calculation = Calculation(rawValue: entry.key) {
      return operands(value, calculation.operandCounts, of: entry.key)
        .map { .calculation(calculation, $0) }
    }
    if let relation = Relation(rawValue: entry.key) {
      return operands(value, 2...2, of: entry.key).map {
        .relation(relation, $0[0], $0[1], absentPasses: passes(absent))
      }
    }
    if let logic = Logic(rawValue: entry.key) {
      return operands(value, 1...64, of: entry.key).map { .logic(logic, $0) }
    }
    if let question = GroupQuestion(rawValue: entry.key) {
      return word(value, "group of conditions", names.groups).map { .group(question, $0) }
    }
    if let question = StandingQuestion(rawValue: entry.key) { return standing(question, value) }
    switch entry.key {
    case "present": return expression(value).map { .present($0) }
    case "previous": return expression(value).map { .previous($0) }
    case "after": return expression(value).map { .after($0) }
    case "text": return value.text.map { .text($0) }
    case "when": return operands(value, 2...2, of: entry.key).map { .when($0[0], $0[1]) }
    case "case": return match(value)
    case "begins":
      return word(value, "period", NaturalPeriod.allCases.map(\.rawValue))
        .flatMap { NaturalPeriod(rawValue: $0) }.map { .begins($0) }
    case "shortfall": return shortfall(value)
    case "branch": return branch(value)
    case "option": return option(value)
    case "table": return table(value)
    default:
      faults.add(
        "RP107",
        at: entry.keyLocation,
        "'\(entry.key)' is no operator",
        hint: NearestName.nearest(to: entry.key, among: Self.operators).map {
          "did you mean '\($0)'?"
        }
          ?? "docs/rule-format.md lists the operators"
      )
      return nil
    }
  }

  private static let operators =
    Calculation.allCases.map(\.rawValue) + Relation.allCases.map(\.rawValue)
    + Logic.allCases.map(\.rawValue) + GroupQuestion.allCases.map(\.rawValue)
    + StandingQuestion.allCases.map(\.rawValue)
    + MomentOperator.allCases.map(\.rawValue)
    + [
      "present", "previous", "after", "text", "in_a_row", "begins", "branch", "option", "table",
      "shortfall", "when", "case", "count",
    ]

  private func passes(_ absent: Document?) -> Bool {
    guard let absent else { return false }
    guard let text = absent.text, text == "pass" || text == "fail" else {
      faults.add("RP106", at: absent.location, "'absent' must be pass or fail")
      return false
    }
    return text == "pass"
  }

  func operands(
    _ document: Document,
    _ counts: ClosedRange<Int>,
    of name: String
  ) -> [Formula]? {
    let parts = document.elements ?? [document]
    guard counts.contains(parts.count) else {
      let allowed =
        counts.lowerBound == counts.upperBound
        ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
      faults.add(
        "RP108",
        at: document.location,
        "'\(name)' takes \(allowed) operands, not \(parts.count)"
      )
      return nil
    }
    let read = parts.map { expression($0) }
    return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
  }

  private func standing(_ question: StandingQuestion, _ value: Document) -> Formula? {
    let parts = value.elements ?? [value]
    if question == .isState, parts.count == 2, let field = wordField(parts[0]) {
      let found =
        field.words.isEmpty
        ? parts[1].text : word(parts[1], "word of '\(parts[0].text ?? "")'", field.words)
      return found.map { .isWord(field.formula, $0) }
    }
    let subjects: [String]
    switch question {
    case .isState, .state: subjects = names.subjects
    case .due, .result, .rose, .fell, .roseAtOnce: subjects = Array(names.ladders.keys)
    case .removed, .removals, .permanent: subjects = Array(names.gates.keys)
    }
    guard parts.count == (question == .isState ? 2 : 1),
      let subject = word(parts[0], "ladder, gate or tier that can be asked this", subjects)
    else {
      if parts.count != (question == .isState ? 2 : 1) {
        faults.add("RP108", at: value.location, "'\(question.rawValue)' has a wrong operand count")
      }
      return nil
    }
    guard question == .isState else { return .standing(question, of: subject, state: nil) }
    return word(parts[1], "state of '\(subject)'", names.states(of: subject) ?? [])
      .map { .standing(question, of: subject, state: $0) }
  }

  private func shortfall(_ document: Document) -> Formula? {
    guard let parts = document.elements, parts.count == 3 else {
      faults.add("RP108", at: document.location, "'shortfall' takes [rate, target, mode]")
      return nil
    }
    let modes = names.parameters.values.filter { parameter in
      parameter.isChoice && parameter.choices.allSatisfy { ShortfallMode(rawValue: $0) != nil }
    }
    let words = ShortfallMode.allCases.map(\.rawValue).joined(separator: ", ")
    guard let rate = expression(parts[0]), let target = expression(parts[1]),
      let mode = word(parts[2], "parameter with choices among \(words)", modes.map(\.name))
    else { return nil }
    return .shortfall(rate: rate, target: target, mode: mode)
  }

  private func branch(_ document: Document) -> Formula? {
    let arms = document.elements ?? []
    guard arms.count >= 2, let last = arms.last?["else"], arms.last?.entries?.count == 1 else {
      faults.add(
        "RP108",
        at: document.location,
        "'branch' is a list of {if: …, then: …} that ends with {else: …}"
      )
      return nil
    }
    let branches = arms.dropLast().map { arm -> Formula.Branch? in
      let fields = PackFields(arm, of: "an arm", allowed: ["if", "then"], faults: faults)
      guard let condition = fields.required("if").flatMap({ expression($0) }),
        let value = fields.required("then").flatMap({ expression($0) })
      else { return nil }
      return Formula.Branch(condition: condition, value: value)
    }
    guard let otherwise = expression(last), branches.allSatisfy({ $0 != nil }) else { return nil }
    return .branch(branches.compactMap { $0 }, otherwise: otherwise)
  }

  private func option(_ document: Document) -> Formula? {
    guard let parts = document.elements, parts.count == 2,
      let name = word(
        parts[0],
        "parameter with choices",
        names.parameters.values.filter(\.isChoice).map(\.name)
      )
    else {
      if document.elements?.count != 2 {
        faults.add("RP108", at: document.location, "'option' takes [parameter, word]")
      }
      return nil
    }
    return word(parts[1], "choice of '\(name)'", names.parameters[name]?.choices ?? [])
      .map { .option(parameter: name, value: $0) }
  }

  private func table(_ document: Document) -> Formula? {
    guard let parts = document.elements, parts.count >= 2, let family = parts[0].text else {
      faults.add("RP108", at: document.location, "'table' takes [family, ladder or field, …]")
      return nil
    }
    if wordField(parts[1]) != nil { return lookUp(family, parts) }
    guard let subject = word(parts[1], "ladder, gate or tier", names.subjects) else { return nil }
    let states = names.states(of: subject) ?? []
    guard states.contains(where: { names.parameters["\(family).\($0)"] != nil }) else {
      faults.add(
        "RP104",
        at: parts[0].location,
        "no parameter '\(family).<state>' for a state of '\(subject)'"
      )
      return nil
    }
    return .table(family: family, ladder: subject)
  }

  /// A word out of a closed list; reports RP104 for another one.
  func word(_ document: Document, _ what: String, _ allowed: [String]) -> String? {
    if let text = document.text, allowed.contains(text) { return text }
    faults.unknownName(
      document.text ?? "a list or map",
      what,
      among: allowed,
      at: document.location
    )
    return nil
  }
}
