/// The law of how many of some independent things happen, each with a probability of its own.
///
/// Exact, by convolution (Wang 1993, *Statistica Sinica* 3); with equal probabilities it is the
/// binomial law. Of many things only the numbers that are not beyond all chance are carried along, so
/// that n things take n √n steps rather than n².
package struct PoissonBinomial: Sendable {
  /// Masses at either end below this are dropped: all together less than 10⁻³⁰ a thing.
  private static let negligible = 1e-33

  /// The least number that is not beyond all chance.
  private let first: Int
  private let weights: [Double]

  /// The law for probabilities of 0 to 1.
  package init(_ probabilities: [Double]) {
    var first = 0
    var weights = [1.0]
    for probability in probabilities {
      weights.append(0)
      for index in weights.indices.reversed() {
        let less = index > 0 ? weights[index - 1] : 0
        weights[index] = weights[index] * (1 - probability) + less * probability
      }
      while let last = weights.last, last < Self.negligible { weights.removeLast() }
      let dropped = weights.prefix { $0 < Self.negligible }.count
      if dropped > 0 {
        weights.removeFirst(dropped)
        first += dropped
      }
    }
    self.first = first
    self.weights = weights
  }

  /// The probability that so many happen.
  package func mass(_ count: Int) -> Double {
    weights.indices.contains(count - first) ? weights[count - first] : 0
  }

  /// The numbers that are left when at most `tail` of the law, 10⁻²⁰ or more, is cut off on either side.
  package func band(tail: Double) -> ClosedRange<Int> {
    var low = 0
    var cut = weights[0]
    while cut <= tail, low + 1 < weights.count {
      low += 1
      cut += weights[low]
    }
    var high = weights.count - 1
    cut = weights[high]
    while cut <= tail, high > low {
      high -= 1
      cut += weights[high]
    }
    return (first + low)...(first + high)
  }
}
