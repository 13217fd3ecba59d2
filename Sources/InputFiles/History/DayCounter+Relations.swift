package import StoreModel

extension DayCounter {
  /// Pairs of counters dated alike of which the first counts some of the second.
  package static let partsOfWholes: [(part: DayCounter, whole: DayCounter)] = [
    (.shippedOnTime, .shipped), (.fakeShipped, .shipped), (.deliveredLate, .delivered),
    (.audits20min, .audits), (.processed20min, .processed), (.samplesPassed, .samples),
    (.ticketsOver3h, .tickets), (.mailsLate, .mails), (.replied30s9To23, .asked9To23),
    (.replied3min8To24, .asked8To24), (.shippedWithin24h, .shipped),
    (.shippedOver48hLate, .shipped),
  ]

  /// Largest daily count of a history, in the column's unit.
  package var greatestDailyValue: Int {
    switch self {
    case .gmv: 10_000_000_000
    case .refundOnlyHoursTotal, .returnRefundHoursTotal, .firstReplySecondsTotal,
      .firstReply8To23SecondsTotal, .deliveryHoursTotal, .pickupHoursTotal, .auditHoursTotal:
      1_000_000_000
    default: 100_000_000
    }
  }
}
