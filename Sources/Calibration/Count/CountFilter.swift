internal import Glibc

/// Follows a daily count (orders, ratings, contacts) for every point of a grid.
///
/// A negative binomial likelihood on the logarithm of the level, approximated by a normal at its mode
/// (six Newton steps). A day costs about 0.5 us a point. The first 28 observed days set the level's start,
/// so nothing may be forecast inside them.
///
/// Sources: West and Harrison (1997), chapter 14; docs/forecast-quality.md.
package struct CountFilter: Sendable {
  /// Observed days that set the start.
  package static let daysOfStart = 28
  /// Days whose mean bounds a simulated day.
  static let daysOfBound = 90
  private static let leastMean = 0.02
  private static let newtonSteps = 6
  private static let longestNewtonStep = 2.0

  /// The grid that is followed.
  package let grid: CountGrid
  /// How the weekdays differ, as of the day that comes next.
  package private(set) var weekdays = WeekdayFactors()

  private var level: WanderingLevel

  private var waiting: [(count: Int?, weekday: Int)] = []
  private var waitingObserved = 0
  private var recent: [Int] = []
  private var nextRecent = 0
  private var recentSum = 0

  /// Creates a filter before its first day.
  package init(grid: CountGrid = .standard) {
    self.grid = grid
    level = WanderingLevel(
      drifts: grid.points.map { .init(q: $0.q, sf: $0.sf, phi: CountGrid.phi) },
      forgetting: CountGrid.forgetting,
      start: 0,
      variance: 1
    )
  }

  /// Goes on by a day of a weekday, Monday = 0; `nil` where the count was not observed.
  package mutating func advance(_ count: Int?, weekday: Int) {
    if let count { note(count) }
    guard waitingObserved < Self.daysOfStart else { return live(count, weekday: weekday) }
    waiting.append((count, weekday))
    if count != nil { waitingObserved += 1 }
    guard waitingObserved == Self.daysOfStart else { return }
    let sum = waiting.reduce(0) { $0 + ($1.count ?? 0) }
    level.begin(at: log(max(Double(sum) / Double(Self.daysOfStart), Self.leastMean)))
    for day in waiting { live(day.count, weekday: day.weekday) }
    waiting = []
  }

  /// What is known before the next day; `nil` until enough days were observed.
  package var posterior: CountPosterior? {
    guard waitingObserved == Self.daysOfStart else { return nil }
    return CountPosterior(
      belief: LevelBelief(level, logPrior: grid.logPrior),
      points: grid.points,
      weekdayFactors: weekdays.factors,
      recentMean: Double(recentSum) / Double(max(recent.count, 1))
    )
  }

  private mutating func note(_ count: Int) {
    if recent.count < Self.daysOfBound {
      recent.append(count)
    } else {
      recentSum -= recent[nextRecent]
      recent[nextRecent] = count
      nextRecent = (nextRecent + 1) % Self.daysOfBound
    }
    recentSum += count
  }

  private mutating func live(_ count: Int?, weekday: Int) {
    let factor = weekdays.factors[weekday]
    if let count, factor > 0 { update(Double(count), factor: factor) }
    level.predict()
    weekdays.advance(count, weekday: weekday)
  }

  private mutating func update(_ count: Double, factor: Double) {
    let logFactorial = Self.logGamma(count + 1)
    let sizes = grid.points.map(\.size)
    level.update { point, state in
      let size = sizes[point]
      let (start, prior) = (state.level, state.variance)
      state.logLikelihood += Self.logMass(
        count,
        logFactorial: logFactorial,
        mean: factor * exp(start + prior / 2),
        size: 1 / (1 / size + expm1(min(prior, 3)))
      )
      var level = start
      var (mean, information) = (0.0, 0.0)
      func look() {
        mean = factor * exp(level)
        information = mean * size * (size + count) / ((size + mean) * (size + mean))
      }
      for _ in 0..<Self.newtonSteps {
        look()
        let slope = (count - mean) * size / (size + mean) - (level - start) / prior
        let step = slope / (information + 1 / prior)
        level += min(max(step, -Self.longestNewtonStep), Self.longestNewtonStep)
      }
      look()
      state.absorb(level: level, information: information)
    }
  }

  /// The reentrant form: the plain one writes a global sign.
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// The logarithm of a negative binomial's probability of `count`.
  static func logMass(
    _ count: Double,
    logFactorial: Double,
    mean: Double,
    size: Double
  ) -> Double {
    var rising = 0.0
    if count < 8 {
      var term = 0.0
      while term < count {
        rising += log(size + term)
        term += 1
      }
    } else {
      rising = logGamma(size + count) - logGamma(size)
    }
    return rising - logFactorial - size * log1p(mean / size)
      + (count > 0 ? count * (log(mean) - log(size + mean)) : 0)
  }
}
