import Glibc
import StoreModel

/// Expected counts of a store whose every daily count is a Poisson number: known inputs, demand
/// without gamma shock, no capacity, no incident, no chats and no feedback, so that each order is
/// marked independently of all others (Kingman, *Poisson Processes*, 1993, section 5.2).
///
/// A convolution of laws over payment, shipping, arrival and what follows, written for one courier.
struct MarkedParcels {
  /// Days that have expectations: the warm-up's first day to the last day.
  let days: ClosedRange<Int>

  /// Expected counts by counter and day − first day.
  private var means: [[Double]]
  /// Parcels expected by lateness type and day − first day.
  private var parcels: [[Double]]

  private let operation: Operation
  private let start: CalendarDay
  private let law: ReferenceBehaviour
  /// Chances of being ready after 0, 1, … days, and of that within the promise.
  private let ready: [Double]
  private let readyOnTime: [Double]
  /// Chances of being ready after 0, 1, … days within 24 hours, and within 48 hours of the promise.
  private let readyWithinADay: [Double]
  private let readyUntilVeryLate: [Double]
  private let parcel: ReferenceParcel
  private let delays: [Double]
  private let audit: ReferenceAuditTime
  /// Chance that a mail without a desk is late, over its uniform arrival.
  private let lateMail: Double

  init(_ operation: Operation, start: CalendarDay, days: ClosedRange<Int>) {
    self.operation = operation
    self.start = start
    self.days = days
    means = Array(repeating: Array(repeating: 0, count: days.count), count: DayCounter.count)
    parcels = Array(repeating: Array(repeating: 0, count: days.count), count: 4)
    var none: ReferenceGenerator?
    law = ReferenceBehaviour(
      operation: operation,
      inputs: ReferenceInputs(operation: operation, generator: &none),
      mix: ReferenceMix(operation: operation)
    )
    let readiness = ReferenceReadiness(
      operation: operation,
      payToShipMedian: operation.warehouse.payToShipMedianInHours.median
    )
    ready = readiness.dayChances()
    let promise = operation.warehouse.shipPromiseInHours
    readyOnTime = readiness.dayChances(within: promise)
    readyWithinADay = readiness.dayChances(within: 24)
    readyUntilVeryLate = readiness.dayChances(within: promise + 48)
    let courier = operation.couriers[0]
    parcel = ReferenceParcel(
      courier: courier,
      values: ReferenceInputs.CourierValues(
        pickupMedian: courier.pickupMedianInHours.median,
        transitMean: courier.transitMeanInHours.median,
        stalls: courier.stalls.median,
        lost: courier.lost.median
      )
    )
    delays = parcel.dayChances()
    audit = ReferenceAuditTime(operation.afterSalesWork)
    lateMail = Self.lateMail(audit)
    let demand = operation.demand
    let cancelled = demand.cancelledBeforeShipping.median
    let online = 1 - demand.cashOnDelivery.median
    for day in days {
      let orders = orders(on: day)
      add(orders, .orders, day)
      add(orders * online, .paidOrders, day)
      add(orders * cancelled, .cancelled, day)
      add(orders * online * cancelled, .refundOrders, day)
      add(orders * online * cancelled, .refundsCompleted, day)
      ship(orders * (1 - cancelled), paidOn: day)
    }
    for lateness in 0..<4 {
      for day in days {
        arrive(parcels[lateness][day - days.lowerBound], lateness: lateness, on: day)
      }
    }
  }

  /// The expected count of a day.
  func mean(_ counter: DayCounter, on day: Int) -> Double {
    days.contains(day) ? means[counter.rawValue][day - days.lowerBound] : 0
  }

  /// The counters with an expectation.
  var counters: [DayCounter] {
    DayCounter.allCases.filter { counter in means[counter.rawValue].contains { $0 > 0 } }
  }

  private mutating func add(_ amount: Double, _ counter: DayCounter, _ day: Int) {
    if days.contains(day) { means[counter.rawValue][day - days.lowerBound] += amount }
  }

  private func orders(on day: Int) -> Double {
    let demand = operation.demand
    let date = start + (day - 1)
    let months = Double(day - 1) / 30
    var orders = demand.ordersPerDay.median * demand.weekdayFactors[date.weekday]
    orders *= pow(1 + demand.trendPerMonth.median, months)
    for promotion in demand.promotions where promotion.days.contains(date) {
      orders *= (promotion.peaks[date] ?? promotion.multiplier).median
    }
    return orders
  }

