import Glibc
import StoreModel

/// When paid orders become ready to ship, how likely they are late then, and when they were paid
/// (`docs/model.md` §4).
///
/// Payment hours are integrated at 96 midpoints, a quarter of an hour apart.
final class ReadinessTable: Sendable {
  /// Most days from payment to readiness; what would take longer is counted there.
  static let greatestOffset = 30

  /// Probability that an order is ready r days after payment.
  let probabilities: [Double]

  /// For each limit, `[r][w]`: probability of being older when shipped w days after readiness;
  /// beyond the last w it is 1.
  private let lateProbabilities: [[[Double]]]

  /// Mean payment hour of the orders that are ready r days after payment.
  private let paymentHours: [Double]

  /// Mean time from their payment to the departure of that day, in hours; 0 after it.
  private let hoursToSameDayDeparture: [Double]

  init(
    warehouse: Warehouse,
    medianInHours: Double,
    limitsInHours: [Double],
    profile: DayProfile
  ) {
    let zeta = log(medianInHours)
    let sigma = warehouse.payToShipSigma
    // What each limit leaves when w days pass after readiness, and the share that is ready by then.
    let limits = limitsInHours.map { limit in
      (0..<max(0, Int((limit / 24).rounded(.up)))).map { wait in
        let left = limit - 24 * Double(wait)
        return (left, logNormalCDF(left, zeta: zeta, sigma: sigma))
      }
    }
    let size = Self.greatestOffset + 1
    var mass = [Double](repeating: 0, count: size)
    var hours = mass
    var hoursLeft = mass
    var onTime = limits.map {
      [[Double]](repeating: [Double](repeating: 0, count: $0.count), count: size)
    }
    for step in 0..<96 {
      let hour = (Double(step) + 0.5) / 4
      let weight = profile.share(from: Double(step) / 4, to: Double(step + 1) / 4)
      guard weight > 0 else { continue }
      var lower = 0.0
      var lowerCDF = 0.0
      for offset in (hour > warehouse.cutOffHour ? 1 : 0)..<size {
        let upper = offset == size - 1 ? Double.infinity : Double(offset + 1) * 24 - hour
        let upperCDF = upper == .infinity ? 1 : logNormalCDF(upper, zeta: zeta, sigma: sigma)
        mass[offset] += weight * (upperCDF - lowerCDF)
        hours[offset] += weight * (upperCDF - lowerCDF) * hour
        hoursLeft[offset] +=
          weight * (upperCDF - lowerCDF) * max(0, TransitLaw.departureHour - hour)
        for index in limits.indices {
          for wait in limits[index].indices {
            let (limit, reached) = limits[index][wait]
            guard limit > lower else { break }
            onTime[index][offset][wait] +=
              weight * ((limit >= upper ? upperCDF : reached) - lowerCDF)
          }
        }
        if upperCDF >= 1 - 1e-12 { break }
        (lower, lowerCDF) = (upper, upperCDF)
      }
    }
    let last = mass.lastIndex { $0 >= 1e-12 } ?? 0
    probabilities = Array(mass[...last])
    paymentHours = zip(hours, mass).map { $1 > 0 ? $0 / $1 : 12 }
    hoursToSameDayDeparture = zip(hoursLeft, mass).map { $1 > 0 ? $0 / $1 : 6 }
    lateProbabilities = onTime.map { table in
      table.enumerated().map { offset, row in
        row.map { mass[offset] > 0 ? min(1, max(0, 1 - $0 / mass[offset])) : 1 }
      }
    }
  }

  /// Probability that an order ready r days after payment is older than a limit when it ships w days
  /// later.
  func lateProbability(limit: Int, offset: Int, wait: Int) -> Double {
    let row = lateProbabilities[limit][offset]
    return wait < row.count ? row[wait] : 1
  }

  /// Mean hours from payment until the parcel leaves, for orders ready r days after payment that ship
  /// `age` days after it.
  func hoursToDeparture(offset: Int, age: Int) -> Double {
    age == 0
      ? hoursToSameDayDeparture[offset]
      : 24 * Double(age) + TransitLaw.departureHour - paymentHours[offset]
  }
}
