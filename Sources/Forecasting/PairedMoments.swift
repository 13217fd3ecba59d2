/// Exact sums over pairs of integers: the baseline's value and the alternative's.
package struct PairedMoments: Equatable, Sendable {
  /// Number of pairs.
  package private(set) var count = 0
  private var baseline = ExactMoments()
  private var alternative = ExactMoments()
  private var differences = ExactMoments()
  private var product: Int128 = 0
  private var clusters: ClusterSums

  /// Sums of no pair.
  package init(clusters: Int = 1) {
    self.clusters = ClusterSums(clusters: clusters)
  }

  /// Adds a pair.
  package mutating func add(baseline: Int64, alternative: Int64, cluster: Int = 0) {
    let (first, second) = (ExactMoments.held(baseline), ExactMoments.held(alternative))
    count += 1
    self.baseline.add(first)
    self.alternative.add(second)
    differences.add(second - first)
    clusters.add(second - first, cluster: cluster)
    product += Int128(first) * Int128(second)
  }

  /// Adds the pairs of other sums.
  package mutating func merge(_ other: Self) {
    count += other.count
    baseline.merge(other.baseline)
    alternative.merge(other.alternative)
    differences.merge(other.differences)
    product += other.product
    clusters.merge(other.clusters)
  }

  /// The paired comparison in units of `unitsPerOne` ticks.
  ///
  /// The interval is the mean difference ± 1.96 standard errors of the paired differences.
  package func difference(unitsPerOne: Int) -> PairedDifference {
    let scale = Double(unitsPerOne)
    let mean = differences.mean(unitsPerOne: unitsPerOne)
    let ratio = clusters.varianceRatio(variance: differences.variance)
    let effect = designEffect([ratio].compactMap(\.self))
    let error = differences.standardError.map { $0 * effect.squareRoot() / scale }
    var interval: ConfidenceInterval?
    if let mean, let error { interval = .normal(mean, standardError: error) }
    let covariance = ExactMoments.covariance(
      count: count,
      product: product,
      first: baseline.sum,
      second: alternative.sum
    )
    return PairedDifference(
      difference: mean,
      interval: interval,
      standardError: error,
      baselineValue: baseline.mean(unitsPerOne: unitsPerOne),
      alternativeValue: alternative.mean(unitsPerOne: unitsPerOne),
      variances: (baseline.variance, alternative.variance, differences.variance),
      covariance: covariance
    )
  }
}
