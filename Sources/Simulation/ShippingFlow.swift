import Glibc
import StoreModel

extension StoreState {
  /// Ships what is ready and the capacity allows, and hands the parcels to the couriers.
  mutating func shipOrders(
    on day: Int,
    plan: Plan,
    values: ResolvedOperation,
    observedShipments: Int?,
    draws: inout Draws
  ) {
    let operation = values.operation.warehouse
    let date = plan.start + (day - 1)
    func sampleOnline(_ shipment: WarehouseQueue.Shipment, _ sample: Int) -> Int {
      draws.hypergeometric(
        good: shipment.online,
        bad: shipment.onDelivery,
        sample: sample,
        Process.shipping,
        shipment.call(on: day)
      )
    }
    if let observedShipments {
      warehouse.shipObserved(observedShipments, on: day, draw: sampleOnline)
    } else {
      let capacity =
        operation.closedWeekdays.contains(date.weekday) ? 0 : operation.capacityPerDay ?? .max
      warehouse.ship(on: day, capacity: capacity, draw: sampleOnline)
    }
    countShipments(on: day, plan: plan, values: values, draws: &draws)
    // Orders whose time is up today without having been shipped are due and late.
    for promise in plan.promisesInHours.indices {
      let paid = day - Int((plan.promisesInHours[promise] / 24).rounded(.up))
      if values.promise(paidOn: paid) == promise {
        count(warehouse.unshipped(paidOn: paid), .dueToShip, on: day)
      }
    }
    handOver(on: day, plan: plan, values: values, draws: &draws)
  }

  private mutating func countShipments(
    on day: Int,
    plan: Plan,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    var total = 0
    for shipment in warehouse.shipments {
      total += shipment.total
      guard day >= countedFrom else { continue }
      let promise = values.promise(paidOn: shipment.paymentDay)
      let age = day - shipment.paymentDay
      let hours = plan.promisesInHours[promise]
      let paid = plan.start + (shipment.paymentDay - 1)
      let readiness = values.readiness(paidOn: paid.weekday)
      func older(than limit: Int) -> Double {
        readiness.lateProbability(
          limit: limit,
          offset: shipment.offset,
          wait: max(0, age - shipment.offset)
        )
      }
      let probability = older(than: promise)
      var late = shipment.total
      if Double(age) <= (hours / 24).rounded(.up) {
        late = draws.binomial(
          shipment.total,
          probability + (1 - probability) * environment.lateShipping,
          Process.shipping,
          shipment.call(on: day) + 1
        )
        count(shipment.total, .dueToShip, on: day)
        count(shipment.total - late, .shippedOnTime, on: day)
      }
      guard onDemand.shipmentAges else { continue }
      let promises = plan.promisesInHours.count
      countAges(
        of: AgedShipments(
          onTime: shipment.total - late,
          late: late,
          inTimeByLaw: 1 - probability,
          madeLate: environment.lateShipping,
          within24h: 1 - older(than: promises),
          over48hLate: older(than: promises + 1 + promise)
        ),
        promiseInHours: hours,
        on: day,
        call: shipment.call(on: day),
        draws: &draws
      )
    }
    count(total, .shipped, on: day)
    guard onDemand.fakeShipments, day >= countedFrom else { return }
    count(
      draws.binomial(total, values.fakeShipments, Process.shipping, 3),
      .fakeShipped,
      on: day
    )
  }

  /// Gives each shipped cohort to the couriers and enters its arrivals.
  private mutating func handOver(
    on day: Int,
    plan: Plan,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let shipped = log[day, .shipped]
    guard shipped > 0 else { return }
    let load = Double(shipped) / max(1, values.ordersPerDay)
    let couriers = values.operation.couriers
    while courierDays.count < couriers.count { courierDays.append(CourierDay()) }
    while pickupsDue.count < couriers.count { pickupsDue.append(0) }
    for index in couriers.indices { pickupsDue[index] = 0 }
    secondsToDeparture = 0
    for (index, courier) in couriers.enumerated() {
      let logFactor = environment.logTransit + log1p(courier.surge * max(0, load - 1))
      courierDays[index].begin(values.transit[index], logFactor: logFactor)
    }
    for shipment in warehouse.shipments {
      let age = day - shipment.paymentDay
      let paid = plan.start + (shipment.paymentDay - 1)
      let hours = values.readiness(paidOn: paid.weekday)
        .hoursToDeparture(offset: shipment.offset, age: age)
      for kind in 0..<2 {
        var left = kind == 0 ? shipment.online : shipment.onDelivery
        var shareLeft = 1.0
        for index in couriers.indices where left > 0 {
          let parcel = ParcelType(
            courier: index,
            age: age,
            offset: shipment.offset,
            onDelivery: kind == 1,
            secondsToDeparture: hours * 3600
          )
          let share =
            index == couriers.count - 1
            ? 1 : min(1, couriers[index].share / max(1e-12, shareLeft))
          let parcels = draws.binomial(left, share, parcel.process(Process.courier), parcel.call)
          left -= parcels
          shareLeft -= couriers[index].share
          if parcels > 0 { send(parcels, parcel, on: day, values: values, draws: &draws) }
        }
      }
    }
    var seconds = secondsToDeparture
    for index in couriers.indices {
      let law = values.transit[index]
      let due = pickupsDue[index]
      count(due, .pickupsDue, on: day)
      guard onDemand.pickupsOnTime, day >= countedFrom else { continue }
      let onTime = draws.binomial(
        due,
        law.pickupOnTime,
        Process.pickup | UInt32(index) << 8,
        0
      )
      count(onTime, .pickupsOnTime, on: day)
      guard onDemand.pickupHours else { continue }
      let process = Process.pickupHours | UInt32(index) << 8
      seconds += law.pickupTime.total(
        onTime: onTime,
        late: due - onTime,
        process,
        draws: &draws
      )
    }
    if onDemand.pickupHours { count(Int(seconds.rounded()), .pickupHoursTotal, on: day) }
  }

