/// A range that holds the true value with a stated confidence; 95 % throughout.
package struct ConfidenceInterval: Hashable, Sendable {
  /// The 0.975 quantile of the standard normal law.
  package static let normalQuantile = 1.959963984540054

  /// Lower end.
  package var low: Double
  /// Upper end.
  package var high: Double

  /// Creates an interval from its ends.
  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Half the distance between the ends.
  package var halfWidth: Double { (high - low) / 2 }

  /// The value ± 1.96 standard errors.
  package static func normal(_ value: Double, standardError: Double) -> Self {
    Self(
      low: value - normalQuantile * standardError,
      high: value + normalQuantile * standardError
    )
  }

  /// Wilson's score interval of a probability (Wilson 1927): `hits` of `count` replications.
  ///
  /// Ends are exactly 0 and 1 where no or every replication hit; [0, 1] of no replication. A design
  /// effect above 1 counts the replications as so many times fewer (Kish 1965).
  package static func wilson(hits: Int, of count: Int, designEffect: Double = 1) -> Self {
    guard count > 0 else { return Self(low: 0, high: 1) }
    let n = Double(count) / designEffect
    let share = Double(hits) / Double(count)
    let z2 = normalQuantile * normalQuantile
    let centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    let half =
      normalQuantile * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot() / (1 + z2 / n)
    return Self(
      low: hits == 0 ? 0 : max(0, centre - half),
      high: hits == count ? 1 : min(1, centre + half)
    )
  }
}
