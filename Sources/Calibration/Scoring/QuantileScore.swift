/// The weighted interval score of quantiles, with what it is made of (Bracher, Ray, Gneiting and Reich 2021).
///
/// For K central intervals of levels 1 − a_k and a median: (|y − median| / 2 + sum a_k / 2 x IS_k) / (K + 1/2).
/// It approaches the continuous ranked probability score as levels become many.
package struct QuantileScore: Hashable, Sendable {
  /// Levels at which forecasts are told and scored.
  package static let levels = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975]

  /// Part for the width of the intervals.
  package var dispersion = 0.0
  /// Part for forecasts above the outcome.
  package var overprediction = 0.0
  /// Part for forecasts below the outcome.
  package var underprediction = 0.0
  /// From −1 (all quantiles below the outcome) to 1 (all above); 0 where the median is met.
  package var bias = 0.0

  /// The score: the sum of its parts.
  package var total: Double { dispersion + overprediction + underprediction }

  /// A score of nothing.
  package init() {}

  /// Scores quantiles.
  ///
  /// - Parameters:
  ///   - quantiles: one a level, never falling.
  ///   - levels: symmetric around a median in the middle, rising.
  ///   - outcome: what happened.
  package init(quantiles: [Double], levels: [Double] = Self.levels, outcome: Double) {
    precondition(
      quantiles.count == levels.count && levels.count % 2 == 1,
      "quantiles come in pairs around a median"
    )
    let middle = levels.count / 2
    let median = quantiles[middle]
    overprediction = max(median - outcome, 0) / 2
    underprediction = max(outcome - median, 0) / 2
    for pair in 0..<middle {
      let (low, high) = (quantiles[pair], quantiles[levels.count - 1 - pair])
      dispersion += levels[pair] * (high - low)
      overprediction += max(low - outcome, 0)
      underprediction += max(outcome - high, 0)
    }
    let weight = Double(middle) + 0.5
    dispersion /= weight
    overprediction /= weight
    underprediction /= weight
    if outcome < median {
      bias = 1 - 2 * (quantiles.lastIndex { $0 <= outcome }.map { levels[$0] } ?? 0)
    } else if outcome > median {
      bias = 1 - 2 * (quantiles.firstIndex { $0 >= outcome }.map { levels[$0] } ?? 1)
    }
  }
}
