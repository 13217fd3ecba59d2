/// How paid orders become shipped orders.
package struct Warehouse: Hashable, Sendable {
  /// Orders that can be shipped a day; `nil` is no limit.
  package var capacityPerDay: Int?
  /// Hour of the day after which an order waits for the next working day's shipping.
  package var cutOffHour: Double
  /// Weekdays without shipping, Monday = 0.
  package var closedWeekdays: Set<Int>
  /// Promised time from payment to shipping, in hours.
  package var shipPromiseInHours: Double
  /// Median time from payment to shipping without waiting for capacity, in hours.
  package var payToShipMedianInHours: Uncertain
  /// Log-normal sigma of that time.
  package var payToShipSigma: Double
  /// Share of shipped orders marked shipped without goods.
  package var fakeShipments: Uncertain

  /// Creates a warehouse.
  package init(
    capacityPerDay: Int?,
    cutOffHour: Double,
    closedWeekdays: Set<Int>,
    shipPromiseInHours: Double,
    payToShipMedianInHours: Uncertain,
    payToShipSigma: Double,
    fakeShipments: Uncertain
  ) {
    self.capacityPerDay = capacityPerDay
    self.cutOffHour = cutOffHour
    self.closedWeekdays = closedWeekdays
    self.shipPromiseInHours = shipPromiseInHours
    self.payToShipMedianInHours = payToShipMedianInHours
    self.payToShipSigma = payToShipSigma
    self.fakeShipments = fakeShipments
  }
}
