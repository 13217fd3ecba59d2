/// Ranks of the order statistics between which a quantile lies with 95 % confidence.
///
/// The number of values at or below the true p-quantile is binomial(n, p); the interval
/// [X₍ₗ₎, X₍ᵤ₎] leaves at most 2.5 % on either side (Conover, *Practical Nonparametric Statistics*,
/// §3.2). Exact for every n: binomial weights are summed from the tails to the middle.
package struct BinomialRanks: Hashable, Sendable {
  /// Rank of the lower end, from 1.
  package var lower: Int
  /// Rank of the upper end, at most n.
  package var upper: Int

  /// Creates the ranks.
  package init(lower: Int, upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// Ranks for the median of `count` values; `nil` where no two ranks reach 95 % (`count` < 6).
  package static func median(count: Int) -> Self? {
    guard count > 5 else { return nil }
    // P(B = k) relative to the middle, outwards until nothing is left of it.
    let middle = count / 2
    var weights = [1.0]
    var k = middle
    while k > 0, let last = weights.last, last > 1e-30 {
      weights.append(last * Double(k) / Double(count - k + 1))
      k -= 1
    }
    let tail = weights.dropFirst().reduce(0, +)
    // By symmetry the weights above the middle mirror those below it.
    let total = count % 2 == 0 ? 2 * tail + 1 : 2 * (tail + 1)
    var below = 0.0
    for (step, weight) in weights.enumerated().reversed() {
      if (below + weight) / total > 0.025 {
        let lower = middle - step
        return lower >= 1 ? Self(lower: lower, upper: count + 1 - lower) : nil
      }
      below += weight
    }
    return nil
  }
}
