import Rules

/// Formulas about words, records and rows of mornings.
extension FormulaReader {
  /// A field of words, or a record's value of words, with its formula; no words allow every word.
  func wordField(_ document: Document) -> (formula: Formula, words: [String])? {
    guard let name = document.text else { return nil }
    if let list, let value = list.values.first(where: { $0.name == name }),
      case .word(let words) = value.kind
    {
      return (.recordValue(name, of: list.name), words)
    }
    guard let field = names.fields.first(where: { $0.name == name }),
      case .word(let words) = field.kind
    else { return nil }
    return (.name(name), words)
  }

  /// `{case: {of: field, in: {word: F, …}, else: F}}`.
  func match(_ document: Document) -> Formula? {
    let fields = PackFields(document, of: "'case'", allowed: ["of", "in", "else"], faults: faults)
    guard let of = fields.required("of") else { return nil }
    guard let field = wordField(of) else {
      faults.unknownName(of.text ?? "", "field of words", among: names.wordFields, at: of.location)
      return nil
    }
    var cases: [String: Formula] = [:]
    for entry in fields.entries("in") {
      if !field.words.isEmpty, !field.words.contains(entry.key) {
        faults.unknownName(
          entry.key,
          "word of '\(of.text ?? "")'",
          among: field.words,
          at: entry.keyLocation
        )
      }
      cases[entry.key] = expression(entry.value)
    }
    let otherwise = fields.optional("else").flatMap { expression($0) }
    let missing = field.words.filter { cases[$0] == nil }
    if otherwise == nil, field.words.isEmpty || !missing.isEmpty {
      let which = missing.isEmpty ? "other words" : missing.joined(separator: ", ")
      faults.add("RP108", at: document.location, "'case' has no formula for \(which)")
    }
    return .match(field: field.formula, cases, otherwise: otherwise)
  }

  /// `[family, field, field]`: the parameter that words name.
  func lookUp(_ family: String, _ parts: [Document]) -> Formula? {
    let fields = parts.dropFirst().map { part -> String? in
      if wordField(part) == nil {
        faults.unknownName(
          part.text ?? "",
          "field of words",
          among: names.wordFields,
          at: part.location
        )
        return nil
      }
      return part.text
    }
    guard names.parameters.keys.contains(where: { $0.hasPrefix(family + ".") }) else {
      faults.add("RP104", at: parts[0].location, "no parameter '\(family).<word>'")
      return nil
    }
    let known = fields.compactMap { $0 }
    return known.count == fields.count ? .lookUp(family: family, fields: known) : nil
  }

  /// `[[weight, value], …]`.
  func weighted(_ document: Document) -> Formula? {
    guard let pairs = document.elements, (1...99).contains(pairs.count),
      pairs.allSatisfy({ $0.elements?.count == 2 })
    else {
      faults.add("RP108", at: document.location, "'weighted' takes [[weight, value], …]")
      return nil
    }
    let parts = pairs.flatMap { $0.elements ?? [] }.map { expression($0) }
    return parts.contains { $0 == nil } ? nil : .calculation(.weighted, parts.compactMap { $0 })
  }

  /// `{in_a_row: [c, n], skip: d}`.
  func inARow(_ document: Document, skip: Document?) -> Formula? {
    guard let parts = operands(document, 2...2, of: "in_a_row") else { return nil }
    guard let skip else { return .inARow(parts[0], count: parts[1], skip: nil) }
    return expression(skip).map { .inARow(parts[0], count: parts[1], skip: $0) }
  }

  /// `{over: records, of: F, where: C, first: [n, key, …]}`.
  func aggregate(_ summary: Aggregate.Summary, _ document: Document) -> Formula? {
    let keys = ["over", "where", "first"] + (summary == .count ? [] : ["of"])
    let fields = PackFields(document, of: "'\(summary.rawValue)'", allowed: keys, faults: faults)
    guard let over = fields.required("over"), let scoped = reader(over: over) else { return nil }
    let value = summary == .count ? nil : fields.required("of").flatMap { scoped.expression($0) }
    guard summary == .count || value != nil, let list = scoped.list else { return nil }
    return .aggregate(
      Aggregate(
        summary: summary,
        records: list.name,
        value: value,
        condition: fields.optional("where").flatMap { scoped.expression($0) },
        leading: fields.optional("first").flatMap { leading($0, of: list) }
      )
    )
  }

  /// A reader of formulas about the records of a list.
  func reader(over document: Document) -> FormulaReader? {
    word(document, "list of records", names.records.map(\.name)).flatMap { name in
      var scoped = self
      scoped.list = names.records.first { $0.name == name }
      return scoped
    }
  }

  private func leading(_ document: Document, of list: RecordList) -> Aggregate.Leading? {
    guard let parts = document.elements, let head = parts.first else {
      faults.add("RP108", at: document.location, "'first' takes [n, key, …]")
      return nil
    }
    let values = list.values.map(\.name)
    let keys = parts.dropFirst().compactMap { word($0, "value of '\(list.name)'", values) }
    return expression(head).map { Aggregate.Leading(most: $0, keys: keys) }
  }
}
