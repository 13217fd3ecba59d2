import Rules
import StoreModel

/// Reads the parameters of a pack: no number without unit, origin, source and date.
struct ParameterReader {
  let sources: [String: Label]
  let faults: PackFaults

  private static let keys = [
    "value", "values", "unit", "choices", "origin", "source", "confidence", "from", "to", "label",
    "required",
  ]

  /// Units that a number can have.
  static let units = [
    "share", "days", "orders", "yuan", "s", "min", "h", "stars", "points", "reviews", "complaints",
    "removals", "falls", "count",
  ]

  func parameters(in entries: [Document.Entry]) -> [RuleParameter] {
    entries.flatMap { parameters(named: $0.key, $0.value) }
  }

  /// One parameter, or one for each key of `values`.
  private func parameters(named name: String, _ document: Document) -> [RuleParameter] {
    let what = "parameter '\(name)'"
    let fields = PackFields(document, of: what, allowed: Self.keys, faults: faults)
    let choices = fields.texts("choices")
    var unit = "choice"
    if choices.isEmpty, let written = fields.text("unit") {
      unit = written
      if !Self.units.contains(written), let place = fields.optional("unit")?.location {
        faults.unknownName(written, "unit", among: Self.units, at: place)
      }
    }
    let origin = fields.word("origin", RuleParameter.Origin.init, RuleParameter.Origin.allCases)
    let confidence = fields.word(
      "confidence",
      RuleParameter.Confidence.init,
      RuleParameter.Confidence.allCases
    )
    let source = source(fields)
    if fields.required("from") == nil { return [] }
    let label = fields.label()
    guard let from = fields.date("from"), let origin, let confidence, let source, let label else {
      return []
    }
    let to = fields.date("to")
    let required = fields.optionalLabel("required")
    return values(named: name, fields, choices: choices, unit: unit).map { key, value in
      RuleParameter(
        name: key.map { "\(name).\($0)" } ?? name,
        value: value,
        unit: unit,
        choices: choices,
        origin: origin,
        source: source,
        confidence: confidence,
        from: from,
        to: to,
        label: key.map {
          Label(english: "\(label.english), \($0)", chinese: "\(label.chinese)，\($0)")
        } ?? label,
        required: required
      )
    }
  }

  private func source(_ fields: PackFields) -> Label? {
    guard let name = fields.text("source") else { return nil }
    if let source = sources[name] { return source }
    if let place = fields.optional("source")?.location {
      faults.unknownName(name, "source of this pack", among: Array(sources.keys), at: place)
    }
    return nil
  }

  private func values(
    named name: String,
    _ fields: PackFields,
    choices: [String],
    unit: String
  ) -> [(key: String?, value: String)] {
    if let family = fields.optional("values") {
      guard let entries = family.entries, !entries.isEmpty else {
        faults.add("RP103", at: family.location, "'values' of parameter '\(name)' must be a map")
        return []
      }
      return entries.compactMap { entry in
        checked(entry.value, name: "\(name).\(entry.key)", choices: choices, unit: unit)
          .map { (entry.key, $0) }
      }
    }
    guard let value = fields.required("value"),
      let text = checked(value, name: name, choices: choices, unit: unit)
    else { return [] }
    return [(nil, text)]
  }

  private func checked(
    _ document: Document,
    name: String,
    choices: [String],
    unit: String
  ) -> String? {
    let text = document.text ?? ""
    if !choices.isEmpty {
      guard choices.contains(text) else {
        faults.add(
          "RP106",
          at: document.location,
          "parameter '\(name)' is '\(text)' and must be one of \(choices.joined(separator: ", "))"
        )
        return nil
      }
      return text
    }
    guard let number = Rational(decimal: text), number >= .zero else {
      faults.add(
        "RP106",
        at: document.location,
        "parameter '\(name)' is '\(text)' and must be a number of at least 0, in \(unit)"
      )
      return nil
    }
    if unit == "share", number > .one {
      faults.add(
        "RP106",
        at: document.location,
        "parameter '\(name)' is \(text); a share lies between 0 and 1",
        hint: "write 0.95 for 95 %"
      )
      return nil
    }
    return text
  }
}

extension PackFields {
  /// A key that must be there, with one of a few words.
  func word<Value: RawRepresentable>(
    _ key: String,
    _ create: (String) -> Value?,
    _ allowed: [Value]
  ) -> Value? where Value.RawValue == String {
    guard let text = text(key), let place = optional(key)?.location else { return nil }
    if let value = create(text) { return value }
    faults.unknownName(text, "\(key) that is allowed", among: allowed.map(\.rawValue), at: place)
    return nil
  }
}
