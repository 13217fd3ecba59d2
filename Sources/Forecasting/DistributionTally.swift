/// The distribution of one reported value over replications, in ticks.
package struct DistributionTally: Equatable, Sendable {
  /// Exact moments of the values present.
  package private(set) var moments = ExactMoments()
  /// Replications without a value.
  package private(set) var absent = 0
  private var histogram = SparseHistogram()
  private var lowest = Int64.max
  private var highest = Int64.min

  /// A distribution of no value.
  package init() {}

  /// Adds a value in ticks.
  package mutating func add(_ value: Int64, on grid: TickGrid) {
    let ticks = ExactMoments.held(value)
    moments.add(ticks)
    if ticks < lowest { lowest = ticks }
    if ticks > highest { highest = ticks }
    histogram.add(grid.bin(of: ticks))
  }

  /// Adds some values in ticks, in less time than one by one.
  mutating func add(_ values: UnsafeBufferPointer<Int64>, on grid: TickGrid) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: values.count) { bins in
      for index in values.indices {
        let ticks = ExactMoments.held(values[index])
        if ticks < lowest { lowest = ticks }
        if ticks > highest { highest = ticks }
        bins[index] = grid.bin(of: ticks)
      }
      histogram.add(bins)
    }
    moments.add(values)
  }

  /// Counts replications without a value.
  package mutating func addAbsent(_ replications: Int = 1) {
    absent += replications
  }

  /// Adds the values of another distribution on the same grid.
  package mutating func merge(_ other: Self) {
    moments.merge(other.moments)
    absent += other.absent
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
    histogram.merge(other.histogram)
  }

  /// The quantile in ticks at `percent` in 1…99: inverse of the empirical distribution function.
  ///
  /// That is the smallest value with at least `percent` per cent of the values at or below it, at
  /// the resolution of the grid and never outside the values seen; `nil` of no value.
  package func quantile(percent: Int, on grid: TickGrid) -> Int64? {
    let rank = (moments.count * percent + 99) / 100
    guard let bin = histogram.bin(atRank: max(rank, 1)) else { return nil }
    return min(max(grid.ticks(of: bin), lowest), highest)
  }

  /// The usual summary in units of `unitsPerOne` ticks; `effect` is the design effect of the mean.
  func summary(on grid: TickGrid, unitsPerOne: Int, effect: Double) -> DistributionSummary {
    let scale = Double(unitsPerOne)
    func quantile(_ percent: Int) -> Double? {
      self.quantile(percent: percent, on: grid).map { Double($0) / scale }
    }
    return DistributionSummary(
      mean: moments.mean(unitsPerOne: unitsPerOne),
      standardError: moments.standardError.map { $0 * effect.squareRoot() / scale },
      q05: quantile(5),
      q25: quantile(25),
      q50: quantile(50),
      q75: quantile(75),
      q95: quantile(95),
      q99: quantile(99)
    )
  }
}
