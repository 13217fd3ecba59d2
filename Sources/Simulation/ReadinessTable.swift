import Glibc
import StoreModel

/// When paid orders become ready to ship, and how likely they are late then (`docs/model.md` §4).
///
/// Payment hours are integrated at 96 midpoints, a quarter of an hour apart.
struct ReadinessTable: Sendable {
  /// Most days from payment to readiness; what would take longer is counted there.
  static let greatestOffset = 30

  /// Probability that an order is ready r days after payment.
  private(set) var probabilities: [Double]

  /// For each promise, `[r][w]`: probability of being late when shipped w days after readiness;
  /// beyond the last w it is 1.
  private(set) var lateProbabilities: [[[Double]]]

  init(
    warehouse: Warehouse,
    medianInHours: Double,
    promisesInHours: [Double],
    profile: DayProfile
  ) {
    let zeta = log(medianInHours)
    let sigma = warehouse.payToShipSigma
    let waits = promisesInHours.map { max(0, Int(($0 / 24).rounded(.up))) }
    let size = Self.greatestOffset + 1
    var mass = [Double](repeating: 0, count: size)
    var onTime = waits.map { [[Double]](repeating: [Double](repeating: 0, count: $0), count: size) }
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
        for promise in waits.indices {
          for wait in 0..<waits[promise] {
            let limit = promisesInHours[promise] - 24 * Double(wait)
            guard limit > lower else { break }
            let reached =
              limit >= upper ? upperCDF : logNormalCDF(limit, zeta: zeta, sigma: sigma)
            onTime[promise][offset][wait] += weight * (reached - lowerCDF)
          }
        }
        if upperCDF >= 1 - 1e-12 { break }
        (lower, lowerCDF) = (upper, upperCDF)
      }
    }
    probabilities = mass
    lateProbabilities = onTime.map { table in
      table.enumerated().map { offset, row in
        row.map { mass[offset] > 0 ? min(1, max(0, 1 - $0 / mass[offset])) : 1 }
      }
    }
    while probabilities.count > 1, probabilities[probabilities.count - 1] < 1e-12 {
      probabilities.removeLast()
    }
  }

  /// Probability that an order ready r days after payment is late when it ships w days later.
  func lateProbability(promise: Int, offset: Int, wait: Int) -> Double {
    let row = lateProbabilities[promise][offset]
    return wait < row.count ? row[wait] : 1
  }
}
