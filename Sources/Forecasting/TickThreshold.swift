package import Rules

/// A threshold in ticks, so that which side a value lies on is decided in integers.
package struct TickThreshold: Hashable, Sendable {
  private let side: BadSide
  /// The threshold, or the last tick before it where it falls between two.
  private let floor: Int64
  /// The threshold, or the first tick after it where it falls between two.
  private let ceiling: Int64

  /// The threshold of a measure; `nil` without one, without a bad side, or beyond all ticks.
  package init?(measure: Measure) {
    guard let threshold = measure.threshold, let side = measure.badSide else { return nil }
    let ticks = threshold * Double(measure.unitsPerOne)
    guard ticks.magnitude < 9e18 else { return nil }
    // A decimal threshold is a whole number of ticks but for the rounding of its binary form.
    let nearest = ticks.rounded()
    let isWhole = (ticks - nearest).magnitude <= 1e-9 * max(1, ticks.magnitude)
    self.side = side
    floor = Int64(isWhole ? nearest : ticks.rounded(.down))
    ceiling = Int64(isWhole ? nearest : ticks.rounded(.up))
  }

  /// Whether a value lies strictly on the bad side.
  package func isBad(_ ticks: Int64) -> Bool {
    switch side {
    case .below: ticks < ceiling
    case .above: ticks > floor
    }
  }
}
