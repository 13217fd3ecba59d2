import Rules
import StoreModel

/// Reads the inputs, nodes and conditions of a pack.
struct GraphReader {
  let names: PackNames
  let sources: [String: Label]
  let formulas: FormulaReader
  let faults: PackFaults

  func inputs(_ entries: [Document.Entry]) -> [RuleInput] {
    entries.compactMap { entry in
      let fields = PackFields(
        entry.value,
        of: "input '\(entry.key)'",
        allowed: ["of", "window"],
        faults: faults
      )
      guard let of = fields.required("of"), let window = fields.required("window") else {
        return nil
      }
      let terms = terms(of)
      if Set(terms.map(\.counter.unitsPerOne)).count > 1 {
        faults.add("RP109", at: of.location, "the counters of one input must have one unit")
      }
      guard let rule = self.window(window), !terms.isEmpty else { return nil }
      return RuleInput(name: entry.key, terms: terms, window: rule)
    }
  }

  func nodes(_ entries: [Document.Entry]) -> [RuleGraph.Node] {
    entries.compactMap { entry in
      let fields = PackFields(
        entry.value,
        of: "node '\(entry.key)'",
        allowed: ["value", "label"],
        faults: faults
      )
      let label = fields.label()
      guard let value = fields.required("value").flatMap({ formulas.expression($0) }), let label
      else { return nil }
      return RuleGraph.Node(name: entry.key, value: value, label: label)
    }
  }

  func groups(_ entries: [Document.Entry]) -> [ConditionGroup] {
    entries.map { group in
      let conditions = group.value.entries ?? []
      if conditions.isEmpty || conditions.count > 64 {
        faults.add(
          "RP108",
          at: group.value.location,
          "a group has 1 to 64 conditions, '\(group.key)' has \(conditions.count)"
        )
      }
      return ConditionGroup(name: group.key, conditions: conditions.compactMap { condition($0) })
    }
  }

  private func condition(_ entry: Document.Entry) -> ConditionGroup.Condition? {
    let fields = PackFields(
      entry.value,
      of: "condition '\(entry.key)'",
      allowed: ["when", "label", "source", "room"],
      faults: faults
    )
    let label = fields.label()
    let room = fields.optional("room").flatMap { roomRule($0) }
    var source: Label?
    if let name = fields.required("source") {
      source = formulas.word(name, "source of this pack", Array(sources.keys))
        .flatMap { sources[$0] }
    }
    guard let when = fields.required("when").flatMap({ formulas.expression($0) }), let label,
      let source
    else { return nil }
    return ConditionGroup.Condition(
      name: entry.key,
      holds: when,
      label: label,
      source: source,
      room: room
    )
  }

  private func roomRule(_ document: Document) -> RoomRule? {
    let fields = PackFields(
      document,
      of: "a room",
      allowed: ["spent", "won", "within"],
      faults: faults
    )
    guard let spent = fields.label("spent"), let won = fields.label("won") else { return nil }
    return RoomRule(spent: spent, won: won, isWithin: fields.flag("within") ?? true)
  }

  private func terms(_ document: Document) -> [RuleInput.Term] {
    if let entries = document.entries {
      return entries.compactMap { entry in
        guard let coefficient = entry.value.text.flatMap({ Int($0) }), abs(coefficient) <= 100
        else {
          faults.add(
            "RP106",
            at: entry.value.location,
            "a coefficient is a whole number of −100 to 100"
          )
          return nil
        }
        return counter(entry.key, at: entry.keyLocation)
          .map { RuleInput.Term(counter: $0, coefficient: coefficient) }
      }
    }
    return (document.elements ?? [document]).compactMap { element in
      counter(element.text ?? "", at: element.location)
        .map { RuleInput.Term(counter: $0, coefficient: 1) }
    }
  }

  /// A day counter by name; reports RP109 for another name.
  func counter(_ name: String, at place: SourceLocation) -> DayCounter? {
    if let counter = DayCounter(name: name) { return counter }
    let nearest = NearestName.nearest(to: name, among: DayCounter.allCases.map(\.name))
    faults.add(
      "RP109",
      at: place,
      "'\(name)' is no day counter",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "docs/csv-format.md lists them"
    )
    return nil
  }

  private func window(_ document: Document) -> WindowRule? {
    if let text = document.text { return wordWindow(text, at: document.location) }
    if let bounds = document.elements?.map({ $0.text.flatMap { Int($0) } ?? 0 }) {
      if bounds.count == 2, bounds[0] >= 1, bounds[0] <= bounds[1], bounds[1] <= 3660 {
        return .fixed(.trailing(nearest: bounds[0], farthest: bounds[1]))
      }
    } else if let since = document["since"] {
      return formulas.word(since, "ladder", Array(names.ladders.keys))
        .map { .fixed(.sinceChange(ladder: $0)) }
    } else if let option = document["option"] {
      return optionWindow(option, document)
    }
    return refuse(document.location)
  }

  private func wordWindow(_ text: String, at place: SourceLocation) -> WindowRule? {
    switch text {
    case "lifetime": return .fixed(.lifetime)
    case "week": return .fixed(.week)
    case "month": return .fixed(.month)
    case "month_to_date": return .fixed(.monthToDate)
    case "six_months": return .fixed(.sixMonths)
    default: break
    }
    if let parameter = names.parameters[text], parameter.unit == "days" { return .parameter(text) }
    if text.hasSuffix("d"), let days = Int(text.dropLast()), (1...3660).contains(days) {
      return .fixed(.trailing(nearest: 1, farthest: days))
    }
    return refuse(place)
  }

  private func optionWindow(_ option: Document, _ document: Document) -> WindowRule? {
    let choices = names.parameters.values.filter(\.isChoice).map(\.name)
    guard let name = formulas.word(option, "parameter with choices", choices) else { return nil }
    var windows: [String: WindowRule] = [:]
    for choice in names.parameters[name]?.choices ?? [] {
      guard let written = document[choice] else {
        faults.add("RP110", at: document.location, "no window for '\(name)' being '\(choice)'")
        continue
      }
      windows[choice] = window(written)
    }
    return .option(parameter: name, windows: windows)
  }

  private func refuse(_ place: SourceLocation) -> WindowRule? {
    faults.add(
      "RP110",
      at: place,
      "a window is 30d, [15, 104], lifetime, week, month, month_to_date, six_months, "
        + "{since: ladder}, {option: parameter, <choice>: window} or a parameter in days"
    )
    return nil
  }
}
