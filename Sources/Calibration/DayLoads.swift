internal import Glibc
internal import StoreModel

/// How busy the days are on which orders come, an order each counted alike.
struct DayLoads {
  /// By how much of an ordinary day's orders a day exceeds it, with the share of orders on such days; the
  /// shares add up to 1.
  let all: [(excess: Double, share: Double)]

  private static let step = 0.05
  private static let deviations = 8.0
  private static let daysToMiddle = 15.0
  private static let greatestMean = 500.0

  /// The negative binomial days of a demand without promotions; where a history told the level, each of its
  /// sets by its weight, with what the level may be in the middle of a month.
  init(_ demand: Demand) {
    // Beyond so many orders a day chance no longer moves the law.
    let ordinary = min(max(demand.ordersPerDay.median, 1e-3), Self.greatestMean)
    let laws = demand.learntLevel.map { $0.points.map { Law($0, dispersion: demand.dispersion) } }
    var bins: [Int: Double] = [:]
    var total = 0.0
    for law in laws ?? [Law(weight: 1, factor: 1, size: demand.dispersion)] {
      let mean = ordinary * law.factor
      let deviation = (mean + mean * mean / law.size).squareRoot()
      for count in 1...Int(mean + Self.deviations * deviation + 20) {
        let orders = Double(count)
        let mass = CountFilter.logMass(
          orders,
          logFactorial: CountFilter.logGamma(orders + 1),
          mean: mean,
          size: law.size
        )
        let share = law.weight * orders * exp(mass)
        bins[Int((max(0, orders / ordinary - 1) / Self.step).rounded()), default: 0] += share
        total += share
      }
    }
    all = bins.sorted { $0.key < $1.key }.map { (Double($0.key) * Self.step, $0.value / total) }
  }

  /// A negative binomial whose mean is a factor on ordinary orders.
  private struct Law {
    var weight: Double
    var factor: Double
    var size: Double

    init(weight: Double, factor: Double, size: Double) {
      (self.weight, self.factor, self.size) = (weight, factor, size)
    }

    /// The level's own spread widens the law: of the logarithm s², it adds exp(s²) − 1 to 1 / size.
    init(_ point: LearntLevel.Point, dispersion: Double) {
      let walk = DayLoads.daysToMiddle * point.walkPerDay * point.walkPerDay
      let spread = min(1, point.walkVariance + walk + point.shockSD * point.shockSD)
      weight = point.weight
      factor = exp(point.walk + spread / 2)
      size = 1 / (1 / (point.size ?? dispersion) + expm1(spread))
    }
  }
}
