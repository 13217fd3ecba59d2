import Glibc
import StoreModel

/// Payment hours and the time that an order takes to become ready.
struct ReferenceReadiness {
  let profile: [Double]
  let median: Double
  let sigma: Double
  let cutOff: Double

  init(operation: Operation, payToShipMedian: Double) {
    profile =
      operation.serviceDesk?.hourlyProfile ?? Array(repeating: 1, count: 24)
    median = payToShipMedian
    sigma = operation.warehouse.payToShipSigma
    cutOff = operation.warehouse.cutOffHour
  }

  /// One order: days until ready and the log-normal hours behind them.
  func draw(
    faults: Faults,
    _ generator: inout ReferenceGenerator
  ) -> (days: Int, hours: Double) {
    let hour = Double(generator.choice(profile)) + generator.uniform()
    let hours = generator.logNormal(mu: log(median), sigma: sigma)
    let days = Int((hour + hours) / 24)
    let waits = hour > cutOff && !faults.contains(.cutOffIgnored)
    return (waits ? max(1, days) : days, hours)
  }

  /// Chances of being ready after 0…30 days, and within `limit` hours, by quadrature over the
  /// payment hour.
  func dayChances(within limit: Double = .infinity) -> [Double] {
    var chances = Array(repeating: 0.0, count: 31)
    let total = profile.reduce(0, +)
    let steps = 240
    for (hour, weight) in profile.enumerated() where weight > 0 {
      for step in 0..<steps {
        let time = Double(hour) + (Double(step) + 0.5) / Double(steps)
        var below = 0.0
        for day in 0...30 {
          let room = day == 30 ? .infinity : Double(24 * (day + 1)) - time
          let upTo = ReferenceParcel.normalCDF(log(min(room, limit) / median) / sigma)
          let place = time > cutOff ? max(1, day) : day
          chances[place] += (upTo - below) * weight / total / Double(steps)
          below = upTo
        }
      }
    }
    return chances
  }
}
