internal import Glibc
package import Sampling
internal import StoreModel

/// Follows a daily share (late among delivered) for every point of a grid.
///
/// The logit of the share is a slow walk plus an AR(1) deviation with a half-life of seven days, each day's
/// count binomial: the normal law at the mode (Newton), the likelihood by Laplace's method. Late deliveries
/// come in spells, which a binomial around a constant share would not know.
///
/// The structure is that of ``CountFilter``; the grid's numbers are assumptions, judged by
/// docs/forecast-quality.md.
package struct RateFilter: Sendable {
  private static let walks = [0.01, 0.03, 0.06]
  private static let deviations = [0.1, 0.4, 0.8, 1.2]
  private static let phi = pow(0.5, 1 / 7.0)
  private static let forgetting = 0.997
  /// Mean and variance of the logit before the first day: a share of 8 %, between 1 % and 50 %.
  private static let startShare = 0.08
  private static let startVariance = 1.5
  private static let newtonSteps = 8
  private static let longestNewtonStep = 2.0

  private var level: WanderingLevel

  /// Creates a filter before its first day, all drift wider by a factor.
  package init(drift: Double = 1) {
    let drifts = Self.walks.flatMap { walk in
      Self.deviations.map {
        WanderingLevel.Drift(q: walk * drift, sf: $0 * drift, phi: Self.phi)
      }
    }
    level = WanderingLevel(
      drifts: drifts,
      forgetting: Self.forgetting,
      start: log(Self.startShare / (1 - Self.startShare)),
      variance: Self.startVariance
    )
  }

  /// Goes on by a day on which `hits` of `count` were seen; `nil` where they were not observed.
  package mutating func advance(_ seen: (hits: Int, count: Int)?) {
    if let seen, seen.count > 0 { update(Double(seen.hits), of: Double(seen.count)) }
    level.predict()
  }

  /// What is known before the next day.
  package var posterior: RatePosterior {
    RatePosterior(belief: LevelBelief(level, logPrior: level.drifts.map { _ in 0 }))
  }

  private mutating func update(_ hits: Double, of count: Double) {
    level.update { _, state in
      let (start, prior) = (state.level, state.variance)
      var level = start
      var information = 0.0
      var share = 0.0
      func look() {
        share = 1 / (1 + exp(-level))
        information = count * share * (1 - share)
      }
      for _ in 0..<Self.newtonSteps {
        look()
        let step =
          (hits - count * share - (level - start) / prior) / (information + 1 / prior)
        level += min(max(step, -Self.longestNewtonStep), Self.longestNewtonStep)
      }
      look()
      let away = (level - start) * (level - start) / prior
      state.logLikelihood +=
        hits * level - count * (max(level, 0) + log1p(exp(-abs(level))))
        - 0.5 * (away + log1p(information * prior))
      state.absorb(level: level, information: information)
    }
  }
}

/// What is known of a daily share before a day.
package struct RatePosterior: Sendable {
  private let belief: LevelBelief

  init(belief: LevelBelief) { self.belief = belief }

  /// The same in the words of the engine: logits of the share.
  var learnt: [LearntLevel.Point] { belief.learnt }

  /// A future of the share.
  package struct Path: Sendable {
    private var level: LevelBelief.Path

    init(_ level: LevelBelief.Path) { self.level = level }

    /// The day's share, in (0, 1).
    package var share: Double { 1 / (1 + exp(-level.level)) }

    /// Goes on by a day.
    package mutating func step(_ sampler: inout Sampler) { level.step(&sampler) }
  }

  /// Draws a point, level and deviation for the day, at the sampler's position.
  package func path(_ sampler: inout Sampler) -> Path { Path(belief.path(&sampler)) }
}
