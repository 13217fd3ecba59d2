import Sampling
import Testing

/// A draw that must end the program at once: where GSL would hang, wrap, clamp or answer NaN.
private enum BadDraw: String, CaseIterable, Codable, Sendable {
  case binomialOfNaN, binomialBeyondOne, binomialBelowZero, binomialOfNegativeTrials
  case binomialOfTooManyTrials
  case poissonOfInfinity, poissonOfNaN, poissonBelowZero, poissonBeyondItsLimit
  case exponentialOfNaN, logNormalThatOverflows, gammaOfNegativeShape, gammaOfInfiniteScale
  case betaOfZero, betaOfNaN, negativeBinomialOfSizeZero, negativeBinomialOfNaN
  case hypergeometricBelowZero, hypergeometricBeyondItsPopulation
  case multinomialOfNaN, multinomialOfZeros, multinomialOfNegative, multinomialOfOtherLength
  case dirichletOfZeros, dirichletOfNaN
  case seekBeyondCalls, seekBelowZero, seekBeyondProcesses, seekBeyondDays

  /// What the message names.
  var subject: String {
    switch rawValue {
    case let name where name.hasPrefix("binomial"): "a binomial's"
    case let name where name.hasPrefix("poisson"): "a Poisson's"
    case let name where name.hasPrefix("exponential"): "an exponential's"
    case let name where name.hasPrefix("logNormal"): "a log-normal"
    case let name where name.hasPrefix("gamma"): "a gamma's"
    case let name where name.hasPrefix("beta"): "a beta's"
    case let name where name.hasPrefix("negativeBinomial"): "a negative binomial's"
    case let name where name.hasPrefix("hypergeometric"): "a hypergeometric's"
    case let name where name.hasPrefix("multinomial"): "a multinomial"
    case let name where name.hasPrefix("dirichlet"): "a Dirichlet's"
    default: "must"
    }
  }

  func perform() {
    var sampler = Sampler(seed: 1)
    switch self {
    case .binomialOfNaN: _ = sampler.binomial(trials: 5, probability: .nan)
    case .binomialBeyondOne: _ = sampler.binomial(trials: 5, probability: 1.0001)
    case .binomialBelowZero: _ = sampler.binomial(trials: 5, probability: -1e-9)
    case .binomialOfNegativeTrials: _ = sampler.binomial(trials: -1, probability: 0.5)
    case .binomialOfTooManyTrials: _ = sampler.binomial(trials: .max, probability: 0.5)
    case .poissonOfInfinity: _ = sampler.poisson(mean: .infinity)
    case .poissonOfNaN: _ = sampler.poisson(mean: .nan)
    case .poissonBelowZero: _ = sampler.poisson(mean: -1)
    case .poissonBeyondItsLimit: _ = sampler.poisson(mean: 5e9)
    case .exponentialOfNaN: _ = sampler.exponential(mean: .nan)
    case .logNormalThatOverflows: _ = sampler.logNormal(zeta: 690, sigma: 1)
    case .gammaOfNegativeShape: _ = sampler.gamma(shape: -1, scale: 1)
    case .gammaOfInfiniteScale: _ = sampler.gamma(shape: 1, scale: .infinity)
    case .betaOfZero: _ = sampler.beta(0, 3)
    case .betaOfNaN: _ = sampler.beta(3, .nan)
    case .negativeBinomialOfSizeZero: _ = sampler.negativeBinomial(mean: 5, size: 0)
    case .negativeBinomialOfNaN: _ = sampler.negativeBinomial(mean: .nan, size: 5)
    case .hypergeometricBelowZero: _ = sampler.hypergeometric(good: -1, bad: 5, sample: 2)
    case .hypergeometricBeyondItsPopulation:
      _ = sampler.hypergeometric(good: 4, bad: 5, sample: 10)
    case .multinomialOfNaN: spread(over: [0.5, .nan], with: &sampler)
    case .multinomialOfZeros: spread(over: [0, 0], with: &sampler)
    case .multinomialOfNegative: spread(over: [1.5, -0.5], with: &sampler)
    case .multinomialOfOtherLength: spread(over: [0.5, 0.3, 0.2], with: &sampler)
    case .dirichletOfZeros: share(of: [0, 0], with: &sampler)
    case .dirichletOfNaN: share(of: [1, .nan], with: &sampler)
    case .seekBeyondCalls: sampler.seek(replication: 0, process: 0, day: 0, call: 1 << 22)
    case .seekBelowZero: sampler.seek(replication: -1, process: 0, day: 0, call: 0)
    case .seekBeyondProcesses: sampler.seek(replication: 0, process: 1 << 16, day: 0, call: 0)
    case .seekBeyondDays: sampler.seek(replication: 0, process: 0, day: 1 << 31, call: 0)
    }
  }