  private mutating func ship(_ orders: Double, paidOn day: Int) {
    let warehouse = operation.warehouse
    let due = Int((warehouse.shipPromiseInHours / 24).rounded(.up))
    for (wait, chance) in ready.enumerated() where chance > 0 {
      let shipped = orders * chance
      add(shipped, .shipped, day + wait)
      add(shipped, .dueToShip, day + min(wait, due))
      add(orders * readyOnTime[wait], .shippedOnTime, day + wait)
      add(orders * readyWithinADay[wait], .shippedWithin24h, day + wait)
      let veryLate = max(0, chance - readyUntilVeryLate[wait])
      add(orders * veryLate, .shippedOver48hLate, day + wait)
      add(shipped * warehouse.fakeShipments.median, .fakeShipped, day + wait)
      travel(shipped, paidOn: day, shippedOn: day + wait)
    }
  }

  private mutating func travel(_ shipped: Double, paidOn paid: Int, shippedOn day: Int) {
    let lost = parcel.values.lost
    for counter in [DayCounter.refundOrders, .refundsCompleted, .logisticsReturns] {
      add(shipped * lost, counter, day + 10)
    }
    let travelling = shipped * (1 - lost)
    add(travelling, .pickupsDue, day)
    add(travelling * parcel.pickupOnTime, .pickupsOnTime, day)
    let promised = paid + parcel.promisedDays
    let early = operation.reviews.rate.median * operation.reviews.beforeDelivery
    for (delay, chance) in delays.enumerated() {
      let arrival = day + delay
      let parcels = travelling * chance
      returnForLogistics(parcels, paidOn: paid, arriveOn: arrival, daysOnTheWay: delay)
      switch arrival - promised {
      case ...0: expect(parcels, lateness: 0, on: arrival)
      case 1...2: expect(parcels, lateness: 1, on: arrival)
      default:
        let writes = max(promised + 2, day + 1)
        let reviewed = writes < arrival ? early : 0
        review(parcels * reviewed, kind: 2, on: writes)
        expect(parcels * reviewed, lateness: 3, on: arrival)
        expect(parcels * (1 - reviewed), lateness: 2, on: arrival)
      }
    }
  }

  /// Returns for logistics of parcels that are late and were paid online, by the day of payment.
  private mutating func returnForLogistics(
    _ parcels: Double,
    paidOn paid: Int,
    arriveOn arrival: Int,
    daysOnTheWay delay: Int
  ) {
    let late = arrival - paid - parcel.promisedDays
    guard days.contains(arrival), arrival - paid <= 14, late > 0 else { return }
    let lateness = late > 2 ? 2 : 1
    let asked = Self.requestDelays.prefix(max(0, 15 - delay)).reduce(0, +)
    let table = operation.satisfaction
    let rows = [table.onTime, table.lateOneToTwoDays, table.lateThreePlusDays]
    let defects = operation.quality.defects.median
    var share = 0.0
    for kind in 0..<3 {
      let returned = (1 - law.refundOnly[kind]) * law.returns[kind]
      let others = (1 - defects) * rows[lateness][kind] * (1 - law.qualityReasons[0])
      let defective = defects * table.defect[kind] * (1 - law.qualityReasons[1])
      share += (others + defective) * returned * ReferenceBehaviour.logisticsReasons[lateness]
    }
    let online = 1 - operation.demand.cashOnDelivery.median
    add(parcels * online * share * asked, .logisticsReturns14dByPaymentDay, paid)
  }

  private mutating func expect(_ amount: Double, lateness: Int, on day: Int) {
    if days.contains(day) { parcels[lateness][day - days.lowerBound] += amount }
  }

  private mutating func arrive(_ parcels: Double, lateness: Int, on day: Int) {
    let demand = operation.demand
    let signed =
      parcels * (1 - demand.cashOnDelivery.median * demand.refusedOnDelivery.median)
    add(signed, .delivered, day)
    add(signed, .signedOrders, day)
    if lateness > 0 { add(signed, .deliveredLate, day) }
    let tickets = signed * operation.afterSalesWork.tickets.median
    add(tickets, .tickets, day + 2)
    add(tickets * (1 - audit.chance(within: 3)), .ticketsOver3h, day + 2)
    let table = operation.satisfaction
    let defects = operation.quality.defects.median
    let rows = [
      table.onTime, table.lateOneToTwoDays, table.lateThreePlusDays, table.lateThreePlusDays,
    ]
    for kind in 0..<3 {
      buyers(signed * (1 - defects) * rows[lateness][kind], kind, lateness, 0, on: day)
      buyers(signed * defects * table.defect[kind], kind, lateness, 1, on: day)
    }
  }

