package import StoreModel

/// How one method did at one origin.
package struct OriginScore: Hashable, Sendable {
  /// Index of the store.
  package var store: Int
  /// The origin: nothing dated on or after it was seen.
  package var origin: CalendarDay
  /// What was forecast.
  package var target: BacktestTarget
  /// How it was forecast.
  package var method: BacktestMethod
  /// Things counted in the 90 days before the origin: ratings, orders or deliveries.
  package var basis: Int
  /// What happened.
  package var outcome: Double
  /// What the forecast expected.
  package var mean: Double
  /// Its quantiles, at the levels of ``QuantileScore/levels``.
  package var quantiles: [Double]
  /// Fair continuous ranked probability score.
  package var crps: Double
  /// Weighted interval score.
  package var quantileScore: QuantileScore
  /// Chance of an outcome below the line; only of a mean star.
  package var chanceBelow: Double?
  /// Where the outcome lies in the forecast's distribution, from the share below to the share at or below.
  package var transform: ClosedRange<Double>
  /// What drift was multiplied by.
  package var drift = 1.0

  /// Scores draws against what happened.
  init(
    _ draws: [Double],
    outcome: Double,
    line: Double?,
    at place: Place,
    method: BacktestMethod
  ) {
    let ensemble = Ensemble(draws)
    (store, origin, target, basis) = (place.store, place.origin, place.target, place.basis)
    self.method = method
    self.outcome = outcome
    mean = ensemble.mean
    quantiles = QuantileScore.levels.map(ensemble.quantile)
    crps = ensemble.crps(of: outcome)
    quantileScore = QuantileScore(quantiles: quantiles, outcome: outcome)
    chanceBelow = line.map(ensemble.shareBelow)
    transform = ensemble.shareBelow(outcome)...ensemble.shareAtOrBelow(outcome)
  }

  /// Where a forecast stands.
  struct Place {
    var store: Int
    var origin: CalendarDay
    var target: BacktestTarget
    var basis: Int
  }

  /// Difference of the median and the outcome, without sign.
  package var absoluteError: Double { abs(quantiles[quantiles.count / 2] - outcome) }

  /// The central band of a level among 50, 80, 90 and 95 %.
  package func band(_ level: Double) -> ClosedRange<Double> {
    let tail = (1 - level) / 2
    let index = QuantileScore.levels.firstIndex { abs($0 - tail) < 1e-9 } ?? 0
    return quantiles[index]...quantiles[quantiles.count - 1 - index]
  }
}
