import Glibc
import StoreModel

/// A level that a history told, on its way from day 1 on.
struct LearntPath: Sendable {
  /// Random walk and AR(1) of the day.
  private(set) var walk: Double
  private(set) var shock: Double
  /// Size of the negative binomial of a day's count.
  let size: Double?
  private let walkPerDay: Double
  private let persistence: Double
  private let innovation: Double

  /// Draws a set of parameters and the level of day 1.
  ///
  /// Calls 0 to 2 of `process` are used.
  init(_ level: LearntLevel, _ process: UInt32, draws: inout Draws) {
    var left = draws.uniform(process, 0)
    var chosen = level.points[0]
    for point in level.points {
      chosen = point
      left -= point.weight
      if left < 0 { break }
    }
    let sd = max(0, chosen.walkVariance).squareRoot()
    let slope = sd > 0 ? chosen.covariance / sd : 0
    let rest = max(0, chosen.shockVariance - slope * slope).squareRoot()
    let first = draws.normal(process, 1)
    walk = chosen.walk + sd * first
    shock = chosen.shock + slope * first + rest * draws.normal(process, 2)
    size = chosen.size
    walkPerDay = chosen.walkPerDay
    persistence = pow(0.5, 1 / chosen.shockHalfLifeInDays)
    innovation = chosen.shockSD * (1 - persistence * persistence).squareRoot()
  }

  /// Both parts together.
  var value: Double { walk + shock }

  /// Goes on by a day with a standard normal number for each part.
  mutating func step(walk first: Double, shock second: Double) {
    walk += walkPerDay * first
    shock = persistence * shock + innovation * second
  }
}
