internal import Glibc
internal import StoreModel

/// How busy the days are on which orders come, an order each counted alike.
struct DayLoads {
  /// By how much of an ordinary day's orders a day exceeds it, with the share of orders on such days; the
  /// shares add up to 1.
  let all: [(excess: Double, share: Double)]

  private static let step = 0.05
  private static let deviations = 12.0
  private static let greatestMean = 1_000.0

  /// The negative binomial days of a demand without promotions at its median; where a history told several
  /// sizes, each by its weight.
  init(_ demand: Demand) {
    // Beyond so many orders a day chance no longer moves the law.
    let mean = min(max(demand.ordersPerDay.median, 1e-3), Self.greatestMean)
    let points = demand.learntLevel?.points ?? []
    var weights: [Double: Double] = points.isEmpty ? [demand.dispersion: 1] : [:]
    for point in points { weights[point.size ?? demand.dispersion, default: 0] += point.weight }
    var bins: [Int: Double] = [:]
    var total = 0.0
    for (size, weight) in weights.sorted(by: { $0.key < $1.key }) {
      let deviation = (mean + mean * mean / size).squareRoot()
      for count in 1...Int(mean + Self.deviations * deviation + 20) {
        let orders = Double(count)
        let mass = CountFilter.logMass(
          orders,
          logFactorial: CountFilter.logGamma(orders + 1),
          mean: mean,
          size: size
        )
        let share = weight * orders * exp(mass)
        bins[Int((max(0, orders / mean - 1) / Self.step).rounded()), default: 0] += share
        total += share
      }
    }
    all = bins.sorted { $0.key < $1.key }.map { (Double($0.key) * Self.step, $0.value / total) }
  }
}
