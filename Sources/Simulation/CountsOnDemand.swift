import StoreModel

/// Which counts are produced that have draws or memory of their own: those that something reads.
///
/// Nothing else depends on them, so the rest of a forecast is the same with and without.
struct CountsOnDemand: Sendable {
  /// All that the after-sales work counts.
  let afterSalesWork: Bool

  /// Shipments within 24 hours of payment, and more than 48 hours late.
  let shipmentAges: Bool

  /// Hours from payment to the courier's first scan.
  let pickupHours: Bool

  /// Hours from payment to signing.
  let deliveryHours: Bool

  /// Returns for logistics by the day of payment.
  let logisticsReturns: Bool

  init(read: Set<DayCounter>) {
    afterSalesWork = !read.isDisjoint(with: DayCounter.afterSalesWork)
    shipmentAges = !read.isDisjoint(with: DayCounter.shipmentAges)
    pickupHours = read.contains(.pickupHoursTotal)
    deliveryHours = read.contains(.deliveryHoursTotal)
    logisticsReturns = read.contains(.logisticsReturns14dByPaymentDay)
  }
}

extension DayCounter {
  /// How old shipments are beyond being on time or late.
  static let shipmentAges: Set<DayCounter> = [.shippedWithin24h, .shippedOver48hLate]

  /// Counters that stay at 0 unless something reads one of their kind.
  static let onDemand =
    afterSalesWork.union(shipmentAges)
    .union([.pickupHoursTotal, .deliveryHoursTotal, .logisticsReturns14dByPaymentDay])
}
