import StoreModel

/// After-sales probabilities by class of buyer and quality of goods (`docs/model.md` §7).
struct ClassRates: Sendable {
  /// Highest probability of any class.
  private static let ceiling = 0.95

  /// Relative propensity of happy, neutral and unhappy buyers to claim anything: an assumption.
  private static let propensities = [0.25, 1, 4]

  /// Relative share of quality among the reasons of sound and defective orders: an assumption.
  private static let qualityRatio = [1.0, 20]

  /// Probability of a refund without return, by class.
  let refundOnly: [Double]
  /// Probability of a return, by class, given no refund without return.
  let returnRefund: [Double]
  /// Probability of a dispute, by class.
  let disputes: [Double]
  /// Probability of a complaint at the merchant's fault, by class.
  let complaints: [Double]
  /// Probability that a refund's first reason is quality: [sound, defective].
  let qualityReason: [Double]

  init(afterSales: AfterSales, mix: OutcomeMix, inputs: InputScores) {
    func byClass(_ input: Uncertain) -> [Double] {
      Self.scaled(
        Self.propensities,
        weights: mix.classShares,
        toMean: inputs.value(input)
      )
    }
    let refundOnly = byClass(afterSales.refundOnly)
    self.refundOnly = refundOnly
    returnRefund = Self.scaled(
      Self.propensities,
      weights: mix.classShares.indices.map { mix.classShares[$0] * (1 - refundOnly[$0]) },
      toMean: inputs.value(afterSales.returnRefund)
    )
    disputes = byClass(afterSales.disputes)
    complaints = byClass(afterSales.complaints)
    let returns = returnRefund
    let refunded = mix.shares.map { row in
      row.indices.reduce(0) { $0 + row[$1] * (refundOnly[$1] + (1 - refundOnly[$1]) * returns[$1]) }
    }
    qualityReason = Self.scaled(
      Self.qualityRatio,
      weights: refunded,
      toMean: inputs.value(afterSales.qualityReturns)
    )
  }

  /// Probabilities proportional to `relatives`, at most ``ceiling``, whose weighted sum is `mean`
  /// (or as close as the ceiling allows), by bisection on the common factor.
  static func scaled(_ relatives: [Double], weights: [Double], toMean mean: Double) -> [Double] {
    func sum(_ factor: Double) -> Double {
      relatives.indices.reduce(0) { $0 + weights[$1] * min(ceiling, relatives[$1] * factor) }
    }
    guard mean > 0 else { return relatives.map { _ in 0 } }
    var (low, high) = (0.0, 1.0)
    let smallest = relatives.min() ?? 1
    while sum(high) < mean, high * smallest < ceiling { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if sum(middle) < mean { low = middle } else { high = middle }
    }
    return relatives.map { min(ceiling, $0 * high) }
  }
}
