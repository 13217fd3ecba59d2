internal import Glibc
internal import Sampling
internal import StoreModel

/// The day model's laws of shipping and travel (docs/model.md §4 and §5) as functions of the inputs that are
/// sought, with payments spread evenly over the day and no wait for capacity.
enum TravelLaw {
  private static let longest = 60
  private static let departureHour = 18.0
  private static let hours = (0..<24).map { Double($0) + 0.5 }
  private static let pickupScores = (0..<8).map {
    Distributions.normalQuantile((Double($0) + 0.5) / 8)
  }

  /// Probabilities of shipping 0, 1, … 60 days after payment; the last holds what is later.
  static func daysToShip(median: Double, sigma: Double, cutOff: Double) -> [Double] {
    var reached = [Double](repeating: 0, count: longest)
    for hour in hours {
      for day in (hour > cutOff ? 1 : 0)..<longest {
        let left = Double(day + 1) * 24 - hour
        reached[day] += Distributions.logNormalCDF(left, zeta: log(median), sigma: sigma) / 24
      }
    }
    return cells(reached)
  }

  /// Probabilities of arriving 0, 1, … 60 days after shipping, without stalls; the last holds what is later.
  static func daysOnTheWay(mean: Double, sigma: Double, courier: Courier) -> [Double] {
    let pickups = pickupScores.map {
      courier.pickupMedianInHours.median * exp(courier.pickupSigma * $0)
    }
    let zeta = log(mean) - sigma * sigma / 2
    return cells(
      (0..<longest).map { day in
        pickups.reduce(0) { sum, pickup in
          let left = Double(day + 1) * 24 - departureHour - pickup
          return sum + (left > 0 ? Distributions.logNormalCDF(left, zeta: zeta, sigma: sigma) : 0)
        } / Double(pickups.count)
      }
    )
  }

  /// Share of parcels that arrive after the promised day.
  ///
  /// Days on the way are mixed over the stationary shock of transit times, whose log is normal as theirs is.
  static func lateShare(mean: Double, courier: Courier, operation: Operation) -> Double {
    lateShare(
      mean: mean,
      shock: operation.shocks.lateShockSD,
      courier: courier,
      shipping: daysToShip(by: operation.warehouse)
    )
  }

  /// Probabilities of shipping 0, 1, … 60 days after payment at median inputs.
  static func daysToShip(by warehouse: Warehouse) -> [Double] {
    daysToShip(
      median: warehouse.payToShipMedianInHours.median,
      sigma: warehouse.payToShipSigma,
      cutOff: warehouse.cutOffHour
    )
  }

  /// The same for a standard deviation of the shock and days to ship that are known.
  static func lateShare(
    mean: Double,
    shock: Double,
    courier: Courier,
    shipping: [Double]
  ) -> Double {
    let sigma = (courier.transitSigma * courier.transitSigma + shock * shock).squareRoot()
    // The shock's median factor is 1, so the mean that goes with the wider law is larger.
    let way = daysOnTheWay(mean: mean * exp(shock * shock / 2), sigma: sigma, courier: courier)
    let promise = Int((courier.deliveryPromiseInHours / 24).rounded(.up))
    let stays = 1 - 1 / max(1, courier.stallMeanInDays)
    let stalls = courier.stalls.median
    var late = 0.0
    for (wait, probability) in shipping.enumerated() where probability > 1e-12 {
      for (days, share) in way.enumerated() where share > 1e-12 {
        // A stall of j days has probability stays^(j−1) (1 − stays).
        let spare = promise - wait - days
        let stalled = spare < 1 ? 1 : pow(stays, Double(spare))
        late += probability * share * (spare < 0 ? 1 : stalls * stalled)
      }
    }
    return late
  }

  private static func cells(_ reached: [Double]) -> [Double] {
    var before = 0.0
    var cells = reached.map { upTo in
      defer { before = upTo }
      return max(0, upTo - before)
    }
    cells.append(max(0, 1 - before))
    return cells
  }

  /// The two numbers (scale and spread) under which whole days are most likely.
  ///
  /// A net of 13 × 13 points is drawn in five times around the best one.
  static func mostLikely(
    _ days: [Int],
    from start: (scale: Double, sigma: Double),
    law: (_ scale: Double, _ sigma: Double) -> [Double]
  ) -> (scale: Double, sigma: Double) {
    let counts = days.reduce(into: [Double](repeating: 0, count: longest + 1)) {
      $0[min(max($1, 0), longest)] += 1
    }
    var best = start
    var widths = (scale: 2.0, sigma: 1.2)
    for _ in 0..<5 {
      let centre = best
      var score = -Double.infinity
      for i in -6...6 {
        for j in -6...6 {
          let scale = centre.scale * exp(widths.scale * Double(i) / 6)
          let sigma = min(2.9, max(0.02, centre.sigma * exp(widths.sigma * Double(j) / 6)))
          let cells = law(scale, sigma)
          let sum = zip(counts, cells).reduce(0) { sum, pair in
            pair.0 > 0 ? sum + pair.0 * log(pair.1 + 1e-9) : sum
          }
          if sum > score { (score, best) = (sum, (scale, sigma)) }
        }
      }
      widths = (widths.scale / 4, widths.sigma / 4)
    }
    return best
  }
}
