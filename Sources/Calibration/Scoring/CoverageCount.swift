internal import Sampling

/// How often a band held what happened.
package struct CoverageCount: Hashable, Sendable {
  /// The share that the band promises.
  package var level: Double
  /// Outcomes inside the band, its ends included.
  package var hits: Int
  /// Outcomes.
  package var count: Int

  /// Creates a count.
  package init(level: Double, hits: Int = 0, count: Int = 0) {
    (self.level, self.hits, self.count) = (level, hits, count)
  }

  /// Share of outcomes inside; `nil` without any.
  package var share: Double? { count > 0 ? Double(hits) / Double(count) : nil }

  /// The exact 95 % interval of the share (Clopper and Pearson 1934); [0, 1] without outcomes.
  ///
  /// It takes outcomes as independent; origins closer than the horizon share days, so it is too narrow there.
  package var interval: ClosedRange<Double> {
    let (hits, misses) = (Double(hits), Double(count - hits))
    let low = hits > 0 ? Distributions.betaQuantile(0.025, hits, misses + 1) : 0
    let high = misses > 0 ? Distributions.betaQuantile(0.975, hits + 1, misses) : 1
    return low...high
  }

  /// The chance of no more hits than these if the band kept its promise: P(B ≤ hits), exact.
  package var chanceOfSoFew: Double {
    guard hits < count else { return 1 }
    return Distributions.betaCDF(1 - level, Double(count - hits), Double(hits + 1))
  }
}