  private func spread(over weights: [Double], with sampler: inout Sampler) {
    var counts = [0, 0]
    sampler.multinomial(
      trials: 5,
      probabilities: weights,
      into: &counts,
      replication: 0,
      process: 0,
      day: 0,
      firstCall: 0
    )
  }

  private func share(of concentrations: [Double], with sampler: inout Sampler) {
    var probabilities = [0.0, 0]
    sampler.dirichlet(concentrations, into: &probabilities)
  }
}

@Suite struct BadParameterTests {
  @Test(.timeLimit(.minutes(15)), arguments: BadDraw.allCases)
  fileprivate func aBadParameterEndsTheProgramWithAMessage(draw: BadDraw) async throws {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) { [draw = draw as BadDraw] in
      draw.perform()
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains(draw.subject))
  }

  @Test func parametersAtTheEdgesCanBeDrawn() {
    var sampler = Sampler(seed: 2)
    #expect(sampler.binomial(trials: ParameterCheck.largestCount, probability: 1e-12) >= 0)
    #expect(sampler.poisson(mean: ParameterCheck.largestMean) > 0)
    #expect(
      sampler.negativeBinomial(
        mean: ParameterCheck.largestMean,
        size: ParameterCheck.smallestSize
      ) >= 0
    )
    #expect(sampler.logNormal(zeta: 685, sigma: 1).isFinite)
    #expect(sampler.gamma(shape: 1e15, scale: 1e15).isFinite)
    #expect((0...1).contains(sampler.beta(1e-100, 1e-100)))
    #expect((0...1).contains(sampler.beta(1e15, 1e15)))
    #expect(
      (0...1).contains(sampler.hypergeometric(good: 1, bad: 999_999_999_999, sample: 1))
    )
    sampler.seek(
      replication: (1 << 32) - 1,
      process: (1 << 16) - 1,
      day: Int(Int32.min),
      call: (1 << 22) - 1
    )
    #expect(sampler.uniform() > 0)
  }

  @Test func thePlanCanAskBeforeItDraws() {
    #expect(ParameterCheck.isProbability(0) && ParameterCheck.isProbability(1))
    #expect(!ParameterCheck.isProbability(.nan) && !ParameterCheck.isProbability(1.1))
    #expect(!ParameterCheck.isCountMean(.nan) && !ParameterCheck.isCountMean(1.1e9))
    #expect(ParameterCheck.areWeights([0, 2]) && !ParameterCheck.areWeights([]))
    #expect(!ParameterCheck.areWeights([1e308, 1e308]) && !ParameterCheck.areWeights([-1, 2]))
    #expect(ParameterCheck.isNegativeBinomial(mean: 5, size: .infinity))
    #expect(!ParameterCheck.isNegativeBinomial(mean: 5, size: .nan))
    #expect(!ParameterCheck.isBeta(.nan, 1) && !ParameterCheck.isBeta(1, .nan))
    #expect(!ParameterCheck.isLogNormal(zeta: .nan, sigma: 1))
    #expect(!ParameterCheck.isGamma(shape: .nan, scale: 1))
    #expect(!ParameterCheck.isDirichlet([1e-200, 1]) && ParameterCheck.isDirichlet([0, 1]))
  }
}
