package import Rules

/// An amount of money over the horizon and each month, in yuan.
package struct MoneyForecast: Sendable {
  /// The amount in one period.
  package struct Period: Hashable, Sendable {
    /// `horizon` or a month, `2026-10`.
    package var name: String
    /// Mean and quantiles in yuan.
    package var summary: DistributionSummary
    /// Share of replications in which the amount is more than nothing.
    package var probabilityPositive: Double?
  }

  /// The pack, `store` for the store's own.
  package var pack: String
  /// The item.
  package var item: MoneyItem
  /// The horizon first, then each month.
  package var periods: [Period]

  /// The whole horizon.
  package var horizon: Period { periods[0] }
}
