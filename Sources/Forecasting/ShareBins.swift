/// Bins for shares: 0.0001 wide, 0.00001 below 1 % and above 99 %, where thresholds such as 99.9 %
/// stand.
package struct ShareBins: Hashable, Sendable {
  /// Ticks of 1 % and of 99 %.
  private let lowEdge, highEdge: Int64
  /// Ticks of a narrow and of a wide bin.
  private let narrow, wide: Int64
  /// Bins up to 1 % and up to 99 %.
  private let lowBins, highBins: Int

  /// Bins for shares with this many ticks to 1, a multiple of 100,000.
  package init(unitsPerOne: Int64) {
    lowEdge = unitsPerOne / 100
    highEdge = unitsPerOne - lowEdge
    narrow = unitsPerOne / 100_000
    wide = unitsPerOne / 10_000
    lowBins = Int(lowEdge / narrow)
    highBins = lowBins + Int((highEdge - lowEdge) / wide)
  }

  /// The bin of a value in ticks; values outside 0…1 have narrow bins, too.
  func bin(of ticks: Int64) -> Int {
    if ticks < lowEdge { return TickGrid.nearest(ticks, step: narrow) }
    if ticks <= highEdge { return lowBins + TickGrid.nearest(ticks - lowEdge, step: wide) }
    return highBins + TickGrid.nearest(ticks - highEdge, step: narrow)
  }

  /// The middle of a bin in ticks.
  func ticks(of bin: Int) -> Int64 {
    if bin < lowBins { return Int64(bin) * narrow }
    if bin <= highBins { return lowEdge + Int64(bin - lowBins) * wide }
    return highEdge + Int64(bin - highBins) * narrow
  }
}
