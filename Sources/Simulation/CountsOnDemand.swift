import StoreModel

/// Which counts are produced that have draws or memory of their own: those that something reads.
///
/// Nothing else depends on them, so the rest of a forecast is the same with and without.
struct CountsOnDemand: Sendable {
  /// All that the after-sales work counts.
  let afterSalesWork: Bool

  /// Hours from requests to refunds without and with return.
  let refundOnlyHours: Bool
  let returnRefundHours: Bool

  /// Ratings of processed service orders.
  let surveys: Bool

  /// Processed service orders that the platform inspects.
  let inspections: Bool
  let pendingFeedback: Bool

  /// Shipments within 24 hours of payment, and more than 48 hours late.
  let shipmentAges: Bool
  let fakeShipments: Bool

  /// Parcels that the courier scans in time.
  let pickupsOnTime: Bool

  /// Hours from payment to the courier's first scan.
  let pickupHours: Bool

  /// Hours from payment to signing.
  let deliveryHours: Bool

  /// Returns for logistics by the day of payment.
  let logisticsReturns: Bool

  /// Stars of service and of logistics.
  let serviceStars: Bool
  let logisticsStars: Bool

  /// Ratings of chats.
  let chatRatings: Bool

  init(read: Set<DayCounter>) {
    func reads(_ counters: Set<DayCounter>) -> Bool { !read.isDisjoint(with: counters) }
    afterSalesWork = reads(DayCounter.afterSalesWork)
    refundOnlyHours = reads([.refundOnlyHoursTotal])
    returnRefundHours = reads([.returnRefundHoursTotal])
    surveys = reads(DayCounter.surveys)
    inspections = reads([.samples, .samplesPassed])
    pendingFeedback = reads([.pendingFeedback])
    shipmentAges = reads(DayCounter.shipmentAges)
    fakeShipments = reads([.fakeShipped])
    pickupHours = reads([.pickupHoursTotal])
    pickupsOnTime = pickupHours || reads([.pickupsOnTime])
    deliveryHours = reads([.deliveryHoursTotal])
    logisticsReturns = reads([.logisticsReturns14dByPaymentDay])
    serviceStars = reads(DayCounter.serviceStars)
    logisticsStars = reads(DayCounter.logisticsStars)
    chatRatings = reads(DayCounter.chatRatings)
  }

  /// Whether the stars of a dimension are drawn; those of the product also move demand.
  func stars(ofDimension dimension: Int) -> Bool {
    dimension == 0 || (dimension == 1 ? serviceStars : logisticsStars)
  }
}

extension DayCounter {
  fileprivate static let surveys: Set<DayCounter> = [
    .afterSalesRated1, .afterSalesRated2, .afterSalesRated3, .afterSalesRated4, .afterSalesRated5,
  ]

  /// How old shipments are beyond being on time or late.
  fileprivate static let shipmentAges: Set<DayCounter> = [.shippedWithin24h, .shippedOver48hLate]

  fileprivate static let serviceStars: Set<DayCounter> = [
    .service1, .service2, .service3, .service4, .service5,
  ]

  fileprivate static let logisticsStars: Set<DayCounter> = [
    .logistics1, .logistics2, .logistics3, .logistics4, .logistics5,
  ]

  fileprivate static let chatRatings: Set<DayCounter> = [
    .imRated1, .imRated2, .imRated3, .imRated4, .imRated5,
  ]

  /// Counters that stay at 0 unless something reads one of their kind.
  static let onDemand =
    afterSalesWork.union(shipmentAges).union(serviceStars).union(logisticsStars).union(chatRatings)
    .union([
      .pickupHoursTotal, .deliveryHoursTotal, .logisticsReturns14dByPaymentDay, .fakeShipped,
      .pickupsOnTime,
    ])
}
