/// Sums of a value by cluster of replications that share simulated desk days.
///
/// Replications of one cluster draw their desk days from the same stored rows (`docs/model.md` §6),
/// so their values are not quite independent. Clusters are independent of each other: how much more
/// their means differ than the spread of single replications explains is the design effect (Kish,
/// *Survey Sampling*, §5.4), the factor on the variance of every mean.
struct ClusterSums: Equatable, Sendable {
  private var counts: [Int]
  private var sums: [Int128]

  /// Sums of no value; nothing is kept for a single cluster.
  init(clusters: Int) {
    counts = Array(repeating: 0, count: clusters > 1 ? clusters : 0)
    sums = Array(repeating: 0, count: counts.count)
  }

  /// Adds a value of a replication of a cluster.
  mutating func add(_ value: Int64, cluster: Int) {
    guard !counts.isEmpty else { return }
    counts[cluster] += 1
    sums[cluster] += Int128(ExactMoments.held(value))
  }

  /// Adds values of replications of some clusters.
  mutating func add(_ values: UnsafeBufferPointer<Int64>, clusters: UnsafeBufferPointer<Int>) {
    guard !counts.isEmpty else { return }
    counts.withUnsafeMutableBufferPointer { counts in
      sums.withUnsafeMutableBufferPointer { sums in
        for (index, value) in values.enumerated() {
          counts[clusters[index]] += 1
          sums[clusters[index]] += Int128(ExactMoments.held(value))
        }
      }
    }
  }

  /// Adds the values of other sums of as many clusters.
  mutating func merge(_ other: Self) {
    for cluster in counts.indices {
      counts[cluster] += other.counts[cluster]
      sums[cluster] += other.sums[cluster]
    }
  }

  /// The mean square between clusters over the variance of single values: 1 on average where the
  /// shared days do not matter.
  ///
  /// - Parameter variance: unbiased variance of all values, in squared ticks.
  /// - Returns: `nil` for a single cluster, for a value that does not vary, and for fewer than two
  ///   values a cluster.
  func varianceRatio(variance: Double?) -> Double? {
    guard let variance, variance > 0, let fewest = counts.min(), fewest > 1 else { return nil }
    let all = Double(counts.reduce(0, +))
    let mean = sums.reduce(0, +).nearest / all
    var square = 0.0
    for cluster in counts.indices {
      let distance = sums[cluster].nearest / Double(counts[cluster]) - mean
      square += Double(counts[cluster]) * distance * distance
    }
    return square / Double(counts.count - 1) / variance
  }
}

extension Int128 {
  /// The nearest binary number: by way of 64 bits where they hold it, which takes far less time.
  fileprivate var nearest: Double { Int64(exactly: self).map(Double.init) ?? Double(self) }
}

/// The factor on the variance of a mean, from the ratios of one quantity on several days: their
/// mean, at least 1.
func designEffect(_ ratios: [Double]) -> Double {
  ratios.isEmpty ? 1 : max(1, ratios.reduce(0, +) / Double(ratios.count))
}
