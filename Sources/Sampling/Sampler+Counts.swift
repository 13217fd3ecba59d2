internal import CGSL

extension Sampler {
  // GSL's BTPE squares the distance from the mode in a 32-bit integer, which wraps 46,341 away
  // from it. Up to this variance (sd 2,000) no proposal goes there (chance below 1e-20 a draw).
  private static let largestVarianceOfGSL = 4e6
  private static let mostTrialsOfGSL = Int(Int32.max)
  // GSL's Poisson returns 32 bits; below this mean it is far from them.
  private static let largestPoissonMeanOfGSL = 1e8

  /// Draws how many of `trials` succeed.
  ///
  /// GSL's BTPE (Kachitvichyanukul and Schmeiser 1988), below 14 expected successes one inversion.
  /// Larger counts than its arithmetic bears are halved at their median order statistic, which is a
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
    while Double(trials) * probability * (1 - probability) > Self.largestVarianceOfGSL
      || trials > Self.mostTrialsOfGSL
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
    return successes + Int(gsl_ran_binomial(generator, probability, UInt32(trials)))
  }

  /// Draws the number of events of a Poisson process.
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
    while mean > Self.largestPoissonMeanOfGSL {
      let rank = (mean * 0.875).rounded(.down)
      let time = gsl_ran_gamma(generator, rank, 1)
      guard time < mean else {
        return events + binomial(trials: Int(rank) - 1, probability: mean / time)
      }
      events += Int(rank)
      mean -= time
    }
    return mean > 0 ? events + Int(gsl_ran_poisson(generator, mean)) : events
  }
}
