/// The closed vocabulary of what is counted on a day, of a real store and of a simulated one.
///
/// A counter's ``name`` is the column of a history file and the word that a rule pack uses. Every
/// value is an integer in units of `1 / unitsPerOne` (a fen of a yuan, a millisecond of a second).
package enum DayCounter: Int, CaseIterable, Hashable, Sendable {
  case orders, paidOrders, gmv
  case dueToShip, shipped, shippedOnTime, fakeShipped
  case pickupsDue, pickupsOnTime
  case signedOrders, delivered, deliveredLate
  case cancelled, refundOrders, refundsCompleted
  case refundOnlyCount, refundOnlyHoursTotal, returnRefundCount, returnRefundHoursTotal
  case qualityReturns, logisticsReturns, logisticsReturns14dByPaymentDay
  case disputes, disputesMerchantFault, complaintsMerchantFault
  case reviews1, reviews2, reviews3, reviews4, reviews5
  case description1, description2, description3, description4, description5
  case product1, product2, product3, product4, product5
  case service1, service2, service3, service4, service5
  case logistics1, logistics2, logistics3, logistics4, logistics5
  case contacts, contactsAnswered, botAnswered, firstReplySecondsTotal, repliedWithin3min
  case imRated1, imRated2, imRated3, imRated4, imRated5
  case afterSalesRated1, afterSalesRated2, afterSalesRated3, afterSalesRated4, afterSalesRated5
  case tickets, ticketsOver3h
  case audits, audits20min, processed, processed20min
  case samples, samplesPassed, pendingFeedback
  case asked8To23, firstReply8To23SecondsTotal, asked9To23, replied30s9To23
  case asked8To24, replied3min8To24, repliedSameDay
  case mails, mailsLate
  case deliveryHoursTotal, pickupHoursTotal, auditHoursTotal
  case shippedWithin24h, shippedOver48hLate

  /// Number of counters: all are numbered from 0 on, and this is the last.
  package static var count: Int { DayCounter.shippedOver48hLate.rawValue + 1 }

  /// The column name: `shippedOnTime` is `shipped_on_time`, `reviews5` is `reviews_5`.
  package var name: String { Self.names[rawValue] }

  /// Stored integer units per one of the column's unit: 100 fen a yuan, 3,600 s an hour.
  package var unitsPerOne: Int {
    switch self {
    case .gmv: 100
    case .refundOnlyHoursTotal, .returnRefundHoursTotal, .deliveryHoursTotal, .pickupHoursTotal,
      .auditHoursTotal:
      3600
    case .firstReplySecondsTotal, .firstReply8To23SecondsTotal: 1000
    default: 1
    }
  }

  /// Days after which a row's count is complete: a window that moves on must not begin earlier.
  package var daysUntilComplete: Int { self == .logisticsReturns14dByPaymentDay ? 15 : 1 }

  /// Creates the counter of a column name.
  package init?(name: some StringProtocol) {
    guard let counter = Self.byName[String(name)] else { return nil }
    self = counter
  }

  /// The five counters of a star stream, one star first; `nil` where there is no such stream.
  package static func stars(of stream: some StringProtocol) -> [DayCounter]? {
    let counters = (1...5).compactMap { DayCounter(name: "\(stream)_\($0)") }
    return counters.count == 5 ? counters : nil
  }

  private static let names: [String] = allCases.map { snakeCase(String(describing: $0)) }
  private static let byName: [String: DayCounter] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) }
  )

  private static func snakeCase(_ camel: String) -> String {
    var text = ""
    var previousIsDigit = false
    for character in camel {
      let startsNumber = character.isNumber && !previousIsDigit
      if character.isUppercase || startsNumber { text += "_" }
      text += character.lowercased()
      previousIsDigit = character.isNumber
    }
    return text
  }
}