  /// Draws when a cohort's parcels arrive, which of them are lost, and which badly late ones are
  /// reviewed before they arrive, in one multinomial.
  private mutating func send(
    _ parcels: Int,
    _ parcel: ParcelType,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let price = values.operation.couriers[parcel.courier].priceInYuan
    ledger.courierCost += Int((Double(parcels) * price * 100).rounded())
    let promised = values.transit[parcel.courier].promiseInDays - parcel.age
    let reviewDelay = max(promised + 2, 1)
    let days = TransitLaw.greatestDelay + 1
    courierDays[parcel.courier].weigh(
      promised: promised,
      reviewedFrom: reviewDelay + 1,
      share: values.reviewRate * values.operation.reviews.beforeDelivery,
      lateOdds: environment.lateOdds,
      lost: values.lost[parcel.courier]
    )
    draws.multinomial(
      parcels,
      weights: courierDays[parcel.courier].weights,
      parcel.process(Process.transit),
      firstCall: parcel.call * 128
    )
    let lost = draws.counts[days]
    agenda.enterLostParcel(lost, on: day + 10)
    pickupsDue[parcel.courier] += parcels - lost
    secondsToDeparture += Double(parcels - lost) * parcel.secondsToDeparture
    let counts = draws.counts.span
    var left = parcels - lost
    for delay in 0..<days where counts[delay] > 0 {
      let late = delay - promised
      let lateness = late <= 0 ? 0 : late <= 2 ? 1 : 2
      expect(counts[delay], of: parcel, after: delay, lateness: lateness, shippedOn: day)
      // The last parcel comes long before the last day that is told apart.
      left -= counts[delay]
      if left == 0 { return }
    }
    for cell in days + 1..<draws.cells.upperBound where counts[cell] > 0 {
      let (reviewed, delay) = (counts[cell], cell - days + reviewDelay)
      agenda.enterReview(reviewed, on: day + reviewDelay, class: 2)
      expect(reviewed, of: parcel, after: delay, lateness: 3, shippedOn: day)
    }
  }

  /// Enters parcels that arrive some days after shipping.
  private mutating func expect(
    _ parcels: Int,
    of parcel: ParcelType,
    after delay: Int,
    lateness: Int,
    shippedOn day: Int
  ) {
    agenda.enterArrival(
      parcels,
      on: day + delay,
      lateness: lateness,
      onDelivery: parcel.onDelivery,
      seconds: parcel.secondsToDeparture + TransitLaw.hoursToSigning(days: delay) * 3600
    )
    if onDemand.logisticsReturns, lateness > 0, !parcel.onDelivery {
      lateArrivals.enter(
        parcels,
        on: day + delay,
        type: lateness == 1 ? 0 : 1,
        age: parcel.age + delay,
        delay: delay
      )
    }
  }
}

/// What parcels of one shipment have in common, and the addresses of their draws.
private struct ParcelType {
  let courier: Int
  let age: Int
  let offset: Int
  let onDelivery: Bool

  /// Mean time from payment until they leave.
  let secondsToDeparture: Double

  /// The call of this cohort's draws; cohorts more than 400 days old share addresses.
  var call: Int { (min(age, 400) * 32 + offset) * 2 + (onDelivery ? 1 : 0) }

  /// Each courier draws from processes of its own.
  func process(_ process: UInt32) -> UInt32 { process | UInt32(courier) << 8 }
}
