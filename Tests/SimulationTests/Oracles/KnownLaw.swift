import Glibc

/// Distribution functions that are sums, for exact comparisons of counts.
enum KnownLaw {
  /// P(X ≤ k) of a Poisson number.
  static func poisson(_ k: Int, mean: Double) -> Double {
    guard k >= 0 else { return 0 }
    return (0...k).reduce(0) { $0 + exp(Double($1) * log(mean) - mean - lgamma(Double($1) + 1)) }
  }

  /// P(X ≤ k) of a negative binomial number with size r, variance mean + mean² / r.
  static func negativeBinomial(_ k: Int, mean: Double, size: Double) -> Double {
    let success = size / (size + mean)
    return (0...max(0, k)).reduce(0) { sum, count in
      let x = Double(count)
      let weight = lgamma(size + x) - lgamma(size) - lgamma(x + 1)
      return sum + exp(weight + size * log(success) + x * log(1 - success))
    }
  }

  /// Bound on the probability that a χ² number with n degrees of freedom is as far from n as `value`
  /// on its side (Chernoff), doubled.
  static func chiSquareTail(_ value: Double, degrees: Int) -> Double {
    let ratio = value / Double(degrees)
    return min(1, 2 * exp(-Double(degrees) / 2 * (ratio - 1 - log(ratio))))
  }

  /// The least tail bound over the cells {X ≤ k} of a sample against a distribution function; the
  /// cells are the given values of k.
  static func worstCell(
    of counts: [Int],
    cells: [Int],
    cdf: (Int) -> Double
  ) -> (cell: Int, tail: Double) {
    var worst = (cell: 0, tail: 1.0)
    for cell in cells {
      let below = counts.reduce(0) { $0 + ($1 <= cell ? 1 : 0) }
      let chance = min(1 - 1e-13, max(1e-13, cdf(cell)))
      let tail = Bounds.binomialTail(successes: below, trials: counts.count, chance: chance)
      if tail < worst.tail { worst = (cell, tail) }
    }
    return worst
  }
}
