internal import CGSL
internal import Glibc

extension Sampler {
  // Up to this standard deviation, walking from the mode costs less than a rejection.
  private static let largestDeviationToWalk = 8.0

  /// Draws how many good ones are in a sample without replacement.
  ///
  /// GSL walks through the whole sample; this is exact at a cost that does not grow with it. Small
  /// laws are inverted from one uniform, outwards from the mode; large ones use the ratio of uniforms
  /// (HRUA: Stadlober 1990, "The ratio of uniforms approach for generating discrete random variates").
  ///
  /// - Parameters:
  ///   - good: Good ones in the population.
  ///   - bad: The others; `good + bad` is at most 10^12.
  ///   - sample: How many are taken, 0 to good + bad.
  /// - Returns: A count from max(0, sample - bad) to min(good, sample); without drawing when only one
  ///   is possible.
  package mutating func hypergeometric(good: Int, bad: Int, sample: Int) -> Int {
    require(
      ParameterCheck.isCount(good) && ParameterCheck.isCount(bad)
        && ParameterCheck.isCount(good + bad),
      "a hypergeometric's population must be in 0 ... 1e12, not \(good) and \(bad)"
    )
    require(
      sample >= 0 && sample <= good + bad,
      "a hypergeometric's sample must be within its population, unlike \(sample)"
    )
    guard good > 0, sample > 0 else { return 0 }
    guard bad > 0, sample < good + bad else { return min(good, sample) }
    let law = HypergeometricLaw(good: good, bad: bad, sample: sample)
    let count =
      law.variance <= Self.largestDeviationToWalk * Self.largestDeviationToWalk
      ? walk(from: law) : ratioOfUniforms(law)
    return law.original(count)
  }

  private mutating func walk(from law: HypergeometricLaw) -> Double {
    let weightOfMode = exp(law.logProbability(law.mode))
    // The probabilities add up to 1 but for rounding: another turn is needed once in 10^13 draws.
    while true {
      var rest = uniform() - weightOfMode
      guard rest >= 0 else { return law.mode }
      var (up, down) = (law.mode, law.mode)
      var (weightUp, weightDown) = (weightOfMode, weightOfMode)
      while up < law.largest || down > 0 {
        if up < law.largest {
          weightUp *= law.ratioUp(up)
          up += 1
          rest -= weightUp
          guard rest >= 0 else { return up }
        }
        if down > 0 {
          down -= 1
          weightDown /= law.ratioUp(down)
          rest -= weightDown
          guard rest >= 0 else { return down }
        }
      }
    }
  }

  private mutating func ratioOfUniforms(_ law: HypergeometricLaw) -> Double {
    // Stadlober's hat for all of binomial, Poisson and hypergeometric: 2 sqrt(2 / e) and
    // 3 - 2 sqrt(3 / e).
    let width = 1.7155277699214135 * (law.variance + 0.5).squareRoot() + 0.8989161620588988
    let center = law.mean + 0.5
    let weightOfMode = law.logWeight(law.mode)
    while true {
      let u = uniformPositive()
      let x = center + width * (uniform() - 0.5) / u
      guard x >= 0, x < law.largest + 1 else { continue }
      let count = x.rounded(.down)
      let ratio = law.logWeight(count) - weightOfMode
      // Bounds of 2 log(u) from below and above save most logarithms.
      if u * (4 - u) - 3 <= ratio { return count }
      if u * (u - ratio) >= 1 { continue }
      if 2 * log(u) <= ratio { return count }
    }
  }
}
