internal import Glibc
internal import Sampling
internal import StoreModel

/// What tells how long shipping and travel take.
struct ShippingFit {
  enum Result {
    case told(LearntInput)
    case untold(UntoldInput)
  }

  let counts: DailyCounts
  let courses: OrderCourses
  let operation: Operation
  let days: ClosedRange<CalendarDay>

  private static let toShip = "warehouse.pay_to_ship"
  private static let couriers = "couriers"
  private static let hoursToShip = 0.1...720.0
  private static let hoursOnTheWay = 1.0...1440.0
  private static let longestPromise = 2160.0
  private static let courierNames = ["couriers"]

  /// Shipping, then travel.
  var results: [Result] { shipping + travel }

  // MARK: Shipping

  private var shipping: [Result] {
    let warehouse = operation.warehouse
    let spans = courses.daysToShip
    let assumed = warehouse.payToShipMedianInHours.law
    guard warehouse.capacityPerDay == nil, warehouse.closedWeekdays.isEmpty else {
      return [.untold(UntoldInput(path: Self.toShip + ".median", reason: .waitsInQueue))]
    }
    if !spans.isEmpty {
      let best = TravelLaw.mostLikely(
        spans.map(\.days),
        from: (warehouse.payToShipMedianInHours.median, max(0.5, warehouse.payToShipSigma))
      ) { TravelLaw.daysToShip(median: $0, sigma: $1, cutOff: warehouse.cutOffHour) }
      let median = courses.input(
        Self.toShip + ".median",
        spans,
        scale: best.scale,
        limits: Self.hoursToShip,
        assumed: assumed,
        givenAs: [Self.toShip, Self.toShip + ".median"]
      )
      return [median, median.map { spread(of: $0, Self.toShip + ".sigma", best.sigma) }]
        .compactMap { $0.map(Result.told) }
    }
    guard let late = lateShare(.shipped, inTime: .shippedOnTime) else {
      return [untold(Self.toShip + ".median", [.shipped, .shippedOnTime])]
    }
    // Incidents make some late in any case.
    let incidents = operation.incidents
    let length = Double(incidents.days.lowerBound + incidents.days.upperBound) / 2
    let byIncidents = incidents.perQuarter.median * length / 91 * incidents.lateShipping.median
    func median(_ share: Double) -> Double {
      let ordinary = min(0.999, max(share / 10, share - byIncidents))
      let hours =
        warehouse.shipPromiseInHours
        * exp(-warehouse.payToShipSigma * Distributions.normalQuantile(1 - ordinary))
      return min(Self.hoursToShip.upperBound, max(Self.hoursToShip.lowerBound, hours))
    }
    return [
      solved(
        Self.toShip + ".median",
        late,
        events: [.shippedOnTime],
        of: [.shipped],
        assumed: assumed,
        givenAs: [Self.toShip, Self.toShip + ".median"],
        value: median
      )
    ]
  }

  // MARK: Travel

  private var travel: [Result] {
    let path = "couriers.standard.transit.mean"
    guard operation.couriers.count == 1, let courier = operation.couriers.first else {
      return [.untold(UntoldInput(path: Self.couriers, reason: .severalCouriers))]
    }
    let assumed = courier.transitMeanInHours.law
    let spans = courses.daysOnTheWay
    if !spans.isEmpty {
      let best = TravelLaw.mostLikely(
        spans.map(\.days),
        from: (courier.transitMeanInHours.median, courier.transitSigma)
      ) { TravelLaw.daysOnTheWay(mean: $0, sigma: $1, courier: courier) }
      guard
        let mean = courses.input(
          path,
          spans,
          scale: best.scale,
          limits: Self.hoursOnTheWay,
          assumed: assumed,
          givenAs: Self.courierNames
        )
      else { return [] }
      let sigma = spread(of: mean, "couriers.standard.transit.sigma", best.sigma)
      return [mean, sigma, promise(like: mean)].compactMap { $0.map(Result.told) }
    }
    if let signed = counts.recentTotals(of: .deliveryHoursTotal, over: .signedOrders)
      ?? counts.recentTotals(of: .deliveryHoursTotal, over: .delivered),
      let scanned = counts.recentTotals(of: .pickupHoursTotal, over: .pickupsDue)
    {
      let stalled = courier.stalls.median * courier.stallMeanInDays * 24
      let hours = signed.total / signed.number - scanned.total / scanned.number - stalled
      guard Self.hoursOnTheWay.contains(hours) else {
        return [.untold(UntoldInput(path: path, reason: .unexplained))]
      }
      return [.told(byHours(path, hours, signed, assumed))]
    }
    guard let late = lateShare(.delivered, late: .deliveredLate) else {
      return [
        untold(
          path,
          counts.hasObserved([.deliveryHoursTotal])
            ? [.pickupHoursTotal] : [.delivered, .deliveredLate]
        )
      ]
    }
    func mean(_ share: Double) -> Double {
      LogMoments.root(from: 0, to: log(Self.hoursOnTheWay.upperBound)) {
        share - TravelLaw.lateShare(mean: $0, courier: courier, operation: operation)
      }
    }
    return [
      solved(
        path,
        late,
        events: [.deliveredLate],
        of: [.delivered],
        assumed: assumed,
        givenAs: Self.courierNames,
        value: mean
      )
    ]
  }

