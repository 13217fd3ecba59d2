internal import Glibc

/// Weights of alternatives.
enum Weights {
  /// exp(x) scaled to add up to 1; the largest is subtracted first, so that nothing overflows.
  static func softmax(_ logarithms: [Double]) -> [Double] {
    let largest = logarithms.max() ?? 0
    let weights = logarithms.map { exp($0 - largest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Running sums, of which the last is 1.
  static func cumulative(_ weights: [Double]) -> [Double] {
    var total = 0.0
    var sums = weights.map { weight in
      total += weight
      return total
    }
    sums[sums.count - 1] = .infinity
    return sums
  }

  /// The first index whose running sum exceeds `u`, by bisection.
  static func index(of u: Double, in cumulative: [Double]) -> Int {
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > u { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
