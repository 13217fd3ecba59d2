/// Equally likely outcomes that a forecast drew, in order.
package struct Ensemble: Hashable, Sendable {
  /// The outcomes, smallest first; at least one.
  package let sorted: [Double]

  /// Orders draws; at least one, all finite.
  package init(_ draws: [Double]) {
    precondition(!draws.isEmpty, "an ensemble needs a draw")
    sorted = draws.sorted()
  }

  /// Mean of the draws.
  package var mean: Double { sorted.reduce(0, +) / Double(sorted.count) }

  /// The quantile at a level in [0, 1], linear between order statistics (Hyndman and Fan 1996, type 7).
  package func quantile(_ level: Double) -> Double {
    let place = level * Double(sorted.count - 1)
    let below = min(Int(place), sorted.count - 1)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// Share of the draws below a value.
  package func shareBelow(_ value: Double) -> Double {
    Double(firstIndex { $0 >= value }) / Double(sorted.count)
  }

  /// Share of the draws at or below a value.
  package func shareAtOrBelow(_ value: Double) -> Double {
    Double(firstIndex { $0 > value }) / Double(sorted.count)
  }

  /// The continuous ranked probability score, in the outcome's unit; smaller is better.
  ///
  /// E|X − y| − E|X − X'| / 2. The fair score (Ferro 2014) takes the second mean over different draws only,
  /// so that few draws are no disadvantage: its expectation does not depend on how many there are. One
  /// draw gives the absolute error either way.
  package func crps(of outcome: Double, isFair: Bool = true) -> Double {
    let count = Double(sorted.count)
    var distance = 0.0
    var spread = 0.0
    for (index, value) in sorted.enumerated() {
      distance += abs(value - outcome)
      spread += (2 * Double(index) + 1 - count) * value
    }
    guard sorted.count > 1 else { return distance }
    return distance / count - spread / (count * (isFair ? count - 1 : count))
  }

  private func firstIndex(where isBeyond: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
