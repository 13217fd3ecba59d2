/// One order of an order-level file, by the days on which things happened to it.
package struct OrderRecord: Hashable, Sendable {
  /// Day of purchase.
  package var purchased: CalendarDay
  /// Day by which the store has to hand it to a carrier; `nil` where unknown.
  package var shipBy: CalendarDay?
  /// Day on which it was handed to a carrier.
  package var shipped: CalendarDay?
  /// Day of delivery.
  package var delivered: CalendarDay?
  /// Day by which delivery was promised; `nil` where unknown.
  package var promised: CalendarDay?
  /// Day of its rating; `nil` without one.
  package var reviewed: CalendarDay?
  /// Stars of its rating, 1 to 5.
  package var stars: Int?

  /// Creates an order.
  package init(
    purchased: CalendarDay,
    shipBy: CalendarDay? = nil,
    shipped: CalendarDay? = nil,
    delivered: CalendarDay? = nil,
    promised: CalendarDay? = nil,
    reviewed: CalendarDay? = nil,
    stars: Int? = nil
  ) {
    self.purchased = purchased
    self.shipBy = shipBy
    self.shipped = shipped
    self.delivered = delivered
    self.promised = promised
    self.reviewed = reviewed
    self.stars = stars
  }

  /// Days after purchase from which an order without a rating is given up.
  package static let greatestOpenAge = 120

  /// Whether it was bought before a day, is younger than 120 days and has no rating from before the day.
  package func isOpen(on day: CalendarDay) -> Bool {
    purchased < day && day - purchased < Self.greatestOpenAge
      && (reviewed.map { $0 >= day } ?? true)
  }

  /// The order as it was known at the start of a day: nothing that happened on or after it.
  package func known(before day: CalendarDay) -> OrderRecord {
    func past(_ date: CalendarDay?) -> CalendarDay? { date.flatMap { $0 < day ? $0 : nil } }
    var order = self
    order.shipped = past(shipped)
    order.delivered = past(delivered)
    order.reviewed = past(reviewed)
    if order.reviewed == nil { order.stars = nil }
    return order
  }
}