  private mutating func buyers(
    _ orders: Double,
    _ kind: Int,
    _ lateness: Int,
    _ defective: Int,
    on day: Int
  ) {
    guard orders > 0 else { return }
    let refunds = orders * law.refundOnly[kind]
    let returns = (orders - refunds) * law.returns[kind]
    let quality = law.qualityReasons[defective]
    let logistics = (1 - quality) * ReferenceBehaviour.logisticsReasons[lateness]
    for (delay, chance) in Self.requestDelays.enumerated() {
      let asked = (refunds + returns) * chance
      add(asked, .refundOrders, day + delay)
      add(asked * quality, .qualityReturns, day + delay)
      add(asked * logistics, .logisticsReturns, day + delay)
      work(refunds: refunds * chance, returns: returns * chance, on: day + delay)
      add(refunds * chance, .refundsCompleted, day + delay)
      add(returns * chance, .refundsCompleted, day + delay + 3)
    }
    let fault = operation.afterSales.merchantFault.median
    for delay in 3...9 {
      add(orders * law.disputes[kind] / 7, .disputes, day + delay)
      add(orders * law.disputes[kind] / 7, .mails, day + delay)
      add(orders * law.disputes[kind] / 7 * lateMail, .mailsLate, day + delay)
      add(orders * law.disputes[kind] * fault / 7, .disputesMerchantFault, day + delay)
    }
    for delay in 1...5 {
      add(orders * law.complaints[kind] / 5, .complaintsMerchantFault, day + delay)
    }
    let reviews = operation.reviews
    let rate = reviews.rate.median
    let early = rate * reviews.beforeDelivery
    let chance = [rate, rate, (rate - early) / (1 - early), 0][lateness]
    let writers = chance * (orders - returns + returns * reviews.returnedFactor)
    let stay = reviews.delayMeanInDays / (1 + reviews.delayMeanInDays)
    let all = 1 - pow(stay, Double(reviews.withinDays + 1))
    for delay in 0...reviews.withinDays {
      review(writers * pow(stay, Double(delay)) * (1 - stay) / all, kind: kind, on: day + delay)
    }
  }

  /// Requests of a day without and with return, and the goods that come back three days later.
  private mutating func work(refunds: Double, returns: Double, on day: Int) {
    let work = operation.afterSalesWork
    let fast = audit.chance(within: 1 / 3.0)
    add(refunds, .refundOnlyCount, day)
    add(returns, .returnRefundCount, day + 3)
    add(refunds + returns, .audits, day)
    add((refunds + returns) * fast, .audits20min, day)
    add((refunds + returns) * work.pendingFeedback.median, .pendingFeedback, day)
    add(refunds * fast, .processed20min, day)
    add(returns * fast, .processed20min, day + 3)
    let satisfied = fast * work.satisfied.median + (1 - fast) * work.satisfiedWhenSlow.median
    let shares = [0.4, 0.3, 0.3].map { $0 * (1 - satisfied) } + [0.2, 0.8].map { $0 * satisfied }
    for (orders, processed) in [(refunds, day), (returns, day + 3)] {
      add(orders, .processed, processed)
      for (counter, share) in zip(Self.survey, shares) {
        add(orders * work.surveyRate.median * share, counter, processed)
      }
    }
  }

  private static let survey = DayCounter.stars(of: "after_sales_rated") ?? []

  /// Over mails that come uniformly from 9 to 18 and take a log-normal time.
  private static func lateMail(_ audit: ReferenceAuditTime) -> Double {
    let steps = 9000
    return (0..<steps).reduce(0) { sum, step in
      let hour = 9 + 9 * (Double(step) + 0.5) / Double(steps)
      let room = (hour < 16 ? 18 : 42) - hour
      return sum + (1 - audit.chance(within: room)) / Double(steps)
    }
  }

  private mutating func review(_ reviews: Double, kind: Int, on day: Int) {
    let reviewed = operation.reviews
    let shares = [reviewed.starsHappy, reviewed.starsNeutral, reviewed.starsUnhappy][kind]
    for stream in Self.streams {
      for (star, counter) in stream.enumerated() { add(reviews * shares[star], counter, day) }
    }
  }

  private static let streams = ["product", "service", "logistics"].map {
    DayCounter.stars(of: $0) ?? []
  }

  /// Chances of asking for a refund 0…15 days after signing: gamma with shape 1.5 and scale 2 days.
  static let requestDelays: [Double] = (0...15).map { day in
    (day == 15 ? 1 : gammaCDF(Double(day + 1))) - gammaCDF(Double(day))
  }

  private static func gammaCDF(_ days: Double) -> Double {
    let x = days / 2
    return erf(x.squareRoot()) - 2 * (x / Double.pi).squareRoot() * exp(-x)
  }
}
