internal import Glibc

/// The shares of one to five stars, learnt from the days before: old ratings fade.
package struct StarMemory: Sendable {
  /// Days after which a rating counts half.
  static let halfLifeInDays = 180.0
  /// Ratings that stand for what is known before the first one, and their shares: the Olist sample of
  /// ``LevelGrid/standard``.
  static let priorCount = 20.0
  static let priorShares = [0.115, 0.031, 0.081, 0.194, 0.578]

  private var faded: [Double] = [0, 0, 0, 0, 0]
  private static let keep = pow(0.5, 1 / halfLifeInDays)

  /// Creates a memory of nothing but the prior.
  package init() {}

  /// Goes on by a day with these ratings; `nil` where they were not observed.
  package mutating func advance(_ stars: StarCounts?) {
    for star in 0..<5 {
      faded[star] = faded[star] * Self.keep + Double(stars?.counts[star] ?? 0)
    }
  }

  /// Share of each number of stars, one star first; adds up to 1.
  package var shares: [Double] {
    var weights = [0.0, 0, 0, 0, 0]
    for star in 0..<5 { weights[star] = faded[star] + Self.priorCount * Self.priorShares[star] }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}

/// Mean and variance of shares of one to five stars.
package struct StarMoments: Hashable, Sendable {
  /// Mean star.
  package var mean: Double
  /// Variance of one rating.
  package var variance: Double

  /// The moments of shares that add up to 1.
  package init(of shares: [Double]) {
    var (first, second) = (0.0, 0.0)
    for star in 0..<5 {
      let value = Double(star + 1)
      first += value * shares[star]
      second += value * value * shares[star]
    }
    mean = first
    variance = second - first * first
  }
}
