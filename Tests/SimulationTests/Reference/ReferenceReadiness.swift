import Glibc
import StoreModel

/// Payment hours and the time that an order takes to become ready.
struct ReferenceReadiness {
  /// Payment hours, Monday to Sunday.
  private let hours: [ReferenceHours]
  private let median: Double
  private let sigma: Double
  private let cutOff: Double

  init(operation: Operation, payToShipMedian: Double) {
    hours = (0..<7).map { ReferenceHours(operation: operation, weekday: $0, gathered: 1) }
    median = payToShipMedian
    sigma = operation.warehouse.payToShipSigma
    cutOff = operation.warehouse.cutOffHour
  }

  /// One order of a weekday: days until ready and the log-normal hours behind them.
  func draw(
    weekday: Int,
    faults: Faults,
    _ generator: inout ReferenceGenerator
  ) -> (days: Int, hours: Double) {
    let hour = hours[weekday].draw(&generator)
    let hours = generator.logNormal(mu: log(median), sigma: sigma)
    let days = Int((hour + hours) / 24)
    let waits = hour > cutOff && !faults.contains(.cutOffIgnored)
    return (waits ? max(1, days) : days, hours)
  }

  /// Chances of being ready after 0…30 days, and within `limit` hours, by quadrature over the
  /// payment hour.
  func dayChances(weekday: Int = 0, within limit: Double = .infinity) -> [Double] {
    var chances = Array(repeating: 0.0, count: 31)
    for (time, weight) in hours[weekday].pieces(steps: 240) {
      var below = 0.0
      for day in 0...30 {
        let room = day == 30 ? .infinity : Double(24 * (day + 1)) - time
        let upTo = ReferenceParcel.normalCDF(log(min(room, limit) / median) / sigma)
        let place = time > cutOff ? max(1, day) : day
        chances[place] += (upTo - below) * weight
        below = upTo
      }
    }
    return chances
  }
}
