import StoreModel

/// Times from payment and from application, and returns by the day of payment.
extension Output {
  /// Counts that are produced where something reads them.
  static let times: [Output] = [
    .total("shipped within 24 h", [.shippedWithin24h]),
    .total("shipped over 48 h late", [.shippedOver48hLate]),
    .total("pickup hours", [.pickupHoursTotal]),
    .total("delivery hours", [.deliveryHoursTotal]),
    .total("audit hours", [.auditHoursTotal]),
    .total("returns by payment day", [.logisticsReturns14dByPaymentDay]),
    .ratio("share within 24 h", [.shippedWithin24h], [.shipped]),
    .ratio("share over 48 h late", [.shippedOver48hLate], [.shipped]),
    .ratio("hours a pickup", [.pickupHoursTotal], [.pickupsDue]),
    .ratio("hours a delivery", [.deliveryHoursTotal], [.delivered]),
    .ratio("hours an audit", [.auditHoursTotal], [.audits]),
    .ratio("returns per paid order", [.logisticsReturns14dByPaymentDay], [.paidOrders]),
    .day(10, "returns by payment day", [.logisticsReturns14dByPaymentDay]),
    .day(11, "shipped within 24 h", [.shippedWithin24h]),
    .day(12, "pickup hours", [.pickupHoursTotal]),
    .day(14, "delivery hours", [.deliveryHoursTotal]),
    .day(14, "shipped over 48 h late", [.shippedOver48hLate]),
    .day(20, "audit hours", [.auditHoursTotal]),
  ]

  /// Pairs of these whose correlation is compared.
  static let timePairs: [(String, String)] = [
    ("on-time share", "share within 24 h"),
    ("shipped within 24 h", "shipped over 48 h late"),
    ("late share", "hours a delivery"),
    ("hours a pickup", "hours a delivery"),
    ("logistics returns", "returns by payment day"),
    ("share of fast audits", "hours an audit"),
    ("pickups on time", "pickup hours"),
  ]
}
