import Glibc
import StoreModel

/// Warehouse and couriers (model page, sections 4 and 5).
extension ReferenceRun {
  /// Ships what is ready, first in first out, and counts what is due.
  mutating func ship(on day: Int) {
    let warehouse = store.operation.warehouse
    let isOpen = !warehouse.closedWeekdays.contains(weekday(day))
    var room = isOpen ? warehouse.capacityPerDay ?? Int.max : 0
    var shipped: [UnshippedOrder] = []
    let days = Array(firstDay...day)
    for readyDay in has(.lastInFirstOut) ? days.reversed() : days where room > 0 {
      let cohort = ready[readyDay - firstDay]
      let taken = min(room, cohort.count)
      if has(.lastInFirstOut) {
        shipped += cohort.suffix(taken)
        ready[readyDay - firstDay].removeLast(taken)
      } else {
        shipped += cohort.prefix(taken)
        ready[readyDay - firstDay].removeFirst(taken)
      }
      room -= taken
    }
    let load = Double(shipped.count) / inputs.orders
    for order in shipped { dispatch(order, load: load, on: day) }
    guard !has(.dueOnlyWhenShipped) else { return }
    for paid in firstDay...day where paid + daysUntilDue(paidOn: paid) == day {
      count(.dueToShip, on: day, unshipped[paid - firstDay])
    }
  }

  private func daysUntilDue(paidOn day: Int) -> Int {
    Int((environment.shipPromise[day - firstDay] / 24).rounded(.up))
  }

  private mutating func dispatch(_ order: UnshippedOrder, load: Double, on day: Int) {
    let incident = environment.incidents[day - firstDay]
    unshipped[order.paidOn - firstDay] -= 1
    count(.shipped, on: day)
    if has(.dueOnlyWhenShipped) || day <= order.paidOn + daysUntilDue(paidOn: order.paidOn) {
      count(.dueToShip, on: day)
    }
    let waited = has(.waitForCapacityForgotten) ? 0 : day - order.readyOn
    let hours = order.hours + 24 * Double(waited)
    var isLate = hours > environment.shipPromise[order.paidOn - firstDay]
    if let incident, !isLate, !has(.incidentShippingIgnored) {
      isLate = generator.happens(incident.lateShipping)
    }
    if !isLate { count(.shippedOnTime, on: day) }
    countAge(hours, of: order, isLate: isLate, on: day)
    if generator.happens(inputs.fake) { count(.fakeShipped, on: day) }
    handOver(order, load: load, incident: incident, on: day)
  }

  /// Counts a shipment some hours after payment; what an incident makes late is neither quick nor very
  /// late.
  private mutating func countAge(
    _ hours: Double,
    of order: UnshippedOrder,
    isLate: Bool,
    on day: Int
  ) {
    let promise = environment.shipPromise[order.paidOn - firstDay]
    let isByIncident = isLate && hours <= promise
    if hours <= 24, !isByIncident || has(.incidentWithin24h) { count(.shippedWithin24h, on: day) }
    let limit = has(.over48hFromPayment) ? 48 : promise + 48
    if hours > limit, !isByIncident { count(.shippedOver48hLate, on: day) }
  }

  /// Hours from payment until a parcel leaves at 18:00 of the day it ships; the hour of payment is told
  /// by its mean among the orders of a weekday that are ready after as many days.
  private func hoursToDeparture(_ order: UnshippedOrder, on day: Int) -> Double {
    let told = readiness.paymentHours[weekday(order.paidOn)][min(30, order.readyOn - order.paidOn)]
    if day == order.paidOn { return told.untilSix }
    let hour = has(.pickupFromMidnight) ? 0 : told.mean
    return 24 * Double(day - order.paidOn) + 18 - hour
  }

  /// Parcels of a day as their times are told: those paid on delivery of one lateness by the mean of all
  /// that arrive.
  func toldTogether(_ parcels: [Parcel]) -> [Parcel] {
    let means = (0..<4).map { lateness in
      let alike = parcels.filter { $0.isCashOnDelivery && $0.lateness == lateness }
      return alike.reduce(0) { $0 + $1.seconds } / Double(max(1, alike.count))
    }
    return parcels.map { parcel in
      var parcel = parcel
      if parcel.isCashOnDelivery { parcel.seconds = means[parcel.lateness] }
      return parcel
    }
  }

  private mutating func handOver(
    _ order: UnshippedOrder,
    load: Double,
    incident: ReferenceEnvironment.Incident?,
    on day: Int
  ) {
    let parcel = couriers[generator.choice(shares)]
    if generator.happens(parcel.values.lost) {
      count(.refundOrders, on: day + 10)
      count(.refundsCompleted, on: day + 10)
      count(.logisticsReturns, on: day + 10)
      if has(.lostCountAsReturned), !order.isCashOnDelivery {
        count(.logisticsReturns14dByPaymentDay, on: order.paidOn)
      }
      return
    }
    let hours = hoursToDeparture(order, on: day)
    let pickup = parcel.pickup(&generator)
    count(.pickupsDue, on: day)
    if pickup.hours <= 48 { count(.pickupsOnTime, on: day) }
    count(.pickupHoursTotal, on: day, Int(((hours + pickup.told) * 3600).rounded()))
    let overload = has(.surgeIgnored) ? 0 : max(0, load - 1)
    let logFactor = environment.lateness[day - firstDay] + log(1 + parcel.courier.surge * overload)
    let promised =
      (has(.promiseFromShipping) ? day : order.paidOn)
      + parcel.promisedDays
    let days = transit(parcel, logFactor, incident, latest: promised - day)
    let arrival = day + days + (has(.deliveryOffByOne) ? 1 : 0)
    let late = arrival - promised + (has(.lateOnPromisedDay) ? 1 : 0)
    var type = late <= 0 ? 0 : late <= 2 ? 1 : 2
    let early = max(promised + 2, day + 1)
    let reviews = store.operation.reviews
    if type == 2, early < arrival, !has(.earlyReviewsForgotten),
      generator.happens(inputs.reviewRate * reviews.beforeDelivery)
    {
      type = 3
      if early <= lastDay { self.reviews[early - firstDay][2] += 1 }
    }
    guard arrival <= lastDay else { return }
    arriving[arrival - firstDay].append(
      Parcel(
        paidOn: order.paidOn,
        shippedOn: day,
        seconds: (hours + (days > 0 ? 24 * Double(days) - 6 : 3)) * 3600,
        lateness: type,
        isCashOnDelivery: order.isCashOnDelivery
      )
    )
  }

  /// Days on the way.
  ///
  /// In an incident a late arrival weighs m times a punctual one, by rejection.
  private mutating func transit(
    _ parcel: ReferenceParcel,
    _ logFactor: Double,
    _ incident: ReferenceEnvironment.Incident?,
    latest: Int
  ) -> Int {
    while true {
      let days = parcel.days(logFactor: logFactor, faults: store.faults, &generator)
      guard let incident, !has(.incidentOddsIgnored) else { return days }
      let weight = days > latest ? incident.lateTimes : 1
      if generator.happens(weight / max(1, incident.lateTimes)) { return days }
    }
  }
}
