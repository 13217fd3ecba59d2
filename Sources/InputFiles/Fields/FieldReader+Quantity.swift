/// A number or the two ends of a range, in the model's unit.
struct Reading: Hashable {
  var low: Double
  var high: Double?
}

extension FieldReader {
  /// Reads `8 %`, `5 % to 8 %` or `5 to 8 %`; reports what is wrong and returns `nil` then.
  func reading(
    of field: Field,
    _ quantity: Quantity,
    in limits: ClosedRange<Double>
  ) -> Reading? {
    guard let text = field.document.text else {
      report(
        "SC203",
        at: field,
        "'\(field.path)' must be \(quantity.name), found \(field.document.kind)",
        hint: "allowed: \(quantity.text(of: limits))"
      )
      return nil
    }
    let ends = Self.rangeEnds(of: text)
    let parts = ends.map { NumberText.leadingNumber(of: $0) }
    guard let last = parts.last ?? nil, parts.allSatisfy({ $0 != nil }) else {
      report(
        "SC204",
        at: field,
        "'\(field.path)' must be \(quantity.name), found \(field.document.kind)",
        hint: "allowed: \(quantity.text(of: limits))"
      )
      return nil
    }
    var values: [Double] = []
    for part in parts {
      guard let part else { return nil }
      let unit = part.rest.allSatisfy(\.isWhitespace) && ends.count == 2 ? last.rest : part.rest
      guard let value = value(String(part.number), unit: unit, quantity, field) else {
        return nil
      }
      values.append(value)
    }
    for value in values where !limits.contains(value) || !value.isFinite {
      report(
        "SC206",
        at: field,
        "'\(field.path)' must be from \(quantity.text(of: limits)), found \(field.document.kind)"
      )
      return nil
    }
    return Reading(low: values[0], high: values.count == 2 ? values[1] : nil)
  }

  /// The two ends of `A to B`, or the whole text.
  static func rangeEnds(of text: String) -> [Substring] {
    for word in [" to ", "至", "到"] {
      guard let range = text.firstRange(of: word) else { continue }
      return [text[..<range.lowerBound], text[range.upperBound...]].map(trimmed)
    }
    return [trimmed(text[...])]
  }

  private func value(
    _ number: String,
    unit written: Substring,
    _ quantity: Quantity,
    _ field: Field
  ) -> Double? {
    let unit = Self.normalised(written)
    guard number.count <= NumberText.greatestLength, let value = Double(number) else {
      report("SC204", at: field, "'\(field.path)' has too many digits: \(field.document.kind)")
      return nil
    }
    if unit.isEmpty {
      switch quantity.bare {
      case .allowed: return value
      case .fraction where value < 1 || number.contains("."): return value
      case .fraction, .refused:
        report(
          "SC205",
          at: field,
          "'\(field.path)' must be \(quantity.name) with its unit, found \(field.document.kind)",
          hint: quantity.bare == .fraction
            ? "write \(number) % (or \(NumberText.shortest(value / 100)))"
            : "write \(number) \(quantity.writtenUnit)"
        )
        return nil
      }
    }
    guard let factor = quantity.units[unit] else {
      reportUnit(unit, quantity, field)
      return nil
    }
    return value * factor.times / factor.over
  }

  private func reportUnit(_ unit: String, _ quantity: Quantity, _ field: Field) {
    let found = field.document.kind
    let isRange =
      unit == "to" || unit.hasPrefix("to ") || unit.hasPrefix("-") || unit.hasPrefix("~")
    let isNumber = unit.first.map { ",，．_eE".contains($0) } ?? false
    let units = quantity.units.keys.filter { $0.allSatisfy(\.isASCII) }.sorted()
    if isRange {
      report(
        "SC207",
        at: field,
        "'\(field.path)' is no complete range, found \(found)",
        hint: "write a range as 'A to B'"
      )
    } else if isNumber || units.isEmpty {
      report(
        "SC204",
        at: field,
        "'\(field.path)' must be \(quantity.name), found \(found)",
        hint: "write digits and one point, without separators, exponents"
          + (units.isEmpty ? " or units" : "; units: " + units.joined(separator: ", "))
      )
    } else {
      report(
        "SC205",
        at: field,
        "'\(field.path)' must be \(quantity.name), and '\(unit.clipped)' is no unit of it: found "
          + found,
        hint: "allowed: " + units.joined(separator: ", ")
      )
    }
  }

  /// A unit in lower case with single spaces, `/` as ` per `, and full-width signs made plain.
  private static func normalised(_ unit: Substring) -> String {
    unit.lowercased()
      .replacing("％", with: "%")
      .replacing("/", with: " per ")
      .split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
