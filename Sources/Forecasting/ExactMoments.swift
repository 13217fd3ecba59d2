/// Number, sum and sum of squares of integers, exact, so that no order of adding matters.
package struct ExactMoments: Equatable, Sendable {
  /// Number of values.
  package private(set) var count = 0
  /// Sum of the values.
  package private(set) var sum: Int128 = 0
  /// Sum of the squares.
  package private(set) var squares: Int128 = 0

  /// Moments of no value.
  package init() {}

  /// Values are held within ±2⁵² (45 trillion yuan in fen), so that millions of squares fit.
  private static let largest = Int64(1) << 52

  /// The value, held within the range that can be summed.
  static func held(_ ticks: Int64) -> Int64 { min(max(ticks, -largest), largest) }

  /// Adds a value.
  package mutating func add(_ ticks: Int64) {
    let value = Self.held(ticks)
    count += 1
    sum += Int128(value)
    squares += Int128(value) * Int128(value)
  }

  /// Adds some values.
  mutating func add(_ values: UnsafeBufferPointer<Int64>) {
    var (sum, squares): (Int128, Int128) = (0, 0)
    for value in values {
      let held = Self.held(value)
      sum &+= Int128(held)
      squares &+= Int128(held) &* Int128(held)
    }
    count += values.count
    self.sum += sum
    self.squares += squares
  }

  /// Adds the values of other moments.
  package mutating func merge(_ other: Self) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  /// Arithmetic mean; `nil` of no value.
  package var mean: Double? { mean(unitsPerOne: 1) }

  /// Arithmetic mean in units of `unitsPerOne`, rounded once; `nil` of no value.
  package func mean(unitsPerOne: Int) -> Double? {
    count > 0 ? Double(sum) / (Double(count) * Double(unitsPerOne)) : nil
  }

  /// Unbiased variance; `nil` of fewer than two values.
  package var variance: Double? {
    Self.covariance(count: count, product: squares, first: sum, second: sum)
  }

  /// Standard error of the mean; `nil` of fewer than two values.
  package var standardError: Double? {
    variance.map { ($0 / Double(count)).squareRoot() }
  }

  /// Unbiased covariance from exact sums; `nil` of fewer than two pairs.
  ///
  /// n·Σxy − Σx·Σy is taken in integers, so nothing cancels. Only sums beyond 128 bits (amounts of
  /// some 10¹⁶ ticks) fall back to binary floating point.
  static func covariance(
    count: Int,
    product: Int128,
    first: Int128,
    second: Int128
  ) -> Double? {
    guard count > 1 else { return nil }
    let scaled = product.multipliedReportingOverflow(by: Int128(count))
    let means = first.multipliedReportingOverflow(by: second)
    let numerator: Double
    if scaled.overflow || means.overflow {
      numerator = Double(product) * Double(count) - Double(first) * Double(second)
    } else {
      let difference = scaled.partialValue.subtractingReportingOverflow(means.partialValue)
      numerator =
        difference.overflow
        ? Double(scaled.partialValue) - Double(means.partialValue)
        : Double(difference.partialValue)
    }
    return numerator / (Double(count) * Double(count - 1))
  }
}
