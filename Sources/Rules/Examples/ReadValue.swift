/// What an example's field came out as.
indirect enum ReadValue {
  /// A single value.
  case exact(ExactValue)
  /// Values in order.
  case list([ReadValue])
  /// Values by name.
  case map([String: ReadValue])

  /// The value as people read it.
  var displayText: String {
    switch self {
    case .exact(.absent): "null"
    case .exact(.number(let number)): number.rational.decimalText()
    case .exact(.moment(let number)): Moment(seconds: number.rational)?.text ?? "null"
    case .exact(.truth(let truth)): truth ? "true" : "false"
    case .exact(.text(let text)): text
    case .exact(.names(let names)): "[" + names.joined(separator: ", ") + "]"
    case .list(let values): "[" + values.map(\.displayText).joined(separator: ", ") + "]"
    case .map(let values):
      "{"
        + values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.displayText)" }
        .joined(separator: ", ") + "}"
    }
  }
}

/// Compares what an example expects with what was found.
///
/// Numbers with a point agree as exact fractions within half a unit of the last digit printed or
/// 1e-6, whichever is larger; whole numbers, truths, texts and nulls exactly; lists in order, but
/// for names, which are sets; a map may expect only some keys.
struct ExampleComparison {
  private(set) var mismatches: [(field: String, expected: String, found: String)] = []

  mutating func compare(_ expected: ExampleValue, _ found: ReadValue, field: String) {
    switch (expected, found) {
    case (.map(let entries), .map(let values)):
      for entry in entries {
        let path = "\(field).\(entry.key)"
        if let value = values[entry.key] {
          compare(entry.value, value, field: path)
        } else {
          note(path, entry.value.displayText, "no such field")
        }
      }
    case (.list(let elements), .exact(.names(let names))):
      let wanted = elements.compactMap(\.text)
      if wanted.count != elements.count || wanted.count != names.count
        || Set(wanted) != Set(names)
      {
        note(field, expected.displayText, found.displayText)
      }
    case (.list(let elements), .list(let values)) where elements.count == values.count:
      for (index, pair) in zip(elements, values).enumerated() {
        compare(pair.0, pair.1, field: "\(field)[\(index)]")
      }
    case (_, .exact(let value)) where agrees(expected, value): break
    default: note(field, expected.displayText, found.displayText)
    }
  }

  private func agrees(_ expected: ExampleValue, _ found: ExactValue) -> Bool {
    switch found {
    case .absent: return expected == .null
    case .truth(let truth): return expected.truth == truth
    case .text(let text): return expected.text == text
    case .names: return false
    case .moment(let number):
      return expected.text.flatMap { Moment(text: $0) }.map { $0.seconds == number.rational }
        ?? false
    case .number(let number):
      guard let wanted = expected.number, let text = expected.text else { return false }
      guard text.contains(where: { $0 == "." || $0 == "e" || $0 == "E" }) else {
        return wanted == number.rational
      }
      let half = Rational.halfUnit(ofLastDigitIn: text) ?? .zero
      let tolerance = max(half, Rational(unchecked: 1, 1_000_000))
      guard let difference = wanted.subtracting(number.rational) else { return false }
      return max(difference, Rational(unchecked: -difference.numerator, difference.denominator))
        <= tolerance
    }
  }

  private mutating func note(_ field: String, _ expected: String, _ found: String) {
    mismatches.append((field, expected, found))
  }
}
