import Rules
import StoreModel

/// Reads what the worked examples of a pack give and read.
struct ShapeReader {
  let names: PackNames
  let formulas: FormulaReader
  let graphReader: GraphReader
  let faults: PackFaults

  func shapes(_ entries: [Document.Entry]) -> [ExampleShape] {
    entries.map { entry in
      let fields = PackFields(
        entry.value,
        of: "shape '\(entry.key)'",
        allowed: ["given", "days", "series", "ladder", "read"],
        faults: faults
      )
      var readings: [String: ExampleShape.Reading] = ["pack_used": .pack]
      for item in fields.entries("read") { readings[item.key] = reading(item.value) }
      return ExampleShape(
        name: entry.key,
        givens: fields.entries("given").compactMap { given($0) },
        play: play(fields),
        readings: readings
      )
    }
  }

  private func play(_ fields: PackFields) -> ExampleShape.Play {
    if let days = fields.optional("days") {
      let inner = PackFields(days, of: "days", allowed: ["list", "given"], faults: faults)
      return .morningAfterDays(
        list: inner.text("list") ?? "",
        days: inner.entries("given").compactMap { given($0) }
      )
    }
    if let series = fields.optional("series") {
      return .series(self.series(series))
    }
    guard let ladder = fields.optional("ladder") else { return .morning }
    let keys = ["ladder", "state", "start", "through", "outcomes", "up", "down"]
    let inner = PackFields(ladder, of: "a played ladder", allowed: keys, faults: faults)
    let name = inner.required("ladder").flatMap {
      formulas.word($0, "ladder", Array(names.ladders.keys))
    }
    guard let name else { return .morning }
    return .ladder(
      ExampleShape.LadderPlay(
        ladder: name,
        state: inner.text("state") ?? "",
        start: inner.text("start") ?? "",
        through: inner.text("through") ?? "",
        outcomes: inner.text("outcomes") ?? "",
        upWord: inner.text("up") ?? "",
        downWord: inner.text("down") ?? ""
      )
    )
  }

  private func series(_ document: Document) -> ExampleShape.Series {
    let fields = PackFields(
      document,
      of: "series",
      allowed: ["list", "node", "given", "begins"],
      faults: faults
    )
    if (fields.optional("node") == nil) == fields.entries("given").isEmpty {
      faults.add("RP102", at: document.location, "series needs the key 'node' or the key 'given'")
    }
    let givens = fields.entries("given").compactMap { given($0) }
    for target in givens.flatMap(\.targets) {
      switch target {
      case .input, .node: break
      default:
        faults.add("RP108", at: document.location, "an element of a series gives inputs and nodes")
      }
    }
    return ExampleShape.Series(
      list: fields.text("list") ?? "",
      node: fields.optional("node").flatMap { formulas.word($0, "node", names.nodes) },
      givens: givens,
      period: fields.optional("begins").flatMap {
        formulas.word($0, "period", NaturalPeriod.allCases.map(\.rawValue))
      }.flatMap { NaturalPeriod(rawValue: $0) }
    )
  }

  private func given(_ entry: Document.Entry) -> ExampleShape.Given? {
    let written = entry.value.elements ?? [entry.value]
    let targets = written.compactMap { target($0) }
    guard targets.count == written.count, !targets.isEmpty else { return nil }
    let isOptional = entry.key.hasSuffix("?")
    return ExampleShape.Given(
      path: entry.key.dropLast(isOptional ? 1 : 0).split(separator: ".").map { String($0) },
      targets: targets,
      isOptional: isOptional
    )
  }

  private func target(_ document: Document) -> ExampleShape.Target? {
    let keys = [
      "input", "counter", "field", "node", "node_named", "records", "state", "days_since", "member",
      "removals",
    ]
    guard document.entries?.count == 1, let entry = document.entries?.first else {
      faults.add(
        "RP108",
        at: document.location,
        "a given value goes to {\(keys.joined(separator: ", "))}"
      )
      return nil
    }
    let value = entry.value
    let ladders = Array(names.ladders.keys)
    let gates = Array(names.gates.keys)
    switch entry.key {
    case "input": return formulas.word(value, "input", names.inputs).map { .input($0) }
    case "counter":
      return graphReader.counter(value.text ?? "", at: value.location).map { .counter($0) }
    case "field": return formulas.word(value, "field", names.fields.map(\.name)).map { .field($0) }
    case "node": return formulas.word(value, "node", names.nodes).map { .node($0) }
    case "node_named":
      return formulas.word(value, "field of words", names.wordFields).map { .nodeNamed(field: $0) }
    case "records":
      return formulas.word(value, "list of records", names.records.map(\.name))
        .map { .records($0) }
    case "state": return formulas.word(value, "ladder", ladders).map { .state($0) }
    case "days_since": return formulas.word(value, "ladder", ladders).map { .daysSinceChange($0) }
    case "member": return formulas.word(value, "gate", gates).map { .member($0) }
    case "removals": return formulas.word(value, "gate", gates).map { .removals($0) }
    default:
      faults.unknownName(entry.key, "target", among: keys, at: entry.keyLocation)
      return nil
    }
  }

  private func reading(_ document: Document) -> ExampleShape.Reading? {
    guard let entry = document.entries?.first, document.entries?.count == 1 else {
      return formulas.expression(document).map { .value($0) }
    }
    switch entry.key {
    case "days_of": return formulas.expression(entry.value).map { .daysOf($0) }
    case "on_each": return formulas.expression(entry.value).map { .onEach($0) }
    case "each": return each(entry.value)
    case "map":
      var readings: [String: ExampleShape.Reading] = [:]
      for item in entry.value.entries ?? [] { readings[item.key] = reading(item.value) }
      return .map(readings)
    case "play":
      let plays: [String: ExampleShape.Reading] = [
        "first_evaluation": .firstEvaluation, "next_evaluation": .nextEvaluation,
        "ended": .ended, "state_on": .stateOn,
      ]
      return formulas.word(entry.value, "reading of a played ladder", Array(plays.keys))
        .flatMap { plays[$0] }
    default: return formulas.expression(document).map { .value($0) }
    }
  }

  private func each(_ document: Document) -> ExampleShape.Reading? {
    let fields = PackFields(
      document,
      of: "'each'",
      allowed: ["over", "of", "where"],
      faults: faults
    )
    guard let over = fields.required("over"), let scoped = formulas.reader(over: over),
      let of = fields.required("of").flatMap({ scoped.expression($0) }), let list = scoped.list
    else { return nil }
    let condition = fields.optional("where").flatMap { scoped.expression($0) }
    return .each(records: list.name, of, where: condition)
  }
}
