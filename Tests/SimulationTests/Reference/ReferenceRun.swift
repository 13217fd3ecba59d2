import Glibc
import StoreModel

/// One replication under way.
struct ReferenceRun {
  /// A paid order that has not been shipped.
  struct UnshippedOrder {
    var paidOn: Int
    var readyOn: Int
    var hours: Double
    var isCashOnDelivery: Bool
  }

  /// A parcel on its way.
  struct Parcel {
    var paidOn: Int
    var shippedOn: Int
    /// Seconds from payment to signing.
    var seconds: Double
    var lateness: Int
    var isCashOnDelivery: Bool
  }

  let store: ReferenceStore
  let inputs: ReferenceInputs
  let environment: ReferenceEnvironment
  let behaviour: ReferenceBehaviour
  let stars: ReferenceStars
  var generator: ReferenceGenerator
  var tally: TallyLog
  var desk: ReferenceDesk?
  var work: ReferenceWork
  /// Ready orders by ready day, each list in order of payment.
  var ready: [[UnshippedOrder]]
  /// Unshipped orders by payment day.
  var unshipped: [Int]
  /// Parcels by arrival day.
  var arriving: [[Parcel]]
  /// Reviews that land on each day, by class.
  var reviews: [[Int]]

  let firstDay: Int
  let lastDay: Int
  let readiness: ReferenceReadiness
  let shares: [Double]
  let couriers: [ReferenceParcel]

  init(
    store: ReferenceStore,
    inputs: ReferenceInputs,
    environment: ReferenceEnvironment,
    behaviour: ReferenceBehaviour,
    stars: ReferenceStars,
    generator: ReferenceGenerator
  ) {
    self.store = store
    self.inputs = inputs
    self.environment = environment
    self.behaviour = behaviour
    self.stars = stars
    self.generator = generator
    firstDay = environment.firstDay
    lastDay = store.horizon
    let count = lastDay - firstDay + 1
    tally = TallyLog(firstDay: firstDay, lastDay: lastDay)
    work = ReferenceWork(days: count)
    desk = store.operation.serviceDesk.map {
      ReferenceDesk(desk: $0, inputs: inputs, faults: store.faults)
    }
    ready = Array(repeating: [], count: count)
    unshipped = Array(repeating: 0, count: count)
    arriving = Array(repeating: [], count: count)
    reviews = Array(repeating: [0, 0, 0], count: count)
    shares = store.operation.couriers.map(\.share)
    couriers = zip(store.operation.couriers, inputs.couriers).map {
      ReferenceParcel(courier: $0, values: $1)
    }
    readiness = ReferenceReadiness(
      operation: store.operation,
      payToShipMedian: inputs.payToShipMedian
    )
  }

  /// Runs one day; days come in order.
  mutating func simulate(_ day: Int) {
    let wanted = sell(on: day)
    ship(on: day)
    let parcels = toldTogether(arriving[day - firstDay])
    let chats = answer(wanted: wanted, parcels: parcels.count, on: day)
    for parcel in parcels { sign(parcel, slowShare: chats?.slowShare ?? 0, on: day) }
    land(on: day)
    workOff(on: day, held: chats?.held)
  }

  /// Adds to a counter on a day within the horizon; what lies beyond is never seen.
  mutating func count(_ counter: DayCounter, on day: Int, _ amount: Int = 1) {
    if day <= lastDay { tally.add(amount, to: counter, on: day) }
  }

  func weekday(_ day: Int) -> Int { (store.start + (day - 1)).weekday }

  func has(_ fault: Fault) -> Bool { store.faults.contains(fault) }

  /// Draws the day's orders, cuts them at the caps, and takes payment.
  ///
  /// Returns the orders wanted.
  private mutating func sell(on day: Int) -> Int {
    let feedback = exp(inputs.elasticity * starChange(on: day))
    let mean = min(1e8, environment.meanOrders[day - firstDay] * feedback)
    let wanted = generator.poisson(mean: mean)
    var value = 0.0
    var counted = 0
    let shape = 1 / (store.operation.demand.orderValueCV * store.operation.demand.orderValueCV)
    for _ in 0..<wanted where generator.happens(store.effects.demandShare) {
      let price = generator.gamma(shape: shape, scale: inputs.orderValue / shape)
      let isCash = generator.happens(inputs.cashOnDelivery)
      if let cap = store.effects.orderCap, counted >= cap { break }
      if let cap = store.effects.gmvCapInYuan, value + price > cap { break }
      if !(isCash && has(.capAfterPayment)) { counted += 1 }
      value += price
      pay(isCash: isCash, on: day)
    }
    count(.gmv, on: day, Int((value * 100).rounded()))
    return wanted
  }

  private mutating func pay(isCash: Bool, on day: Int) {
    count(.orders, on: day)
    if !isCash { count(.paidOrders, on: day) }
    let chance = has(.cancellationComplement) ? 1 - inputs.cancelled : inputs.cancelled
    if generator.happens(chance) {
      count(.cancelled, on: day)
      if !isCash {
        count(.refundOrders, on: day)
        count(.refundsCompleted, on: day)
      }
      return
    }
    unshipped[day - firstDay] += 1
    let draw = readiness.draw(weekday: weekday(day), faults: store.faults, &generator)
    let order = UnshippedOrder(
      paidOn: day,
      readyOn: day + draw.days,
      hours: draw.hours,
      isCashOnDelivery: isCash
    )
    if order.readyOn <= lastDay { ready[order.readyOn - firstDay].append(order) }
  }

  /// The trailing 30-day mean star less that of day 1.
  private func starChange(on day: Int) -> Double {
    guard inputs.elasticity != 0, day > 1, let now = meanStar(before: day),
      let then = meanStar(before: 1)
    else { return 0 }
    return now - then
  }

  private func meanStar(before day: Int) -> Double? {
    let counters: [DayCounter] = [.product1, .product2, .product3, .product4, .product5]
    let counts = counters.map { tally.sum(of: $0, over: (day - 30)...(day - 1)) }
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    return Double(counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element })
      / Double(total)
  }
}
