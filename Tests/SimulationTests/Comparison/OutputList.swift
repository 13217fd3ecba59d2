import StoreModel

extension Output {
  private static let low: [DayCounter] = [.product1, .product2]
  private static let all = DayCounter.stars(of: "product") ?? []
  private static let rated: [DayCounter] = [.imRated1, .imRated2, .imRated3, .imRated4, .imRated5]

  /// Totals and ratios over 30 days.
  static let totals: [Output] = [
    .total("orders", [.orders]),
    .total("gmv", [.gmv]),
    .total("cancelled", [.cancelled]),
    .total("due to ship", [.dueToShip]),
    .total("shipped", [.shipped]),
    .total("shipped on time", [.shippedOnTime]),
    .total("fake shipped", [.fakeShipped]),
    .total("pickups on time", [.pickupsOnTime]),
    .total("delivered", [.delivered]),
    .total("delivered late", [.deliveredLate]),
    .total("reviews", all),
    .stars("product"),
    .total("service stars 4 and 5", [.service4, .service5]),
    .total("logistics one star", [.logistics1]),
    .total("refund orders", [.refundOrders]),
    .total("refunds completed", [.refundsCompleted]),
    .total("returns completed", [.returnRefundCount]),
    .total("return hours", [.returnRefundHoursTotal]),
    .total("refund-only hours", [.refundOnlyHoursTotal]),
    .total("quality returns", [.qualityReturns]),
    .total("logistics returns", [.logisticsReturns]),
    .total("disputes", [.disputes]),
    .total("disputes at merchant fault", [.disputesMerchantFault]),
    .total("complaints", [.complaintsMerchantFault]),
    .total("contacts", [.contacts]),
    .total("contacts answered", [.contactsAnswered]),
    .total("replied within 3 min", [.repliedWithin3min]),
    .total("first reply total", [.firstReplySecondsTotal]),
    .total("chat ratings", rated),
    .total("low chat ratings", [.imRated1, .imRated2, .imRated3]),
    .ratio("on-time share", [.shippedOnTime], [.shipped]),
    .ratio("due share", [.shippedOnTime], [.dueToShip]),
    .ratio("late share", [.deliveredLate], [.delivered]),
    .ratio("order value", [.gmv], [.orders]),
    .ratio("cancelled share", [.cancelled], [.orders]),
    .ratio("review rate", all, [.delivered]),
    .ratio("quality share", [.qualityReturns], [.delivered]),
    .ratio("fast share", [.repliedWithin3min], [.contactsAnswered]),
    .ratio("mean first reply", [.firstReplySecondsTotal], [.contactsAnswered]),
    .ratio("returns per delivery", [.returnRefundCount], [.delivered]),
    .stars("product", mean: true),
    .stars("logistics", mean: true),
  ]

  /// Values of single days around the promotion's peak on day 10.
  static let days: [Output] = [
    .day(1, "delivered", [.delivered]),
    .day(1, "reviews", all),
    .day(2, "shipped", [.shipped]),
    .day(9, "orders", [.orders]),
    .day(10, "orders", [.orders]),
    .day(10, "gmv", [.gmv]),
    .day(11, "shipped", [.shipped]),
    .day(11, "shipped on time", [.shippedOnTime]),
    .day(12, "due to ship", [.dueToShip]),
    .day(13, "delivered", [.delivered]),
    .day(14, "delivered", [.delivered]),
    .day(14, "delivered late", [.deliveredLate]),
    .day(14, "reviews", all),
    .day(16, "orders", [.orders]),
    .day(16, "low stars", low),
    .day(17, "returns completed", [.returnRefundCount]),
    .day(18, "disputes", [.disputes]),
    .day(20, "first reply total", [.firstReplySecondsTotal]),
    .day(30, "shipped", [.shipped]),
    .day(30, "reviews", all),
  ]

  /// Everything that is compared.
  static let compared: [Output] = totals + days + desk + work + times

  /// Pairs whose correlation is compared.
  static let pairs: [(String, String)] =
    [
      ("orders", "gmv"),
      ("orders", "contacts"),
      ("delivered late", "logistics one star"),
      ("late share", "mean star of product"),
      ("mean star of product", "mean star of logistics"),
      ("on-time share", "late share"),
      ("fast share", "mean star of product"),
      ("mean first reply", "contacts"),
      ("quality share", "mean star of product"),
      ("orders on day 9", "orders on day 10"),
      ("orders on day 10", "shipped on day 11"),
      ("orders on day 10", "orders on day 16"),
      ("orders on day 10", "delivered late on day 14"),
      ("returns completed", "disputes"),
      ("low chat ratings", "replied within 3 min"),
    ] + workPairs + timePairs
}
