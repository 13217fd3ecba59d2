internal import Sampling

/// A mean over origins whose error is judged by whole stores: origins of one store resemble each other.
package struct ClusterMean: Hashable, Sendable {
  /// The mean over all values.
  package var mean: Double
  /// Values.
  package var count: Int
  /// Stores.
  package var clusters: Int
  /// Half the width of the 95 % interval; `nil` with fewer than two stores.
  package var halfWidth: Double?

  /// The mean of values, one list a store; `nil` where there are none.
  ///
  /// The variance is the linearised one of a ratio (Cochran 1977, §6.3), sum over stores of
  /// (sum of values − count x mean)^2 S / (S − 1) / n^2, the quantile Student's with S − 1 degrees. With few
  /// stores it is wide, and honestly so.
  package init?(_ values: [[Double]]) {
    let stores = values.filter { !$0.isEmpty }
    count = stores.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    clusters = stores.count
    let mean = stores.reduce(0) { $0 + $1.reduce(0, +) } / Double(count)
    self.mean = mean
    guard clusters > 1 else { return }
    let residuals = stores.reduce(0) { sum, values in
      let residual = values.reduce(0, +) - Double(values.count) * mean
      return sum + residual * residual
    }
    let freedom = Double(clusters - 1)
    let variance = residuals * Double(clusters) / freedom / Double(count * count)
    let x = Distributions.betaQuantile(0.95, 0.5, freedom / 2)
    halfWidth = variance.squareRoot() * (freedom * x / (1 - x)).squareRoot()
  }
}
