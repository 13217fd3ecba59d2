import Calibration
import StoreModel
import Testing

@Suite struct TransitTests {
  private let today = CalendarDay(ordinal: 17_100)

  private func order(
    bought: Int,
    shipBy: Int? = 30,
    shipped: Int? = nil,
    delivered: Int? = nil,
    promised: Int? = 40,
    reviewed: Int? = nil
  ) -> OrderRecord {
    func day(_ offset: Int?) -> CalendarDay? { offset.map { today + $0 } }
    return OrderRecord(
      purchased: today - bought,
      shipBy: day(shipBy),
      shipped: day(shipped),
      delivered: day(delivered),
      promised: day(promised),
      reviewed: day(reviewed),
      stars: reviewed == nil ? nil : 4
    )
  }

  @Test func everyCellIsReachedByItsFacts() {
    let cases: [(OrderRecord, TransitCell)] = [
      (order(bought: 20, shipped: -9, delivered: -1, promised: -4), .deliveredVeryLate),
      (order(bought: 20, shipped: -9, delivered: -1, promised: -2), .deliveredLate),
      (order(bought: 9, shipped: -9, delivered: -1), .deliveredQuick),
      (order(bought: 10, shipped: -9, delivered: -1), .deliveredUsual),
      (order(bought: 18, shipped: -9, delivered: -1), .deliveredSlow),
      (order(bought: 30, shipped: -9, promised: -7), .shippedOverdueWeek),
      (order(bought: 30, shipped: -9, promised: 0), .shippedOverdue),
      (order(bought: 30, shipped: -9, promised: 3), .shippedDue3),
      (order(bought: 30, shipped: -9, promised: 8), .shippedDue8),
      (order(bought: 30, shipped: -9, promised: 15), .shippedDue15),
      (order(bought: 30, shipped: -9, promised: 16), .shippedLater),
      (order(bought: 30, promised: 0), .promisePassed),
      (order(bought: 30, shipBy: -3), .shipByOverdue3),
      (order(bought: 30, shipBy: 0), .shipByOverdue),
      (order(bought: 30, promised: 15), .waitingDue15), (order(bought: 30), .waiting),
    ]
    for (order, cell) in cases { #expect(TransitCell(of: order, before: today) == cell) }
    #expect(Set(cases.map(\.1)) == Set(TransitCell.allCases))
  }

  @Test func whatHappensTodayIsNotKnown() {
    let order = order(bought: 5, shipped: 0, delivered: 0, reviewed: 0)
    #expect(TransitCell(of: order, before: today) == .waiting)
    #expect(order.isOpen(on: today))
    #expect(!order.isOpen(on: today + 1))
    #expect(order.known(before: today) == self.order(bought: 5))
  }

  @Test func oldOrdersAreGivenUp() {
    #expect(order(bought: 119).isOpen(on: today))
    #expect(!order(bought: 120).isOpen(on: today))
    #expect(!order(bought: 0).isOpen(on: today))
  }

  @Test func theFittedTableAddsUp() {
    let table = TransitTable.fittedOnOlist2018
    #expect(table.chanceOfRating.count == 16 && table.shares.count == 16)
    #expect(table.evidence.count == 16)
    #expect(table.shares.allSatisfy { abs($0.reduce(0, +) - 1) < 0.0002 })
    #expect(abs(table.sharesIfBought.reduce(0, +) - 1) < 0.0002)
    // Means told in the note that the numbers come from.
    let means = [
      3.88, 3.76, 4.35, 4.21, 4.04, 2.33, 2.27, 2.85, 3.41, 3.88, 4.11, 1.78, 2.34, 3.52, 3.63,
      3.95,
    ]
    for (shares, mean) in zip(table.shares, means) {
      #expect(abs(StarMoments(of: shares).mean - mean) < 0.006)
    }
  }

  @Test func aTableLearnsFromWhatWasOverBeforeTheDay() {
    let orders = SampleStore.orders(days: 200)
    let day = SampleStore.firstDay + 150
    let learner = TransitLearner(orders: orders, horizon: 30)
    let table = learner.table(before: day)
    let future = orders.map { order in
      var order = order
      if let reviewed = order.reviewed, reviewed >= day { order.stars = 1 }
      if order.purchased >= day { order.promised = nil }
      return order
    }
    #expect(TransitLearner(orders: future, horizon: 30).table(before: day) == table)
    // Quick orders always got five stars; the prior is worth ten ratings.
    let quick = TransitCell.deliveredQuick.rawValue
    #expect(table.shares[quick][4] > 0.8)
    #expect(table.chanceOfRating[quick] > 0.9)
    // Bought on the first day of the horizon: 7 or 15 days to the rating, both within 29.
    #expect(table.chanceIfBought[0] == 1)
    #expect(table.chanceIfBought[29 - 7] == 0.5)
    #expect(table.chanceIfBought[29] == 0)
  }
}
