import Glibc
import Rules
import StoreModel

/// Orders of a day before and after the rules' effects.
struct DayOrders {
  /// Orders that customers wanted.
  var wanted: Int

  /// Orders accepted.
  var accepted: Int

  /// Value of the accepted orders, in fen.
  var valueInFen: Int
}

extension StoreState {
  /// Highest mean number of orders a day: beyond, sums of money over the longest horizon could overflow.
  static let greatestDemand = 2e7

  /// Mean number of orders wanted on a day, at most ``greatestDemand`` (`docs/model.md` §2).
  func meanDemand(on day: Int, plan: Plan, values: ResolvedOperation, gamma: Double) -> Double {
    let date = plan.start + (day - 1)
    var mean = values.ordersPerDay * values.operation.demand.weekdayFactors[date.weekday]
    for promotion in values.promotions { mean *= promotion.factor(on: day) }
    var logMean = values.trendPerDay * Double(day - 1) + environment.logDemand
    if values.scoreElasticity != 0, let reference = referenceStar,
      let current = meanStar(over: (day - 30)...(day - 1))
    {
      logMean += values.scoreElasticity * (current - reference)
    }
    return min(Self.greatestDemand, max(0, mean * environment.spikeFactor * exp(logMean) * gamma))
  }

  /// Mean star of the reviews of some days; `nil` without reviews.
  func meanStar(over days: ClosedRange<Int>) -> Double? {
    var (count, points) = (0, 0)
    for (index, counter) in DayCounter.reviewStars.enumerated() {
      let reviews = log.sum(of: counter, over: days)
      count += reviews
      points += reviews * (index + 1)
    }
    return count > 0 ? Double(points) / Double(count) : nil
  }

  /// Draws what customers want and what the rules' effects leave of it.
  mutating func receiveOrders(
    on day: Int,
    plan: Plan,
    values: ResolvedOperation,
    effects: [RuleEffects?],
    observedOrders: Int?,
    draws: inout Draws
  ) -> DayOrders {
    let size = environment.ordersSize ?? values.operation.demand.dispersion
    let gamma = draws.gamma(shape: size, scale: 1 / size, Process.demandGamma)
    let mean = meanDemand(on: day, plan: plan, values: values, gamma: gamma)
    let wanted = observedOrders ?? draws.poisson(mean: mean, Process.orders)
    var orders = DayOrders(wanted: wanted, accepted: wanted, valueInFen: 0)
    let meanValue = values.orderValueInYuan * 100
    if observedOrders == nil {
      for (pack, effect) in effects.enumerated() {
        guard let effect else { continue }
        if effect.salesStopped {
          ledger.lostToStop[pack] += Int((Double(orders.accepted) * meanValue).rounded())
          orders.accepted = 0
        } else if effect.demandShare < 1 {
          let kept = draws.binomial(
            orders.accepted,
            effect.demandShare,
            Process.demandShare,
            pack
          )
          ledger.lostToShare[pack] += Int((Double(orders.accepted - kept) * meanValue).rounded())
          orders.accepted = kept
        }
      }
    }
    fitCaps(&orders, values: values, effects: observedOrders == nil ? effects : [], draws: &draws)
    for pack in effects.indices {
      ledger.lostSales += ledger.lostToCap[pack] + ledger.lostToShare[pack]
      ledger.lostSales += ledger.lostToStop[pack]
    }
    let weekday = (plan.start + (day - 1)).weekday
    settlePayment(
      orders,
      on: day,
      readiness: values.readiness(paidOn: weekday),
      values: values,
      draws: &draws
    )
    return orders
  }

  /// Cuts orders to the lowest order and GMV caps; values are gamma, joined by gamma bridges.
  private func lowestCaps(_ effects: [RuleEffects?]) -> (
    orders: (cap: Int, pack: Int)?, gmv: (cap: Int, pack: Int)?
  ) {
    var orders: (cap: Int, pack: Int)?
    var gmv: (cap: Int, pack: Int)?
    for (pack, effect) in effects.enumerated() {
      if let cap = effect?.orderCap, cap < orders?.cap ?? .max { orders = (cap, pack) }
      if let cap = effect?.gmvCapInFen, cap < gmv?.cap ?? .max { gmv = (cap, pack) }
    }
    return (orders, gmv)
  }

