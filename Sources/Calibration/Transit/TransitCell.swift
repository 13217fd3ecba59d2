package import StoreModel

/// What the facts before a day say of an open order: one of sixteen cells, the first that fits.
package enum TransitCell: Int, CaseIterable, Hashable, Sendable {
  /// Delivered, by days late, else by days from purchase.
  case deliveredVeryLate, deliveredLate, deliveredQuick, deliveredUsual, deliveredSlow
  /// Shipped, by days left to the promise.
  case shippedOverdueWeek, shippedOverdue, shippedDue3, shippedDue8, shippedDue15, shippedLater
  /// Not shipped.
  case promisePassed, shipByOverdue3, shipByOverdue, waitingDue15, waiting

  /// The cell of an order at the start of a day; a promise that is unknown counts as far away.
  package init(of order: OrderRecord, before day: CalendarDay) {
    let left = order.promised.map { $0 - day }
    if let delivered = order.delivered, delivered < day {
      let late = order.promised.map { delivered - $0 } ?? 0
      let took = delivered - order.purchased
      self =
        late >= 3
        ? .deliveredVeryLate
        : late >= 1
          ? .deliveredLate
          : took <= 8 ? .deliveredQuick : took <= 16 ? .deliveredUsual : .deliveredSlow
    } else if let shipped = order.shipped, shipped < day {
      let steps: [(Int, Self)] = [
        (-7, .shippedOverdueWeek), (0, .shippedOverdue), (3, .shippedDue3), (8, .shippedDue8),
        (15, .shippedDue15),
      ]
      self = left.flatMap { left in steps.first { left <= $0.0 }?.1 } ?? .shippedLater
    } else {
      let overdue = order.shipBy.map { day - $0 } ?? -1
      if let left, left <= 0 {
        self = .promisePassed
      } else if overdue >= 0 {
        self = overdue >= 3 ? .shipByOverdue3 : .shipByOverdue
      } else {
        self = left.map { $0 <= 15 } == true ? .waitingDue15 : .waiting
      }
    }
  }
}