  /// The promise of most orders, in whole days.
  private func promise(like mean: LearntInput) -> LearntInput? {
    let promises = courses.promises.sorted()
    guard !promises.isEmpty else { return nil }
    let hours = min(Self.longestPromise, max(24, Double(promises[promises.count / 2]) * 24))
    var input = spread(of: mean, "couriers.standard.delivery_promise", hours)
    (input.unit, input.method) = (.hours, .mostOrders)
    input.size = Double(promises.count)
    return input
  }

  private func byHours(
    _ path: String,
    _ hours: Double,
    _ signed: (total: Double, number: Double),
    _ assumed: Uncertain.Law
  ) -> LearntInput {
    LearntInput(
      path: path,
      value: .number(hours),
      unit: .hours,
      estimate: hours,
      interval: nil,
      assumed: assumed,
      events: [.deliveryHoursTotal, .pickupHoursTotal],
      occasions: [.signedOrders, .pickupsDue],
      count: signed.total,
      size: signed.number,
      days: days,
      method: .mean,
      givenAs: Self.courierNames
    )
  }

  // MARK: Parts

  private func untold(_ path: String, _ columns: [DayCounter]) -> Result {
    let needed = columns.filter { !counts.hasObserved([$0]) }
    return .untold(
      UntoldInput(path: path, reason: needed.isEmpty ? .nothingCounted(columns) : .needs(needed))
    )
  }

  /// The spread that goes with a scale.
  private func spread(of scale: LearntInput, _ path: String, _ value: Double) -> LearntInput {
    var input = scale
    input.path = path
    input.value = .number(value)
    input.unit = .amount
    input.estimate = value
    (input.interval, input.assumed) = (nil, nil)
    input.givenAs = scale.givenAs.filter { !$0.hasSuffix(".median") } + [path]
    return input
  }

  /// The posterior of a late share; before data it is worth half an event.
  private func lateShare(
    _ whole: DayCounter,
    inTime: DayCounter? = nil,
    late: DayCounter? = nil
  ) -> (posterior: SteadyPosterior, events: Double, size: Double)? {
    let stretches = counts.stretches(
      events: { day in
        guard let all = counts[day, whole], let part = counts[day, late ?? inTime ?? whole] else {
          return nil
        }
        return late == nil ? max(0, all - part) : part
      },
      occasions: { counts[$0, whole].map(Double.init) }
    )
    guard !stretches.isEmpty else { return nil }
    return (
      SteadyPosterior(stretches, prior: ConjugateLaw(.share, a: 0.5, b: 49.5), on: counts.start),
      stretches.reduce(0) { $0 + $1.events }, stretches.reduce(0) { $0 + $1.occasions }
    )
  }

  /// The time that explains a late share, rising with it.
  private func solved(
    _ path: String,
    _ late: (posterior: SteadyPosterior, events: Double, size: Double),
    events: [DayCounter],
    of occasions: [DayCounter],
    assumed: Uncertain.Law,
    givenAs: [String],
    value: (Double) -> Double
  ) -> Result {
    let ends = [0.025, 0.1, 0.5, 0.9, 0.975].map { value(late.posterior.quantile($0)) }
    guard ends[1] > 0, ends[3] > ends[1] else {
      return .untold(UntoldInput(path: path, reason: .unexplained))
    }
    return .told(
      LearntInput(
        path: path,
        value: .range(low: ends[1], high: ends[3]),
        unit: .hours,
        estimate: ends[2],
        interval: ends[0]...ends[4],
        assumed: assumed,
        events: events,
        occasions: occasions,
        count: late.events,
        size: late.size,
        days: days,
        method: .explainsLateShare,
        givenAs: givenAs
      )
    )
  }
}
