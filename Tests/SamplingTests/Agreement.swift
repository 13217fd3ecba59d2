import Foundation
import Sampling

/// How well draws agree with the law they should have.
///
/// Every check has the false-alarm rate `alpha`, by bounds that hold in the far tail for any number of
/// draws: no normal approximation. With 20,000 draws the distance of the distribution functions that
/// is noticed is .0222, and a cell of probability .1 is noticed when it is off by a tenth.
enum Agreement {
  /// Chance that a check fails although the sampler is right; 200 such checks make 1e-6.
  static let alpha = 5e-9
  /// Draws in a check.
  static let draws = 20_000
  /// Massart's bound: the distance of `draws` draws from their law exceeds it with chance `alpha`.
  static let largestDistance = (log(2 / alpha) / (2 * Double(draws))).squareRoot()

  /// Draws once at a position of each replication, as simulations do.
  static func sample<Value>(
    seed: UInt64,
    counts: CountSamplers = .gsl,
    _ draw: (inout Sampler) -> Value
  ) -> [Value] {
    var sampler = Sampler(seed: seed, counts: counts)
    return (0..<draws).map { replication in
      sampler.seek(replication: replication, process: 9, day: 4, call: 2)
      return draw(&sampler)
    }
  }

  /// Returns the largest distance between the draws' distribution function and a continuous one.
  static func distance(of sample: [Double], from cdf: (Double) -> Double) -> Double {
    let count = Double(sample.count)
    return sample.sorted().enumerated().reduce(0) { largest, draw in
      let expected = cdf(draw.element)
      let (below, upTo) = (Double(draw.offset) / count, Double(draw.offset + 1) / count)
      return max(largest, abs(below - expected), abs(upTo - expected))
    }
  }

  /// Returns the largest distance between the counts' distribution function and a discrete one.
  ///
  /// Looks at a thousand places at most, since a law of 10^12 trials costs a millisecond a place: the
  /// distance can only come out smaller, by at most .001.
  static func distance(of sample: [Int], from cdf: (Int) -> Double) -> Double {
    let count = Double(sample.count)
    var below = 0.0
    var largest = 0.0
    var looked = -1.0
    for (value, occurrences) in occurrences(in: sample).sorted(by: { $0.key < $1.key }) {
      let upTo = below + Double(occurrences)
      defer { below = upTo }
      guard upTo - looked > count / 1000 else { continue }
      looked = upTo
      largest = max(
        largest,
        abs(below / count - cdf(value - 1)),
        abs(upTo / count - cdf(value))
      )
      below = upTo
    }
    return largest
  }

  /// Returns the cells whose number of draws an exact binomial test refuses.
  ///
  /// The false-alarm rate `alpha` is shared among the cells and both sides of each.
  static func refusedCells(of sample: [Int], probabilities: [Int: Double]) -> [Int] {
    let seen = occurrences(in: sample)
    let impossible = seen.keys.filter { probabilities[$0] == nil }
    let share = alpha / (2 * Double(max(probabilities.count, 1)))
    let refused = probabilities.filter { cell, probability in
      let count = seen[cell, default: 0]
      let atMost = Distributions.binomialCDF(
        count,
        trials: sample.count,
        probability: probability
      )
      let atLeast = Distributions.binomialTail(
        count - 1,
        trials: sample.count,
        probability: probability
      )
      return min(atMost, atLeast) < share
    }
    return (impossible + refused.keys).sorted()
  }

  private static func occurrences(in sample: [Int]) -> [Int: Int] {
    sample.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
