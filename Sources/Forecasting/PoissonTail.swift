import Sampling

/// A Poisson distribution as a table: masses and tails, cut off where masses fall below 10⁻¹⁷.
struct PoissonTail {
  private let masses: [Double]
  private let tails: [Double]

  /// Numbers in the table, 0 to `count − 1`.
  var count: Int { masses.count }

  /// Tabulates the law of a mean of 0 to 10⁹, from its mode outwards, so that nothing underflows.
  init(mean: Double) {
    let mode = Int(mean)
    var above = [Distributions.poissonPMF(mode, mean: mean)]
    while let last = above.last, last > 1e-17 {
      above.append(last * mean / Double(mode + above.count))
    }
    var below: [Double] = []
    var mass = above[0]
    for number in stride(from: mode, to: 0, by: -1) {
      mass *= Double(number) / mean
      below.append(mass)
    }
    let masses = below.reversed() + above
    var tails = masses
    var sum = 0.0
    for number in masses.indices.reversed() {
      tails[number] = sum
      sum += masses[number]
    }
    self.masses = masses
    self.tails = tails
  }

  /// P(N = number).
  func mass(_ number: Int) -> Double { masses.indices.contains(number) ? masses[number] : 0 }

  /// P(N > number).
  func beyond(_ number: Int) -> Double {
    if number < 0 { return 1 }
    return number < tails.count ? tails[number] : 0
  }
}
