/// Values of worked examples that are no day counts.
extension RuleField {
  /// The value as written; absent for `null`.
  func value(_ written: ExampleValue, field: String) throws(ExampleFault) -> ExactValue {
    guard written != .null else { return .absent }
    let found: ExactValue?
    let expected: String
    switch kind {
    case .number:
      expected = "a number"
      found = written.number.map { ExactValue($0) }
    case .truth:
      expected = "true or false"
      found = written.truth.map { .truth($0) }
    case .moment:
      expected = "a moment as '2026-01-31T09:00:00', '2026-01-31' or '09:00:00'"
      found = written.text.flatMap { Moment(text: $0) }.map { ExactValue($0) }
    case .word(let words):
      expected = words.isEmpty ? "a word" : "one of " + words.joined(separator: ", ")
      found = written.text.flatMap { words.isEmpty || words.contains($0) ? .text($0) : nil }
    }
    guard let found else {
      throw ExampleFault(field: field, expected: expected, found: written.displayText)
    }
    return found
  }
}

extension RecordList {
  /// The records of a list as written; one for each element of an inner list where there is one.
  func records(
    _ written: ExampleValue,
    field: String
  ) throws(ExampleFault) -> [[String: ExactValue]] {
    var found: [[String: ExactValue]] = []
    for (index, element) in try elements(of: written, field: field).enumerated() {
      let place = "\(field)[\(index)]"
      if isPlain {
        found.append([Self.plainValue: try values[0].value(element, field: place)])
        continue
      }
      var record: [String: ExactValue] = [:]
      for rule in values where innerList == nil || rule.name != Self.plainValue {
        let path = "\(place).\(rule.name)"
        guard let value = element[rule.name] else {
          throw ExampleFault(field: path, expected: "a value", found: "nothing")
        }
        record[rule.name] = try rule.value(value, field: path)
      }
      guard let innerList, let inner = values.first(where: { $0.name == Self.plainValue }) else {
        found.append(record)
        continue
      }
      let path = "\(place).\(innerList)"
      for value in try elements(of: element[innerList] ?? .null, field: path) {
        record[Self.plainValue] = try inner.value(value, field: path)
        found.append(record)
      }
    }
    return found
  }

  private func elements(
    of written: ExampleValue,
    field: String
  ) throws(ExampleFault) -> [ExampleValue] {
    guard let elements = written.elements else {
      throw ExampleFault(field: field, expected: "a list", found: written.displayText)
    }
    return elements
  }
}
