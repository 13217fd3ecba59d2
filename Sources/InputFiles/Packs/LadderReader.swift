import Rules
import StoreModel

/// Reads the ladders and gates of a pack.
struct LadderReader {
  let names: PackNames
  let formulas: FormulaReader
  let faults: PackFaults

  private static let ladderKeys = [
    "label", "states", "start", "first_wait", "wait", "recheck", "recheck_at_ends", "up", "down",
    "at_once", "end",
  ]
  private static let gateKeys = [
    "label", "states", "starts_inside", "remove", "permanent_after", "readmit",
  ]

  func ladders(_ entries: [Document.Entry]) -> [LadderRule] {
    entries.compactMap { entry in
      let what = "ladder '\(entry.key)'"
      let fields = PackFields(entry.value, of: what, allowed: Self.ladderKeys, faults: faults)
      let states = states(fields, counts: 2...200)
      let label = fields.label()
      let start = start(fields, states: states.map(\.name))
      let group = { (key: String) in
        fields.required(key).flatMap {
          formulas.word($0, "group of conditions", names.groups)
        }
      }
      guard let label, let start, let wait = formula(fields, "wait"), let up = group("up"),
        let down = group("down"), states.count >= 2
      else { return nil }
      let recheck = optionalFormula(fields, "recheck") ?? .number("1")
      return LadderRule(
        name: entry.key,
        label: label,
        states: states,
        start: start,
        firstWait: optionalFormula(fields, "first_wait") ?? wait,
        wait: wait,
        recheck: recheck,
        recheckAtEnds: optionalFormula(fields, "recheck_at_ends") ?? recheck,
        up: up,
        down: down,
        atOnce: atOnce(fields),
        end: end(fields, states: states.map(\.name))
      )
    }
  }

  func gates(_ entries: [Document.Entry]) -> [GateRule] {
    entries.compactMap { entry in
      let what = "gate '\(entry.key)'"
      let fields = PackFields(entry.value, of: what, allowed: Self.gateKeys, faults: faults)
      let states = states(fields, counts: 2...3)
      let label = fields.label()
      guard let removal = removal(fields), let label, states.count >= 2,
        let startsInside = formula(fields, "starts_inside")
      else { return nil }
      return GateRule(
        name: entry.key,
        label: label,
        states: states,
        startsInside: startsInside,
        removal: removal,
        permanentAfter: optionalFormula(fields, "permanent_after"),
        readmission: readmission(fields)
      )
    }
  }

  private func states(_ fields: PackFields, counts: ClosedRange<Int>) -> [LadderRule.State] {
    guard fields.required("states") != nil else { return [] }
    let entries = fields.entries("states")
    if !counts.contains(entries.count) {
      faults.add(
        "RP108",
        at: fields.document.location,
        "\(counts.lowerBound) to \(counts.upperBound) states are needed, not \(entries.count)"
      )
    }
    return entries.compactMap { entry in
      PackFields.label(entry.value, of: "state '\(entry.key)'", faults: faults)
        .map { LadderRule.State(name: entry.key, label: $0) }
    }
  }

  private func start(_ fields: PackFields, states: [String]) -> String? {
    guard let document = fields.required("start") else { return nil }
    let choices = names.parameters.values.filter { parameter in
      parameter.isChoice && parameter.choices.allSatisfy(states.contains)
    }
    return formulas.word(document, "state or parameter of states", states + choices.map(\.name))
  }

  private func formula(_ fields: PackFields, _ key: String) -> Formula? {
    fields.required(key).flatMap { formulas.expression($0) }
  }

  private func optionalFormula(_ fields: PackFields, _ key: String) -> Formula? {
    fields.optional(key).flatMap { formulas.expression($0) }
  }

  private func atOnce(_ fields: PackFields) -> LadderRule.AtOnce? {
    guard let document = fields.optional("at_once") else { return nil }
    let inner = PackFields(
      document,
      of: "at_once",
      allowed: ["when", "any_day"],
      faults: faults
    )
    guard let condition = formula(inner, "when"), let day = formula(inner, "any_day") else {
      return nil
    }
    return LadderRule.AtOnce(condition: condition, anyDay: day)
  }

  private func end(_ fields: PackFields, states: [String]) -> LadderRule.End? {
    guard let document = fields.optional("end") else { return nil }
    let inner = PackFields(
      document,
      of: "end",
      allowed: ["state", "from", "on_day"],
      faults: faults
    )
    let state = inner.required("state").flatMap { formulas.word($0, "state", states) }
    let from = inner.required("from").flatMap { formulas.word($0, "state", states) }
    if let state, state != states.last {
      faults.add("RP114", at: document.location, "the end state '\(state)' must be the last state")
    }
    guard let state, let from, let day = formula(inner, "on_day") else { return nil }
    return LadderRule.End(state: state, from: from, onDay: day)
  }

  private func removal(_ fields: PackFields) -> GateRule.Removal? {
    guard let document = fields.required("remove") else { return nil }
    let inner = PackFields(
      document,
      of: "remove",
      allowed: ["when", "probability"],
      faults: faults
    )
    return formula(inner, "when").map {
      GateRule.Removal(
        condition: $0,
        probability: optionalFormula(inner, "probability") ?? .number("1")
      )
    }
  }

  private func readmission(_ fields: PackFields) -> GateRule.Readmission? {
    guard let document = fields.optional("readmit") else { return nil }
    let inner = PackFields(
      document,
      of: "readmit",
      allowed: ["when", "after_days", "probability"],
      faults: faults
    )
    return GateRule.Readmission(
      condition: optionalFormula(inner, "when") ?? .logic(.all, []),
      afterDays: optionalFormula(inner, "after_days") ?? .number("0"),
      probability: optionalFormula(inner, "probability") ?? .number("1")
    )
  }
}
