/// Numbers from `low`/`over` to `high`/`over`, both included: what a rounded number may have been.
struct Span: Hashable, Sendable {
  /// Least numerator.
  var low: Int128
  /// Greatest numerator.
  var high: Int128
  /// Denominator, above 0.
  var over: Int128

  /// The whole numbers within the span times a count.
  func wholes(times least: Int, _ most: Int) -> (low: Int128, high: Int128) {
    (
      Self.up(low * Int128(low < 0 ? most : least), over),
      Self.down(high * Int128(high < 0 ? least : most), over)
    )
  }

  /// The smallest span of whole numbers that holds this one.
  var outward: Span { Span(low: Self.down(low, over), high: Self.up(high, over), over: 1) }

  /// Whether no number lies in both.
  func isDisjoint(from other: Span) -> Bool {
    high * other.over < other.low * over || other.high * over < low * other.over
  }

  /// Rounded up.
  static func up(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    -down(-numerator, denominator)
  }

  /// Rounded down.
  static func down(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// 10^exponent.
  static func power(_ exponent: Int) -> Int128 {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }
}
