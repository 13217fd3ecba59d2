internal import Glibc
internal import Sampling
internal import StoreModel

/// The level of a logarithm or a logit for every point of a grid: a slow walk plus an AR(1) deviation, each
/// point with a normal law of both.
struct WanderingLevel: Sendable {
  /// How a level wanders at one point of a grid.
  struct Drift: Hashable, Sendable {
    /// Standard deviation of a day's step of the walk.
    var q: Double
    /// Stationary standard deviation of the deviation.
    var sf: Double
    /// Share of the deviation that is left after a day.
    var phi: Double

    /// Standard deviation of a day's step of the deviation.
    var shock: Double { sf * (1 - phi * phi).squareRoot() }
  }

  let drifts: [Drift]
  /// What the log-likelihood is multiplied by each day.
  let forgetting: Double
  /// Law and discounted log-likelihood of each point.
  private(set) var states: [State]

  /// The law at one point.
  struct State: Hashable, Sendable {
    /// Means of walk and deviation.
    var a: Double, f = 0.0
    /// Their covariance.
    var caa: Double, caf = 0.0, cff: Double
    var logLikelihood = 0.0

    /// Mean and variance of their sum.
    var level: Double { a + f }
    var variance: Double { caa + 2 * caf + cff }

    /// Takes in that the level is now believed at `level`, where an observation told `information` of it.
    ///
    /// A normal law of the sum moves, walk and deviation follow by their covariance with it.
    mutating func absorb(level: Double, information: Double) {
      let prior = variance
      let left = 1 / (1 / prior + information)
      let (gainA, gainF) = (caa + caf, caf + cff)
      let move = (level - self.level) / prior
      let shrink = (prior - left) / (prior * prior)
      a += gainA * move
      f += gainF * move
      caa -= gainA * gainA * shrink
      caf -= gainA * gainF * shrink
      cff -= gainF * gainF * shrink
    }
  }

  /// Levels that begin at `start` with a variance, deviations at their stationary law.
  init(drifts: [Drift], forgetting: Double, start: Double, variance: Double) {
    self.drifts = drifts
    self.forgetting = forgetting
    states = drifts.map { State(a: start, caa: variance, cff: $0.sf * $0.sf) }
  }

  /// Moves every walk to `start`.
  mutating func begin(at start: Double) {
    for point in states.indices { states[point].a = start }
  }

  /// Takes an observation in at every point.
  mutating func update(_ change: (Int, inout State) -> Void) {
    for point in states.indices { change(point, &states[point]) }
  }

  /// Goes on by a day.
  mutating func predict() {
    for point in states.indices {
      let drift = drifts[point]
      states[point].f *= drift.phi
      states[point].caa += drift.q * drift.q
      states[point].caf *= drift.phi
      states[point].cff = states[point].cff * drift.phi * drift.phi + drift.shock * drift.shock
      states[point].logLikelihood *= forgetting
    }
  }
}

/// What is known of a wandering level before a day, and futures of it.
struct LevelBelief: Sendable {
  let drifts: [WanderingLevel.Drift]
  let states: [WanderingLevel.State]
  /// Probability of each point.
  let weights: [Double]
  private let cumulative: [Double]

  init(_ level: WanderingLevel, logPrior: [Double]) {
    drifts = level.drifts
    states = level.states
    weights = Weights.softmax(zip(states, logPrior).map { $0.logLikelihood + $1 })
    cumulative = Weights.cumulative(weights)
  }

  /// The same in the words of the engine.
  var learnt: [LearntLevel.Point] {
    zip(drifts, zip(states, weights)).map { drift, known in
      let (state, weight) = known
      return LearntLevel.Point(
        weight: weight,
        walkPerDay: drift.q,
        shockSD: drift.sf,
        shockHalfLifeInDays: log(0.5) / log(drift.phi),
        walk: state.a,
        shock: state.f,
        walkVariance: state.caa,
        covariance: state.caf,
        shockVariance: state.cff
      )
    }
  }

  /// A future: the point drawn, walk and deviation of the day.
  struct Path: Sendable {
    let point: Int
    private let drift: WanderingLevel.Drift
    private let shock: Double
    private var a: Double
    private var f: Double

    init(point: Int, drift: WanderingLevel.Drift, a: Double, f: Double) {
      (self.point, self.drift, self.a, self.f) = (point, drift, a, f)
      shock = drift.shock
    }

    var level: Double { a + f }

    mutating func step(_ sampler: inout Sampler) {
      a += drift.q * sampler.normal()
      f = drift.phi * f + shock * sampler.normal()
    }
  }

  /// Draws a point, walk and deviation at the sampler's position.
  func path(_ sampler: inout Sampler) -> Path {
    let point = Weights.index(of: sampler.uniform(), in: cumulative)
    let state = states[point]
    let law = PairLaw(
      first: state.a,
      second: state.f,
      v11: state.caa,
      v12: state.caf,
      v22: state.cff
    )
    let (a, f) = law.draw(&sampler)
    return Path(point: point, drift: drifts[point], a: a, f: f)
  }
}
