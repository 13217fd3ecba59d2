/// How much of the uncertainty about an event is not knowing the store, the rest being luck.
///
/// The share of the variance of "it happens by the horizon" that a perfect knowledge of the store on the
/// morning of day 1 would take away: Var(p(store)) / (p (1 − p)), 0 … 1.
package struct IgnoranceShare: Hashable, Sendable {
  /// The share.
  package var share: Double
  /// Its 95 % interval, within 0 … 1.
  package var interval: ConfidenceInterval
  /// Pairs of futures of the same store that it rests on.
  package var pairs: Int
}

/// Pairs of futures of the same store, by whether an event happened in both, one or none.
struct TwinTally: Equatable, Sendable {
  private var pairs = 0
  private var both = 0
  private var differing = 0

  mutating func add(_ first: Bool, _ second: Bool) {
    pairs += 1
    if first != second { differing += 1 } else if first { both += 1 }
  }

  mutating func merge(_ other: Self) {
    pairs += other.pairs
    both += other.both
    differing += other.differing
  }

  /// The intraclass correlation of pairs with the large-sample variance of Bloch and Kraemer (1989),
  /// Biometrics 45; `nil` where fewer than ten futures had the event or fewer than ten had it not.
  var ignorance: IgnoranceShare? {
    let (hits, futures) = (2 * both + differing, 2 * pairs)
    guard hits >= 10, futures - hits >= 10 else { return nil }
    let share = Double(hits) / Double(futures)
    let spread = 2 * share * (1 - share)
    let alike = 1 - Double(differing) / Double(pairs) / spread
    // Half a pair more that differs: where all agree, the formula would know no error.
    let error = 1 - (Double(differing) + 0.5) / Double(pairs) / spread
    let variance =
      (1 - error) / Double(pairs)
      * ((1 - error) * (1 - 2 * error) + error * (2 - error) / spread)
    let wide = ConfidenceInterval.normal(alike, standardError: max(0, variance).squareRoot())
    func within(_ value: Double) -> Double { min(1, max(0, value)) }
    return IgnoranceShare(
      share: within(alike),
      interval: ConfidenceInterval(low: within(wide.low), high: within(wide.high)),
      pairs: pairs
    )
  }
}
