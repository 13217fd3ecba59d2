/// The difference alternative − baseline on common random numbers.
package struct PairedDifference: Hashable, Sendable {
  /// The difference; `nil` where either value is.
  package var difference: Double?
  /// 95 % interval of the difference.
  package var interval: ConfidenceInterval?
  /// Standard error of the difference.
  package var standardError: Double?
  /// (Var A + Var B) / Var(B − A): how many times more independent replications would be needed;
  /// `nil` where the differences do not vary.
  package var varianceReduction: Double?
  /// Correlation of the paired values; `nil` where one of them does not vary.
  package var correlation: Double?
  /// The baseline's value over the same pairs.
  package var baselineValue: Double?
  /// The alternative's value over the same pairs.
  package var alternativeValue: Double?

  /// A comparison that cannot be made.
  static let none = PairedDifference(difference: nil, interval: nil)

  init(
    difference: Double?,
    interval: ConfidenceInterval?,
    standardError: Double? = nil,
    baselineValue: Double? = nil,
    alternativeValue: Double? = nil,
    variances: (baseline: Double?, alternative: Double?, difference: Double?) = (nil, nil, nil),
    covariance: Double? = nil
  ) {
    self.difference = difference
    self.interval = interval
    self.standardError = standardError
    self.baselineValue = baselineValue
    self.alternativeValue = alternativeValue
    guard let first = variances.baseline, let second = variances.alternative else { return }
    if let spread = variances.difference, spread > 0 {
      varianceReduction = (first + second) / spread
    }
    if let covariance, first > 0, second > 0 {
      // Roots apart: the product of two large variances could overflow. Identical pairs give 1.
      let value = covariance / first.squareRoot() / second.squareRoot()
      correlation = covariance == first && covariance == second ? 1 : min(1, max(-1, value))
    }
  }
}
