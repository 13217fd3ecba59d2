import StoreModel

/// A store where what is ordered on a day is shipped, delivered and reviewed on the next.
///
/// Every order fares alike, so each count of that day is a thinning of one demand.
enum StraightStore {
  static let orders = 30.0
  static let size = 5.0
  static let cancelled = 0.06
  static let cashOnDelivery = 0.2
  static let refused = 0.1
  static let reviewed = 0.3
  static let defects = 0.04

  /// Shares of happy, neutral and unhappy buyers.
  static let classes = zip([0.86, 0.1, 0.04], [0.05, 0.15, 0.8]).map {
    (1 - defects) * $0 + defects * $1
  }

  /// Star shares of the three classes.
  static var stars: [[Double]] {
    let reviews = operation.reviews
    return [reviews.starsHappy, reviews.starsNeutral, reviews.starsUnhappy]
  }

  /// Share of the orders of a day that give this many stars (1 to 5) on the next.
  static func share(ofStars star: Int) -> Double {
    let given = zip(classes, stars).reduce(0) { $0 + $1.0 * $1.1[star - 1] }
    return (1 - cancelled) * (1 - cashOnDelivery * refused) * reviewed * given
  }

  static var operation: Operation {
    var store = TestStores.plain(dispersion: size)
    store.demand.ordersPerDay = TestStores.known("demand.orders_per_day", orders)
    store.demand.promotions = []
    store.demand.weekdayFactors = Array(repeating: 1, count: 7)
    store.warehouse.payToShipMedianInHours = TestStores.known("warehouse.pay_to_ship", 0.001)
    store.warehouse.payToShipSigma = 0.1
    store.warehouse.cutOffHour = 0
    store.couriers[0].pickupMedianInHours = TestStores.known("couriers.east.pickup", 0.1)
    store.couriers[0].pickupSigma = 0.01
    store.couriers[0].transitMeanInHours = TestStores.known("couriers.east.transit", 1)
    store.couriers[0].transitSigma = 0.01
    store.couriers[0].stalls = TestStores.known("couriers.east.stalls", 0)
    store.couriers[0].lost = TestStores.known("couriers.east.lost", 0)
    store.reviews.delayMeanInDays = 1e-12
    store.reviews.returnedFactor = 1
    store.reviews.beforeDelivery = 0
    return store
  }
}
