internal import CGSL
internal import CPhilox

extension Sampler {
  // GSL's BTPE squares the distance from the mode in a 32-bit integer, which wraps 46,341 away
  // from it. Up to this variance (sd 2,000) no proposal goes there (chance below 1e-20 a draw), and the
  // logarithms that decide a rejection are exact to 1e-6.
  private static let largestVariance = 4e6
  private static let mostTrials = Int(Int32.max)
  // Counts fit in 32 bits far beyond this mean.
  private static let largestPoissonMean = 1e8

  /// Draws how many of `trials` succeed.
  ///
  /// By GSL's BTPE (Kachitvichyanukul and Schmeiser 1988), below 14 expected successes one inversion, or
  /// by the ``CountSamplers`` chosen.
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
    let rest =
      switch counts {
      case .gsl: storecast_gsl_binomial(generator, probability, UInt32(trials))
      case .fast: storecast_binomial(generator, probability, UInt32(trials))
      }
    return successes + Int(rest)
  }

  /// Draws the number of events of a Poisson process.
  ///
  /// By GSL's recursion through gammas, or by the ``CountSamplers`` chosen.
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
    guard mean > 0 else { return events }
    let rest =
      switch counts {
      case .gsl: gsl_ran_poisson(generator, mean)
      case .fast: storecast_poisson(generator, mean)
      }
    return events + Int(rest)
  }
}
