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
    handOver(on: day, values: values, draws: &draws)
  }

  private mutating func countShipments(
    on day: Int,
    plan: Plan,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    var total = 0
    for shipment in warehouse.shipments {
      let promise = values.promise(paidOn: shipment.paymentDay)
      let age = day - shipment.paymentDay
      let paid = plan.start + (shipment.paymentDay - 1)
      let probability = values.readiness(paidOn: paid.weekday).lateProbability(
        promise: promise,
        offset: shipment.offset,
        wait: max(0, age - shipment.offset)
      )
      let call = shipment.call(on: day)
      var late = draws.binomial(shipment.total, probability, Process.shipping, call + 1)
      late += draws.binomial(
        shipment.total - late,
        environment.lateShipping,
        Process.shipping,
        call + 2
      )
      total += shipment.total
      if Double(age) <= (plan.promisesInHours[promise] / 24).rounded(.up) {
        count(shipment.total, .dueToShip, on: day)
        count(shipment.total - late, .shippedOnTime, on: day)
      }
    }
    count(total, .shipped, on: day)
    count(
      draws.binomial(total, values.fakeShipments, Process.shipping, 3),
      .fakeShipped,
      on: day
    )
  }

  /// Gives each shipped cohort to the couriers and enters its arrivals.
  private mutating func handOver(on day: Int, values: ResolvedOperation, draws: inout Draws) {
    let shipped = log[day, .shipped]
    guard shipped > 0 else { return }
    let load = Double(shipped) / max(1, values.ordersPerDay)
    let couriers = values.operation.couriers
    while transitRows.count < couriers.count { transitRows.append([]) }
    for (index, courier) in couriers.enumerated() {
      let logFactor = environment.logTransit + log1p(courier.surge * max(0, load - 1))
      values.transit[index].fill(&transitRows[index], logFactor: logFactor)
    }
    for shipment in warehouse.shipments {
      for kind in 0..<2 {
        var left = kind == 0 ? shipment.online : shipment.onDelivery
        var shareLeft = 1.0
        for index in couriers.indices where left > 0 {
          let parcel = ParcelType(
            courier: index,
            age: day - shipment.paymentDay,
            offset: shipment.offset,
            onDelivery: kind == 1
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
  }

  private mutating func send(
    _ parcels: Int,
    _ parcel: ParcelType,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let law = values.transit[parcel.courier]
    let lost = draws.binomial(
      parcels,
      values.lost[parcel.courier],
      parcel.process(Process.lostParcel),
      parcel.call
    )
    agenda.enterLostParcel(lost, on: day + 10)
    let moving = parcels - lost
    count(moving, .pickupsDue, on: day)
    count(
      draws.binomial(moving, law.pickupOnTime, parcel.process(Process.pickup), parcel.call),
      .pickupsOnTime,
      on: day
    )
    let price = values.operation.couriers[parcel.courier].priceInYuan
    ledger.courierCost += Int((Double(parcels) * price * 100).rounded())
    let promised = law.promiseInDays - parcel.age
    var row = transitRows[parcel.courier]
    if environment.lateOdds != 1 {
      for delay in row.indices where delay > promised { row[delay] *= environment.lateOdds }
    }
    draws.multinomial(
      moving,
      weights: row,
      parcel.process(Process.transit),
      firstCall: parcel.call * 64
    )
    for delay in draws.cells where draws.counts[delay] > 0 {
      enterArrival(
        draws.counts[delay],
        after: delay,
        promised: promised,
        parcel,
        on: day,
        values: values,
        draws: &draws
      )
    }
  }

  /// Enters parcels that arrive `delay` days after shipping, some of them reviewed before.
  private mutating func enterArrival(
    _ parcels: Int,
    after delay: Int,
    promised: Int,
    _ parcel: ParcelType,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let late = delay - promised
    let lateness = late <= 0 ? 0 : late <= 2 ? 1 : 2
    let reviewDelay = max(promised + 2, 1)
    var reviewed = 0
    if lateness == 2, reviewDelay < delay {
      let early = values.reviewRate * values.operation.reviews.beforeDelivery
      reviewed = draws.binomial(
        parcels,
        early,
        parcel.process(Process.earlyReview),
        parcel.call * 64 + delay
      )
      agenda.enterReview(reviewed, on: day + reviewDelay, class: 2)
      agenda.enterArrival(reviewed, on: day + delay, lateness: 3, onDelivery: parcel.onDelivery)
    }
    agenda.enterArrival(
      parcels - reviewed,
      on: day + delay,
      lateness: lateness,
      onDelivery: parcel.onDelivery
    )
  }
}

/// What parcels of one shipment have in common, and the addresses of their draws.
private struct ParcelType {
  let courier: Int
  let age: Int
  let offset: Int
  let onDelivery: Bool

  /// The call of this cohort's draws; cohorts more than 400 days old share addresses.
  var call: Int { (min(age, 400) * 32 + offset) * 2 + (onDelivery ? 1 : 0) }

  /// Each courier draws from processes of its own.
  func process(_ process: UInt32) -> UInt32 { process | UInt32(courier) << 8 }
}
