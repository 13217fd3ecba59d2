package import StoreModel

extension Section {
  /// An input that may be a range, from the file or the defaults.
  ///
  /// The key's dotted name becomes the name of the draw; `limits` are the least and greatest value
  /// allowed, in the model's unit.
  package func uncertain(
    _ key: String,
    _ quantity: Quantity,
    in limits: ClosedRange<Double>,
    hint: String = ""
  ) -> Uncertain {
    required(key, hint: hint).flatMap { reader.uncertain(of: $0, quantity, in: limits) }
      ?? Uncertain(path: path(of: key), law: .known(limits.lowerBound))
  }

  /// An input without a default that may be left out.
  package func optionalUncertain(
    _ key: String,
    _ quantity: Quantity,
    in limits: ClosedRange<Double>
  ) -> Uncertain? {
    optional(key).map {
      reader.uncertain(of: $0, quantity, in: limits)
        ?? Uncertain(path: $0.path, law: .known(limits.lowerBound))
    }
  }

  /// An input that must be one number; a range is SC215.
  package func known(
    _ key: String,
    _ quantity: Quantity,
    in limits: ClosedRange<Double>
  ) -> Double {
    required(key).flatMap { reader.known(of: $0, quantity, in: limits) } ?? limits.lowerBound
  }

  /// The same, where it may be left out.
  package func optionalKnown(
    _ key: String,
    _ quantity: Quantity,
    in limits: ClosedRange<Double>
  ) -> Double? {
    optional(key).map { reader.known(of: $0, quantity, in: limits) ?? limits.lowerBound }
  }

  /// A whole number, from the file or the defaults.
  package func count(_ key: String, in limits: ClosedRange<Int>, isNoted: Bool = true) -> Int {
    required(key, isNoted: isNoted).flatMap { reader.count(of: $0, in: limits) }
      ?? limits.lowerBound
  }

  /// A whole number that may be left out.
  package func optionalCount(_ key: String, in limits: ClosedRange<Int>) -> Int? {
    optional(key).map { reader.count(of: $0, in: limits) ?? limits.lowerBound }
  }

  /// A list of shares that sum to 100 % (or 1), as fractions that sum to 1.
  ///
  /// `names` says what the elements are, in the order of the file.
  package func shares(_ key: String, of names: [String]) -> [Double] {
    required(key).flatMap { reader.shares(of: $0, names: names) }
      ?? Array(repeating: 1 / Double(names.count), count: names.count)
  }

  /// A list of plain numbers of a fixed length, not all zero.
  package func numbers(_ key: String, count: Int, in limits: ClosedRange<Double>) -> [Double] {
    let fallback = Array(repeating: 1.0, count: count)
    guard let field = required(key) else { return fallback }
    let elements = reader.elements(of: field, atMost: 10_000)
    guard elements.count == count else {
      if field.document.elements != nil {
        reader.report(
          "SC211",
          at: field,
          "'\(field.path)' must have \(count) numbers, found \(elements.count)"
        )
      }
      return fallback
    }
    let values = elements.compactMap { reader.known(of: $0, .amount, in: limits) }
    guard values.count == count else { return fallback }
    guard values.contains(where: { $0 > 0 }) else {
      reader.report("SC206", at: field, "at least one number of '\(field.path)' must be above 0")
      return fallback
    }
    return values
  }
}

extension FieldReader {
  func uncertain(
    of field: Field,
    _ quantity: Quantity,
    in limits: ClosedRange<Double>
  ) -> Uncertain? {
    guard let reading = reading(of: field, quantity, in: limits) else { return nil }
    guard let high = reading.high else {
      return Uncertain(path: field.path, law: .known(reading.low))
    }
    let low = reading.low
    guard low < high else {
      report(
        "SC207",
        at: field,
        "the range of '\(field.path)' must rise, found \(field.document.kind)",
        hint: "write the smaller number first; for a value that is known write it alone"
      )
      return nil
    }
    switch quantity.law {
    case .number:
      return Uncertain(path: field.path, law: .number(low: low, high: high))
    case .share:
      guard low > 0, high < 1 else {
        report(
          "SC207",
          at: field,
          "a range of shares must lie strictly between 0 % and 100 %, found "
            + field.document.kind,
          hint: "the ends are the 10 % and 90 % quantiles; 0.1 % to 5 % leaves room below"
        )
        return nil
      }
      return Uncertain(path: field.path, law: .share(low: low, high: high))
    case .amount:
      guard low > 0, high <= Self.widestRange * low else {
        report(
          "SC207",
          at: field,
          "a range of amounts must begin above 0 and end at most \(Int(Self.widestRange)) times "
            + "higher, found \(field.document.kind)",
          hint: "the ends are the 10 % and 90 % quantiles of a log-normal"
        )
        return nil
      }
      return Uncertain(path: field.path, law: .amount(low: low, high: high))
    }
  }

  func known(of field: Field, _ quantity: Quantity, in limits: ClosedRange<Double>) -> Double? {
    guard let reading = reading(of: field, quantity, in: limits) else { return nil }
    guard reading.high == nil else {
      report(
        "SC215",
        at: field,
        "'\(field.path)' must be one number, found the range \(field.document.kind)"
      )
      return nil
    }
    return reading.low
  }

  func count(of field: Field, in limits: ClosedRange<Int>) -> Int? {
    guard let text = field.document.text, let value = NumberText.integer(text) else {
      report(
        "SC204",
        at: field,
        "'\(field.path)' must be a whole number, found \(field.document.kind)",
        hint: "allowed: \(limits.lowerBound) to \(limits.upperBound), digits only"
      )
      return nil
    }
    guard limits.contains(value) else {
      report(
        "SC206",
        at: field,
        "'\(field.path)' must be from \(limits.lowerBound) to \(limits.upperBound), found "
          + field.document.kind
      )
      return nil
    }
    return value
  }

  func shares(of field: Field, names: [String]) -> [Double]? {
    let elements = elements(of: field, atMost: 10_000)
    guard field.document.elements != nil else { return nil }
    guard elements.count == names.count else {
      report(
        "SC211",
        at: field,
        "'\(field.path)' must have \(names.count) shares, found \(elements.count)",
        hint: "in this order: " + names.joined(separator: ", ")
      )
      return nil
    }
    let values = elements.compactMap { element -> Double? in
      let isPercent = element.document.text?.contains("%") ?? false
      guard let value = known(of: element, isPercent ? .share : .amount, in: 0...100) else {
        return nil
      }
      return isPercent ? value * 100 : value
    }
    guard values.count == names.count else { return nil }
    let sum = values.reduce(0, +)
    guard abs(sum - 100) <= 0.02 || abs(sum - 1) <= 0.0002 else {
      report(
        "SC212",
        at: field,
        "the shares of '\(field.path)' must sum to 100 %, found "
          + NumberText.shortest(sum),
        hint: "in this order: " + names.joined(separator: ", ")
      )
      return nil
    }
    return values.map { $0 / sum }
  }

  /// Widest range of an amount: the 90 % quantile over the 10 % quantile.
  static let widestRange = 50.0
}
