import Glibc
import StoreModel

/// Payment hours and the time that an order takes to become ready.
struct ReferenceReadiness {
  /// Payment hours, Monday to Sunday.
  private let hours: [ReferenceHours]
  private let median: Double
  private let sigma: Double
  private let cutOff: Double
  /// By weekday and days until ready: the mean payment hour, and the mean time from it to 18:00, none
  /// after it.
  private(set) var paymentHours: [[(mean: Double, untilSix: Double)]] = []

  init(operation: Operation, payToShipMedian: Double) {
    hours = (0..<7).map { ReferenceHours(operation: operation, weekday: $0, gathered: 1) }
    median = payToShipMedian
    sigma = operation.warehouse.payToShipSigma
    cutOff = operation.warehouse.cutOffHour
    paymentHours = (0..<7).map(toldHours)
  }

  private func toldHours(weekday: Int) -> [(mean: Double, untilSix: Double)] {
    var chances = Array(repeating: 0.0, count: 31)
    var hoursSum = chances
    var untilSix = chances
    for (time, weight) in hours[weekday].pieces(steps: 8) {
      var below = 0.0
      for day in 0...30 where below < 1 - 1e-9 {
        let room = day == 30 ? .infinity : Double(24 * (day + 1)) - time
        let upTo = ReferenceParcel.normalCDF(log(room / median) / sigma)
        let place = time > cutOff ? max(1, day) : day
        chances[place] += (upTo - below) * weight
        hoursSum[place] += (upTo - below) * weight * time
        untilSix[place] += (upTo - below) * weight * max(0, 18 - time)
        below = upTo
      }
    }
    return (0...30).map { day in
      let chance = chances[day]
      return chance > 0 ? (hoursSum[day] / chance, untilSix[day] / chance) : (12, 6)
    }
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
