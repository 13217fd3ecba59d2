internal import CGSL
internal import CPhilox

extension Sampler {
  // Up to this variance (sd 2,000) the logarithms of probabilities that decide a rejection are exact
  // to 1e-6, and counts fit in 32 bits.
  private static let largestVariance = 4e6
  private static let mostTrials = Int(Int32.max)
  // The same for a Poisson.
  private static let largestPoissonMean = 1e8

  /// Draws how many of `trials` succeed.
  ///
  /// Below 14 expected rarer outcomes the inversion of one uniform, as GSL does; from 14 on transformed
  /// rejection (BTRS: Hormann 1993), which takes less time than GSL's BTPE. Both draw the rarer outcome, with the
  /// uniform mirrored where that is failure: counts grow with the probability through 1/2.
  /// Larger counts than their arithmetic bears are halved at their median order statistic, which is a
  /// beta (Relles 1972), so the law stays exact; cost grows with the logarithm of the trials.
  ///
  /// - Parameters:
  ///   - trials: In [0, 10^12]; 0 returns 0 without drawing.
  ///   - probability: Of one success, in [0, 1].
  /// - Returns: A count in [0, trials].
  package mutating func binomial(trials: Int, probability: Double) -> Int {
    require(
      ParameterCheck.isCount(trials),
      "a binomial's trials must be in 0 ... 1e12, not \(trials)"
    )
    require(
      ParameterCheck.isProbability(probability),
      "a binomial's probability must be in 0 ... 1, not \(probability)"
    )
    var trials = trials
    var probability = probability
    var successes = 0
    while Double(trials) * probability * (1 - probability) > Self.largestVariance
      || trials > Self.mostTrials
    {
      let rank = trials / 2 + 1
      let pivot = gsl_ran_beta(generator, Double(rank), Double(trials + 1 - rank))
      if pivot >= probability {
        trials = rank - 1
        probability /= pivot
      } else {
        successes += rank
        trials -= rank
        probability = (probability - pivot) / (1 - pivot)
      }
    }
    guard trials > 0, probability > 0 else { return successes }
    guard probability < 1 else { return successes + trials }
    return successes + Int(storecast_binomial(generator, probability, UInt32(trials)))
  }

  /// Draws the number of events of a Poisson process.
  ///
  /// Below a mean of 14 the inversion of one uniform, from 14 on transformed rejection (PTRS: Hormann
  /// 1993), in a quarter to a tenth of the time of GSL's recursion.
  ///
  /// - Parameter mean: Expected events, in [0, 10^9]; 0 returns 0 without drawing.
  /// - Returns: A count, 0 or more.
  package mutating func poisson(mean: Double) -> Int {
    require(ParameterCheck.isCountMean(mean), "a Poisson's mean must be in 0 ... 1e9, not \(mean)")
    return unboundedPoisson(mean: mean)
  }

  /// Draws a count with the given mean and variance mean + mean^2 / size, as a gamma's Poisson.
  ///
  /// The gamma is drawn first and keeps its draws when only the mean differs between alternatives.
  ///
  /// - Parameters:
  ///   - mean: In [0, 10^9]; 0 returns 0 without drawing.
  ///   - size: 10^-3 or more; infinity gives the Poisson.
  /// - Returns: A count, 0 or more.
  package mutating func negativeBinomial(mean: Double, size: Double) -> Int {
    require(
      ParameterCheck.isNegativeBinomial(mean: mean, size: size),
      "a negative binomial's mean must be in 0 ... 1e9 and its size in 1e-3 ... 1e15 or infinite, "
        + "not \(mean) and \(size)"
    )
    guard size < .infinity, mean > 0 else { return unboundedPoisson(mean: mean) }
    return unboundedPoisson(mean: gsl_ran_gamma(generator, size, mean / size))
  }

  /// Draws a Poisson count of any mean below 10^17 or so, where counts still fit.
  ///
  /// The time of event number m is a gamma. If it lies within the mean, m events happened and the
  /// rest is a Poisson with what is left of the mean; else the m - 1 events before it are spread
  /// evenly, a binomial (Ahrens and Dieter 1974).
  private mutating func unboundedPoisson(mean: Double) -> Int {
    var mean = mean
    var events = 0
    while mean > Self.largestPoissonMean {
      let rank = (mean * 0.875).rounded(.down)
      let time = gsl_ran_gamma(generator, rank, 1)
      guard time < mean else {
        return events + binomial(trials: Int(rank) - 1, probability: mean / time)
      }
      events += Int(rank)
      mean -= time
    }
    return mean > 0 ? events + Int(storecast_poisson(generator, mean)) : events
  }
}
