/// An exact fraction of two 128-bit integers, not necessarily in lowest terms.
///
/// Thresholds are compared with these, never with binary floating point. Operations that would
/// overflow reduce their operands, then round them half up to 1e-9, and only then give up (`nil`);
/// sums of day counts stay far below that.
package struct Rational: Sendable {
  /// Above the line.
  package let numerator: Int128

  /// Below the line, at least 1.
  package let denominator: Int128

  /// Zero.
  package static let zero = Rational(0)

  /// One.
  package static let one = Rational(1)

  /// Creates a whole number.
  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Creates a fraction; `nil` where the denominator is 0.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    self.init(
      unchecked: denominator < 0 ? -numerator : numerator,
      denominator < 0 ? -denominator : denominator
    )
  }

  /// Creates a fraction whose denominator is known to be positive.
  init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The same value in lowest terms.
  package var reduced: Rational {
    var larger = numerator.magnitude
    var smaller = denominator.magnitude
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    let divisor = Int128(larger)
    guard divisor > 1 else { return self }
    return Rational(unchecked: numerator / divisor, denominator / divisor)
  }

  /// The nearest binary floating-point number.
  package var approximation: Double {
    // Nearly every fraction fits in 64 bits, which convert a hundred times as fast.
    if let short = Int64(exactly: numerator), let shortDenominator = Int64(exactly: denominator) {
      return Double(short) / Double(shortDenominator)
    }
    return Double(numerator) / Double(denominator)
  }

  /// The greatest whole number that is not above the value.
  package var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The least whole number that is not below the value.
  package var ceiling: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The value in units of `1 / unitsPerOne`, rounded half up; `nil` beyond 64 bits.
  package func ticks(unitsPerOne: Int) -> Int64? {
    if let above = Int64(exactly: numerator), let below = Int64(exactly: denominator),
      above >= 0, above < 1 << 40, below < 1 << 61, unitsPerOne <= 1 << 20
    {
      // Everything fits into 64 bits: (2 · above · units + below) / (2 · below).
      return (2 * above * Int64(unitsPerOne) + below) / (2 * below)
    }
    guard let scaled = multiplied(by: Rational(unitsPerOne)),
      let doubled = scaled.multiplied(by: Rational(2)), let raised = doubled.adding(.one),
      let halved = raised.divided(by: Rational(2))
    else { return nil }
    return Int64(exactly: halved.floor)
  }

  /// The sum; `nil` where it does not fit.
  package func adding(_ other: Rational) -> Rational? {
    widening(other) { first, second in
      if first.denominator == second.denominator {
        let (sum, overflow) = first.numerator.addingReportingOverflow(second.numerator)
        return overflow ? nil : Rational(unchecked: sum, first.denominator)
      }
      guard let left = product(first.numerator, second.denominator),
        let right = product(second.numerator, first.denominator),
        let below = product(first.denominator, second.denominator)
      else { return nil }
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? nil : Rational(unchecked: sum, below)
    }
  }

  /// The difference; `nil` where it does not fit.
  package func subtracting(_ other: Rational) -> Rational? {
    adding(Rational(unchecked: -other.numerator, other.denominator))
  }

  /// The product; `nil` where it does not fit.
  package func multiplied(by other: Rational) -> Rational? {
    widening(other) { first, second in
      guard let above = product(first.numerator, second.numerator),
        let below = product(first.denominator, second.denominator)
      else { return nil }
      return Rational(unchecked: above, below)
    }
  }

  /// The quotient; `nil` where it does not fit or `other` is 0.
  package func divided(by other: Rational) -> Rational? {
    guard other.numerator != 0 else { return nil }
    return multiplied(
      by: other.numerator < 0
        ? Rational(unchecked: -other.denominator, -other.numerator)
        : Rational(unchecked: other.denominator, other.numerator)
    )
  }

  /// The value rounded half up to a multiple of 1e-9.
  var roundedToNano: Rational {
    let nano: Int128 = 1_000_000_000
    let whole = floor
    guard let base = product(whole, nano) else { return self }
    let divisor = denominator.magnitude
    let rest = (numerator - whole * denominator).magnitude
    // Long division of rest · 10⁹ by the denominator, bit by bit, so that nothing overflows.
    var (nanos, remainder): (Int128, UInt128) = (0, 0)
    for bit in stride(from: 29, through: 0, by: -1) {
      nanos *= 2
      remainder *= 2
      if remainder >= divisor { (remainder, nanos) = (remainder - divisor, nanos + 1) }
      guard nano >> Int128(bit) & 1 == 1 else { continue }
      remainder += rest
      if remainder >= divisor { (remainder, nanos) = (remainder - divisor, nanos + 1) }
    }
    if remainder * 2 >= divisor { nanos += 1 }
    return Rational(unchecked: base + nanos, nano)
  }

  private func widening(
    _ other: Rational,
    _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    if let result = operation(self, other) { return result }
    let (first, second) = (reduced, other.reduced)
    if let result = operation(first, second) { return result.reduced }
    return operation(first.roundedToNano.reduced, second.roundedToNano.reduced)?.reduced
  }
}

extension Rational: Comparable {
  /// Whether two values are the same number.
  package static func == (first: Self, second: Self) -> Bool {
    order(first, second) == 0
  }

  /// Orders by value.
  package static func < (first: Self, second: Self) -> Bool {
    order(first, second) < 0
  }

  /// −1, 0 or 1 as `first` is below, equal to or above `second`; exact for every pair.
  static func order(_ first: Self, _ second: Self) -> Int {
    if let left = product(first.numerator, second.denominator),
      let right = product(second.numerator, first.denominator)
    {
      return left < right ? -1 : left == right ? 0 : 1
    }
    // Continued fractions: compare whole parts, then the reciprocals of what remains, turned round.
    let (wholeFirst, wholeSecond) = (first.floor, second.floor)
    if wholeFirst != wholeSecond { return wholeFirst < wholeSecond ? -1 : 1 }
    let restFirst = first.numerator - wholeFirst * first.denominator
    let restSecond = second.numerator - wholeSecond * second.denominator
    if restFirst == 0 || restSecond == 0 {
      return restFirst == restSecond ? 0 : restFirst == 0 ? -1 : 1
    }
    return order(
      Rational(unchecked: second.denominator, restSecond),
      Rational(unchecked: first.denominator, restFirst)
    )
  }
}

/// The product of two integers; `nil` where it does not fit into 128 bits.
@inline(__always)
private func product(_ first: Int128, _ second: Int128) -> Int128? {
  if let left = Int64(exactly: first), let right = Int64(exactly: second) {
    // Two of 64 bits always fit, and without the question one machine instruction multiplies them.
    return Int128(left) &* Int128(right)
  }
  let (result, overflow) = first.multipliedReportingOverflow(by: second)
  return overflow ? nil : result
}
