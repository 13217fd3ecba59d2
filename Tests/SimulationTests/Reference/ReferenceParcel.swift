import Glibc
import StoreModel

/// The time laws of one order and its parcel, drawn one at a time.
struct ReferenceParcel {
  /// The 8 mid-quantiles of the standard normal distribution: 1/16, 3/16 … 15/16.
  static let midQuantiles = [
    -1.534_120_544_352_546, -0.887_146_559_018_876, -0.488_776_411_114_669,
    -0.157_310_684_610_171, 0.157_310_684_610_171, 0.488_776_411_114_669,
    0.887_146_559_018_876, 1.534_120_544_352_546,
  ]

  let courier: Courier
  let values: ReferenceInputs.CourierValues
  /// Days from payment to the promised day.
  let promisedDays: Int
  /// Probability that the courier scans a parcel within 48 hours.
  let pickupOnTime: Double

  init(courier: Courier, values: ReferenceInputs.CourierValues) {
    self.courier = courier
    self.values = values
    promisedDays = Int((courier.deliveryPromiseInHours / 24).rounded(.up))
    pickupOnTime = Self.normalCDF(log(48 / values.pickupMedian) / courier.pickupSigma)
  }

  /// Ends of the cells in which the time to the first scan is told, in hours.
  private static let pickupEnds = [2.0, 4, 6, 9, 12, 18, 24, 36, 48, 72]

  /// Hours to the courier's first scan, and the mean of their cell.
  func pickup(_ generator: inout ReferenceGenerator) -> (hours: Double, told: Double) {
    let sigma = courier.pickupSigma
    let mu = log(values.pickupMedian)
    let hours = generator.logNormal(mu: mu, sigma: sigma)
    /// The chance of at most `end` hours, and the mean of what does not exceed them, 0 for the rest.
    func upTo(_ end: Double) -> (chance: Double, part: Double) {
      let score = (log(end) - mu) / sigma
      let mean = exp(mu + sigma * sigma / 2)
      return (Self.normalCDF(score), mean * Self.normalCDF(score - sigma))
    }
    let cell = Self.pickupEnds.firstIndex { hours <= $0 }
    let high = cell.map { upTo(Self.pickupEnds[$0]) } ?? (1, exp(mu + sigma * sigma / 2))
    let start = cell.map { $0 == 0 ? 0 : Self.pickupEnds[$0 - 1] } ?? 72
    let low = start > 0 ? upTo(start) : (0, 0)
    return (hours, (high.1 - low.1) / (high.0 - low.0))
  }

  /// Days from shipping to arrival, without regard to incidents.
  func days(
    logFactor: Double,
    faults: Faults,
    _ generator: inout ReferenceGenerator
  ) -> Int {
    let quantile = Self.midQuantiles[generator.index(below: 8)]
    let pickup = values.pickupMedian * exp(courier.pickupSigma * quantile)
    let sigma = courier.transitSigma
    let centre = faults.contains(.transitMeanAsMedian) ? 0 : sigma * sigma / 2
    let transit = exp(
      log(values.transitMean) - centre + sigma * generator.normal() + logFactor
    )
    var days = Int((18 + pickup + transit) / 24)
    let stalls = generator.happens(values.stalls)
    if stalls, !faults.contains(.stallsIgnored) {
      days += 1 + generator.failures(mean: courier.stallMeanInDays - 1)
    }
    return min(45, days)
  }

  /// Chances of 0…45 days from shipping to arrival on an ordinary day, by summation.
  func dayChances() -> [Double] {
    var unstalled = Array(repeating: 0.0, count: 46)
    let mu = log(values.transitMean) - courier.transitSigma * courier.transitSigma / 2
    for quantile in Self.midQuantiles {
      let pickup = values.pickupMedian * exp(courier.pickupSigma * quantile)
      var below = 0.0
      for day in 0...45 {
        let room = Double(24 * (day + 1)) - 18 - pickup
        let cdf = room > 0 ? Self.normalCDF((log(room) - mu) / courier.transitSigma) : 0
        let upTo = day == 45 ? 1 : cdf
        unstalled[day] += (upTo - below) / 8
        below = upTo
      }
    }
    let stop = 1 / courier.stallMeanInDays
    var chances = unstalled.map { $0 * (1 - values.stalls) }
    for (day, chance) in unstalled.enumerated() {
      for extra in 1...400 {
        let delay = stop * pow(1 - stop, Double(extra - 1))
        chances[min(45, day + extra)] += chance * values.stalls * delay
      }
    }
    return chances
  }

  /// The standard normal distribution function.
  static func normalCDF(_ x: Double) -> Double {
    erfc(-x / 2.0.squareRoot()) / 2
  }
}
