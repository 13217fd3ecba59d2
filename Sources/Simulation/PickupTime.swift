import Glibc

/// How long parcels wait for the courier's first scan: log-normal, told in cells, each with its mean
/// (`docs/model.md` §5).
struct PickupTime {
  /// Ends of the cells in hours; a pickup is on time up to 48.
  private static let ends: [Double] = [2, 4, 6, 9, 12, 18, 24, 36, 48, 72]

  /// Cells of pickups on time.
  private static let early = 9

  private var onTime: [Double]
  private var late: [Double]

  /// Mean of each cell, in seconds; the last is what lies beyond all ends.
  private var means: [Double]

  init(medianInHours median: Double, sigma: Double) {
    let zeta = log(median)
    let mean = median * exp(sigma * sigma / 2)
    let starts = [0] + Self.ends
    let ends = Self.ends + [.infinity]
    func reached(_ hours: Double, _ shift: Double) -> Double {
      hours == .infinity ? 1 : logNormalCDF(hours, zeta: zeta + shift, sigma: sigma)
    }
    let cells = ends.indices.map { reached(ends[$0], 0) - reached(starts[$0], 0) }
    onTime = Array(cells[..<Self.early])
    late = Array(cells[Self.early...])
    means = ends.indices.map { cell in
      let (start, end) = (starts[cell], ends[cell])
      let last = end == .infinity ? 2 * start : end
      guard cells[cell] > 1e-9 else { return (start + last) / 2 * 3600 }
      let part = mean * (reached(end, sigma * sigma) - reached(start, sigma * sigma))
      return min(end, max(start, part / cells[cell])) * 3600
    }
  }

  /// Draws the time that some pickups on time and some late ones take in all, in seconds.
  func total(onTime: Int, late: Int, _ process: UInt32, draws: inout Draws) -> Double {
    total(of: onTime, self.onTime, from: 0, process, draws: &draws)
      + total(of: late, self.late, from: Self.early, process, draws: &draws)
  }

  private func total(
    of pickups: Int,
    _ weights: [Double],
    from first: Int,
    _ process: UInt32,
    draws: inout Draws
  ) -> Double {
    guard pickups > 0 else { return 0 }
    draws.multinomial(pickups, weights: weights, process, firstCall: first)
    return draws.cells.reduce(0) { $0 + Double(draws.counts[$1]) * means[first + $1] }
  }
}
