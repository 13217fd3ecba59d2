/// What a formula yields when it is computed exactly.
package enum ExactValue: Hashable, Sendable {
  /// A number without a value: a rate without a denominator, a date that never comes.
  case absent
  /// A number.
  case number(ExactNumber)
  /// A truth.
  case truth(Bool)
  /// A word.
  case text(String)
  /// Names.
  case names([String])

  /// A number in lowest terms, so that equal values are the same value.
  package struct ExactNumber: Hashable, Sendable {
    /// Above the line.
    package let numerator: Int128
    /// Below the line.
    package let denominator: Int128

    /// The number as a fraction.
    package var rational: Rational { Rational(unchecked: numerator, denominator) }
  }

  /// Creates a number, absent for `nil`.
  package init(_ number: Rational?) {
    guard let lowest = number?.reduced else {
      self = .absent
      return
    }
    self = .number(
      ExactNumber(numerator: lowest.numerator, denominator: lowest.denominator)
    )
  }

  /// The number; `nil` where there is none.
  package var rational: Rational? {
    if case .number(let number) = self { number.rational } else { nil }
  }

  /// Whether this is the truth "yes".
  package var isTrue: Bool { self == .truth(true) }
}

extension Calculation {
  /// The result over numbers of which some may be absent.
  func result(_ values: [Rational?]) -> Rational? {
    let present = values.compactMap { $0 }
    switch self {
    case .first: return present.first
    case .min: return present.min()
    case .max: return present.max()
    case .mean:
      var sum: Rational? = present.isEmpty ? nil : .zero
      for value in present { sum = sum?.adding(value) }
      return sum?.divided(by: Rational(present.count))
    case .floor, .minus, .ratio, .sum, .times: break
    }
    guard present.count == values.count, let head = present.first else { return nil }
    switch self {
    case .floor: return Rational(head.floor, over: 1)
    case .minus: return head.subtracting(present[1])
    case .ratio: return head.divided(by: present[1])
    case .sum:
      return present.dropFirst().reduce(Optional(head)) { $0?.adding($1) }
    default:
      return present.dropFirst().reduce(Optional(head)) { $0?.multiplied(by: $1) }
    }
  }
}
