internal import Glibc
internal import Sampling
package import StoreModel

/// A law of a share or of a rate that counts keep in its family.
///
/// Of a share: Beta(`a`, `b`), events binomial. Of a rate, which may exceed 1: Gamma with shape `a` and `b`
/// occasions, events Poisson.
package struct ConjugateLaw: Hashable, Sendable {
  /// Which of the two.
  package enum Family: Hashable, Sendable {
    /// Of 0…1: beta.
    case share
    /// Positive: gamma.
    case rate
  }

  /// Beta or gamma.
  package var family: Family
  /// Events it is worth, above 0.
  package var a: Double
  /// Of a share the occasions without an event that it is worth, of a rate all occasions; above 0.
  package var b: Double

  /// A law by its two numbers, both above 0.
  package init(_ family: Family, a: Double, b: Double) {
    (self.family, self.a, self.b) = (family, a, b)
  }

  /// How much wider a law stands before data than the range of an assumption says: an assumed 80 % range is
  /// taken as a 50 % range, so that a store unlike the others is still believed.
  private static let doubt = 1.2815515655446004 / 0.6744897501960817
  private static let upperTenth = 1.2815515655446004
  private static let smallest = 1e-6
  private static let largestLogarithm = 25.0

  /// The weak law before data of an assumed input.
  ///
  /// Its log odds (of a rate: its logarithm) have the middle of the assumed range and 1.9 times its spread. Of a
  /// known number, which has no range, it is worth half an event.
  package init(_ family: Family, assumed law: Uncertain.Law) {
    switch (family, law) {
    case (.share, .share(let low, let high)):
      let (from, to) = (log(low / (1 - low)), log(high / (1 - high)))
      self = Self.beta(mean: (from + to) / 2, deviation: Self.deviation(from, to))
    case (.rate, .amount(let low, let high)):
      let (from, to) = (log(low), log(high))
      self = Self.gamma(mean: (from + to) / 2, deviation: Self.deviation(from, to))
    case (.share, _): self.init(.share, a: 0.5, b: 0.5)
    case (.rate, _): self.init(.rate, a: 0.5, b: 0.5 / max(Self.smallest, law.middle))
    }
  }

  private static func deviation(_ from: Double, _ to: Double) -> Double {
    doubt * (to - from) / (2 * upperTenth)
  }

  /// The beta whose log odds have this mean and standard deviation.
  private static func beta(mean: Double, deviation: Double) -> Self {
    func partner(_ a: Double) -> Double {
      // ψ(a) − ψ(b) = mean: the left falls in b.
      LogMoments.root(from: -largestLogarithm, to: largestLogarithm) {
        LogMoments.digamma(a) - LogMoments.digamma($0) - mean
      }
    }
    let a = LogMoments.root(from: -largestLogarithm, to: largestLogarithm) { a in
      LogMoments.trigamma(a) + LogMoments.trigamma(partner(a)) - deviation * deviation
    }
    return Self(.share, a: a, b: partner(a))
  }

  /// The gamma whose logarithm has this mean and standard deviation.
  private static func gamma(mean: Double, deviation: Double) -> Self {
    let a = LogMoments.root(from: -largestLogarithm, to: largestLogarithm) {
      LogMoments.trigamma($0) - deviation * deviation
    }
    return Self(.rate, a: a, b: exp(LogMoments.digamma(a) - mean))
  }

  /// What is assumed where the assumption is mistaken: every share alike; a rate exponential with the same mean.
  package var doubted: Self {
    family == .share ? Self(.share, a: 1, b: 1) : Self(.rate, a: 1, b: b / a)
  }

  /// Occasions that it is worth.
  package var worth: Double { family == .share ? a + b : b }

  /// The mean.
  package var mean: Double { family == .share ? a / (a + b) : a / b }

  /// Probability of at most `x`.
  package func cumulative(_ x: Double) -> Double {
    switch family {
    case .share: Distributions.betaCDF(x, a, b)
    case .rate: x > 0 ? Distributions.gammaCDF(x, shape: a, scale: 1 / b) : 0
    }
  }

  /// The law after `events` on `occasions`; of a share at most as many events as occasions.
  package func after(_ events: Double, of occasions: Double) -> Self {
    Self(family, a: a + events, b: b + (family == .share ? occasions - events : occasions))
  }

  /// The law some time later: what it is worth beyond `prior` fades by the factor `kept`.
  package func faded(by kept: Double, to prior: Self) -> Self {
    Self(family, a: prior.a + kept * (a - prior.a), b: prior.b + kept * (b - prior.b))
  }

  /// Log probability of `events` on `occasions`, where events of one stretch are alike: `alike` is of a share the
  /// correlation of two occasions, of a rate the variance over the squared mean; 0 is independence.
  func logLikelihood(_ events: Double, of occasions: Double, alike: Double) -> Double {
    switch family {
    case .share:
      let worth = 1 / (alike + (1 - alike) / (a + b + 1)) - 1
      let (a, b) = (mean * worth, (1 - mean) * worth)
      return lgamma(occasions + 1) - lgamma(events + 1) - lgamma(occasions - events + 1)
        + Self.logBeta(a + events, b + occasions - events) - Self.logBeta(a, b)
    case .rate:
      let size = 1 / (1 / a + alike)
      let expected = occasions * mean
      return lgamma(size + events) - lgamma(size) - lgamma(events + 1)
        - size * log1p(expected / size)
        + (events > 0 ? events * log(expected / (size + expected)) : 0)
    }
  }

  private static func logBeta(_ a: Double, _ b: Double) -> Double {
    lgamma(a) + lgamma(b) - lgamma(a + b)
  }
}

extension Uncertain.Law {
  /// The value, or the geometric or plain middle of its range.
  fileprivate var middle: Double { Uncertain(path: "", law: self).median }
}
