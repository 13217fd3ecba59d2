/// Mean and quantiles of a value over replications, in the value's unit.
///
/// Everything is `nil` where no replication has a value, the standard error also where only one
/// has. Quantiles are inverses of the empirical distribution function at the resolution of
/// ``TickGrid``.
package struct DistributionSummary: Hashable, Sendable {
  /// Arithmetic mean over the replications with a value.
  package var mean: Double?
  /// Standard error of the mean.
  package var standardError: Double?
  /// 5 % quantile.
  package var q05: Double?
  /// 25 % quantile.
  package var q25: Double?
  /// Median.
  package var q50: Double?
  /// 75 % quantile.
  package var q75: Double?
  /// 95 % quantile.
  package var q95: Double?
  /// 99 % quantile.
  package var q99: Double?
}
