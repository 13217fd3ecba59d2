/// What a formula yields when it is computed exactly.
package enum ExactValue: Hashable, Sendable {
  /// A number without a value: a rate without a denominator, a date that never comes.
  case absent
  /// A number.
  case number(ExactNumber)
  /// A moment, in seconds since the first midnight of 1970.
  case moment(ExactNumber)
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

  /// Creates a moment, absent for `nil`.
  init(_ moment: Moment?) {
    guard let lowest = moment?.seconds.reduced else {
      self = .absent
      return
    }
    self = .moment(ExactNumber(numerator: lowest.numerator, denominator: lowest.denominator))
  }

  /// The number, or the seconds of a moment; `nil` where there is none.
  package var rational: Rational? {
    switch self {
    case .number(let number), .moment(let number): number.rational
    default: nil
    }
  }

  /// Whether this is the truth "yes".
  package var isTrue: Bool { self == .truth(true) }
}