  private mutating func fitCaps(
    _ orders: inout DayOrders,
    values: ResolvedOperation,
    effects: [RuleEffects?],
    draws: inout Draws
  ) {
    guard orders.accepted > 0 else { return }
    let shape = values.orderValueShape
    let total =
      draws.gamma(
        shape: Double(orders.accepted) * shape,
        scale: values.orderValueInYuan / shape,
        Process.orderValue
      ) * 100
    let arrived = orders.accepted
    var value = total
    var bindingPack: Int?
    let caps = lowestCaps(effects)
    if let (cap, pack) = caps.orders, cap < arrived {
      value = bridge(
        from: 0,
        to: total,
        lowCount: 0,
        highCount: arrived,
        at: cap,
        shape: shape,
        call: 0,
        draws: &draws
      )
      orders.accepted = cap
      bindingPack = pack
    }
    if let (cap, pack) = caps.gmv, value > Double(cap) {
      var (low, lowValue, high, highValue) = (0, 0.0, orders.accepted, value)
      var call = 1
      while high - low > 1 {
        let middle = low + (high - low) / 2
        let middleValue = bridge(
          from: lowValue,
          to: highValue,
          lowCount: low,
          highCount: high,
          at: middle,
          shape: shape,
          call: call,
          draws: &draws
        )
        call += 1
        if middleValue <= Double(cap) {
          (low, lowValue) = (middle, middleValue)
        } else {
          (high, highValue) = (middle, middleValue)
        }
      }
      (orders.accepted, value) = (low, lowValue)
      bindingPack = pack
    }
    orders.valueInFen = Int(value.rounded(.down))
    if let bindingPack { ledger.lostToCap[bindingPack] += Int(total.rounded()) - orders.valueInFen }
  }

  /// The value of the first `at` orders, given those of the first `lowCount` and `highCount`.
  private func bridge(
    from low: Double,
    to high: Double,
    lowCount: Int,
    highCount: Int,
    at count: Int,
    shape: Double,
    call: Int,
    draws: inout Draws
  ) -> Double {
    guard count > lowCount else { return low }
    let part = draws.beta(
      Double(count - lowCount) * shape,
      Double(highCount - count) * shape,
      Process.valueBridge,
      call
    )
    return low + (high - low) * part
  }

  /// Splits accepted orders by payment, cancels some, and queues the rest in the warehouse.
  private mutating func settlePayment(
    _ orders: DayOrders,
    on day: Int,
    readiness: ReadinessTable,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let onDelivery = draws.binomial(orders.accepted, values.cashOnDelivery, Process.payment, 0)
    let online = orders.accepted - onDelivery
    let rate = values.cancelledBeforeShipping
    let cancelledOnline = draws.binomial(online, rate, Process.payment, 1)
    let cancelledOnDelivery = draws.binomial(onDelivery, rate, Process.payment, 2)
    let cancelled = cancelledOnline + cancelledOnDelivery
    count(orders.accepted, .orders, on: day)
    count(orders.valueInFen, .gmv, on: day)
    count(online, .paidOrders, on: day)
    count(cancelled, .cancelled, on: day)
    count(cancelledOnline, .refundOrders, on: day)
    count(cancelledOnline, .refundsCompleted, on: day)
    ledger.revenue += orders.valueInFen
    ledger.refunds += Int((Double(cancelled) * values.orderValueInYuan * 100).rounded())
    for (kind, count) in [online - cancelledOnline, onDelivery - cancelledOnDelivery].enumerated() {
      draws.multinomial(
        count,
        weights: readiness.probabilities,
        Process.readiness,
        firstCall: kind * 64
      )
      for offset in draws.cells where draws.counts[offset] > 0 {
        warehouse.enter(draws.counts[offset], paidOn: day, offset: offset, onDelivery: kind == 1)
      }
    }
  }
}

extension DayCounter {
  /// The single star stream, one star first.
  static let reviewStars: [DayCounter] = [.reviews1, .reviews2, .reviews3, .reviews4, .reviews5]

  /// The star streams of the dimensions product, service and logistics, one star first.
  static let dimensionStars: [[DayCounter]] = [
    [.product1, .product2, .product3, .product4, .product5],
    [.service1, .service2, .service3, .service4, .service5],
    [.logistics1, .logistics2, .logistics3, .logistics4, .logistics5],
  ]

  /// The description stream, one star first.
  static let descriptionStars: [DayCounter] = [
    .description1, .description2, .description3, .description4, .description5,
  ]
}
