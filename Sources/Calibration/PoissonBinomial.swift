/// The law of how many of some independent things happen, each with a probability of its own.
///
/// Exact, by convolution (Wang 1993, *Statistica Sinica* 3); with equal probabilities it is the
/// binomial law.
package struct PoissonBinomial: Sendable {
  /// The probability of each number of things, from 0 on; sums to 1.
  package let masses: [Double]

  /// The law for probabilities of 0 to 1.
  package init(_ probabilities: [Double]) {
    var masses = [1.0]
    masses.reserveCapacity(probabilities.count + 1)
    for probability in probabilities {
      masses.append(0)
      for index in masses.indices.reversed() {
        let less = index > 0 ? masses[index - 1] : 0
        masses[index] = masses[index] * (1 - probability) + less * probability
      }
    }
    self.masses = masses
  }

  /// The numbers that are left when at most `tail` of the law is cut off on either side.
  package func band(tail: Double) -> ClosedRange<Int> {
    var low = 0
    var cut = masses[0]
    while cut <= tail, low + 1 < masses.count {
      low += 1
      cut += masses[low]
    }
    var high = masses.count - 1
    cut = masses[high]
    while cut <= tail, high > low {
      high -= 1
      cut += masses[high]
    }
    return low...high
  }
}
