package import StoreModel

/// Learns a ``TransitTable`` from what had become of orders before a day.
///
/// Every fifth day s is looked back on as an origin: orders open at s are put into cells by facts before s,
/// and what became of them within the horizon is counted, if that was over before the day. Own counts are
/// mixed with a prior worth ten ratings a cell and with two rated and two unrated orders.
package struct TransitLearner: Sendable {
  private static let daysBetweenSnapshots = 5
  private static let priorRatings = 10.0
  private static let priorOrders = 2.0

  private let orders: [OrderRecord]
  private let horizon: Int

  /// Creates a learner of orders, of one store or of several that resemble each other.
  package init(orders: [OrderRecord], horizon: Int) {
    self.orders = orders
    self.horizon = horizon
  }

  /// The table that was known before a day.
  ///
  /// The shares begin with those of `prior`; without one, with those of all ratings before the day.
  package func table(before day: CalendarDay, prior: TransitTable? = nil) -> TransitTable {
    var open = Array(repeating: 0.0, count: TransitCell.allCases.count)
    var stars = open.map { _ in [0.0, 0, 0, 0, 0] }
    var all = StarMemory.priorShares.map { $0 * StarMemory.priorCount }
    var lags = LagCounts(horizon: horizon)
    for order in orders where order.purchased < day {
      let order = order.known(before: day)
      if let star = order.stars { all[star - 1] += 1 }
      lags.add(order, before: day)
      // Snapshots fall on the same days whatever the order, counted from 1970.
      var snapshot = order.purchased + 1
      let phase = snapshot.ordinal % Self.daysBetweenSnapshots
      if phase != 0 { snapshot = snapshot + (Self.daysBetweenSnapshots - phase) }
      while snapshot + horizon <= day, order.isOpen(on: snapshot) {
        let cell = TransitCell(of: order, before: snapshot).rawValue
        open[cell] += 1
        if let reviewed = order.reviewed, reviewed < snapshot + horizon, let star = order.stars {
          stars[cell][star - 1] += 1
        }
        snapshot = snapshot + Self.daysBetweenSnapshots
      }
    }
    let usual = Self.scaled(all)
    return TransitTable(
      chanceOfRating: zip(open, stars).map { open, stars in
        (stars.reduce(0, +) + Self.priorOrders) / (open + 2 * Self.priorOrders)
      },
      shares: stars.enumerated().map { cell, stars in
        Self.mixed(stars, prior: prior?.shares[cell] ?? usual)
      },
      evidence: stars.map { $0.reduce(Self.priorRatings, +) },
      chanceIfBought: lags.chances,
      sharesIfBought: Self.mixed(lags.stars, prior: prior?.sharesIfBought ?? usual),
      usualLevel: prior?.usualLevel ?? StarMoments(of: usual).mean
    )
  }

  private static func mixed(_ stars: [Double], prior: [Double]) -> [Double] {
    scaled(zip(stars, prior).map { $0 + priorRatings * $1 })
  }

  private static func scaled(_ stars: [Double]) -> [Double] {
    let total = stars.reduce(0, +)
    return stars.map { $0 / total }
  }
}

/// How long after purchase orders were rated, and with which stars.
private struct LagCounts {
  private let horizon: Int
  /// Orders old enough to tell, and those of them rated, by days after purchase.
  private var told: [Double]
  private var rated: [Double]
  /// Stars of ratings, weighted by the days of a horizon on which an order would be rated within it.
  private(set) var stars = [0.0, 0, 0, 0, 0]

  init(horizon: Int) {
    self.horizon = horizon
    told = Array(repeating: 0, count: horizon)
    rated = told
  }

  mutating func add(_ order: OrderRecord, before day: CalendarDay) {
    let lag = order.reviewed.map { $0 - order.purchased }
    let age = day - order.purchased
    for within in 0..<min(horizon, age) {
      told[within] += 1
      if let lag, lag <= within { rated[within] += 1 }
    }
    if let lag, let star = order.stars, lag < horizon, age > horizon {
      stars[star - 1] += Double(horizon - lag) / Double(horizon)
    }
  }

  /// Chance of a rating by the end, by the day of purchase in the horizon.
  var chances: [Double] {
    (0..<horizon).map { day in
      let within = horizon - 1 - day
      return told[within] > 0 ? rated[within] / told[within] : 0
    }
  }
}
