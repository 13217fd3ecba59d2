import StoreModel

/// The stores on which engine and reference must agree.
extension TestStores {
  /// An ordinary store: every shock moderate, inputs partly uncertain, a desk that copes.
  static var ordinary: Operation {
    var store = plain(dispersion: 20)
    store.demand.ordersPerDay = Uncertain(
      path: "demand.orders_per_day",
      law: .amount(low: 38, high: 44)
    )
    store.demand.trendPerMonth = known("demand.trend", 0.1)
    store.demand.walkPerDay = 0.01
    store.demand.shockSD = 0.12
    store.demand.spikesPerMonth = known("demand.spikes_per_month", 1)
    store.demand.spikeFactor = Uncertain(
      path: "demand.spike_factor",
      law: .amount(low: 1.4, high: 2.5)
    )
    store.demand.cancelledBeforeShipping = Uncertain(
      path: "demand.cancelled",
      law: .share(low: 0.04, high: 0.08)
    )
    store.demand.orderValue = Uncertain(
      path: "demand.order_value",
      law: .amount(low: 75, high: 85)
    )
    store.couriers[0].surge = 0.5
    store.incidents.perQuarter = known("incidents.per_quarter", 2)
    store.incidents.lateTimes = Uncertain(
      path: "incidents.late_times",
      law: .amount(low: 3, high: 8)
    )
    store.incidents.lateShipping = known("incidents.late_shipping", 0.3)
    store.incidents.defectTimes = known("incidents.defect_times", 3)
    store.serviceDesk = ordinaryDesk
    store.shocks.starShockSD = 0.1
    store.shocks.starWalkPerDay = 0.01
    store.shocks.starLevelSD = 0.15
    store.shocks.lateShockSD = 0.1
    store.shocks.lateWalkPerDay = 0.01
    return store
  }

  /// A store in trouble: a warehouse at its limit and closed on Sundays, a desk that hands chats
  /// over from day to day and leaves most after-sales work to the system, frequent incidents, two couriers, half of the orders paid on delivery.
  static var overloaded: Operation {
    var store = ordinary
    store.demand.ordersPerDay = known("demand.orders_per_day", 40)
    store.demand.cashOnDelivery = known("demand.cash_on_delivery", 0.5)
    store.demand.refusedOnDelivery = known("demand.refused", 0.15)
    store.demand.spikesPerMonth = known("demand.spikes_per_month", 3)
    store.demand.promotions[0].shipWithinInHours = 72
    store.demand.shockSD = 0.2
    store.demand.dispersion = 8
    store.warehouse.capacityPerDay = 56
    store.warehouse.closedWeekdays = [6]
    store.warehouse.shipPromiseInHours = 48
    store.warehouse.payToShipMedianInHours = known("warehouse.pay_to_ship", 9)
    store.incidents.perQuarter = known("incidents.per_quarter", 12)
    store.incidents.days = 1...4
    var second = store.couriers[0]
    second.name = "west"
    second.share = 0.35
    second.pickupMedianInHours = known("couriers.west.pickup", 20)
    second.transitMeanInHours = known("couriers.west.transit", 70)
    second.stalls = known("couriers.west.stalls", 0.03)
    second.deliveryPromiseInHours = 144
    second.lost = known("couriers.west.lost", 0.03)
    second.surge = 1
    store.couriers[0].share = 0.65
    store.couriers.append(second)
    store.serviceDesk?.shifts = [
      ServiceDesk.Shift(
        name: "morning",
        fromHour: 9,
        toHour: 13,
        agents: 1,
        wageInYuanPerDay: 100
      ),
      ServiceDesk.Shift(
        name: "evening",
        fromHour: 12,
        toHour: 18,
        agents: 1,
        wageInYuanPerDay: 150
      ),
    ]
    store.serviceDesk?.concurrency = 1
    store.serviceDesk?.efficiency = 1
    store.serviceDesk?.handleTimeMeanInSeconds = known("desk.handle", 900)
    store.serviceDesk?.turnsQuietAfterInSeconds = known("desk.quiet", 1200)
    store.afterSalesWork.taskTimeMeanInSeconds = known("desk.task", 1000)
    store.reviews.returnedFactor = 0.2
    store.afterSales.returnRefund = known("after_sales.return_refund", 0.25)
    store.shocks.starLevelSD = 0.05
    return store
  }

  /// A store whose demand alone is restless: strong AR(1) shocks, uneven days, many spikes.
  static var restless: Operation {
    var store = plain(dispersion: 5)
    store.demand.ordersPerDay = known("demand.orders_per_day", 22)
    store.demand.promotions = []
    store.demand.shockSD = 0.45
    store.demand.shockHalfLifeInDays = 3
    store.demand.walkPerDay = 0.02
    store.demand.spikesPerMonth = known("demand.spikes_per_month", 7)
    store.demand.spikeFactor = Uncertain(
      path: "demand.spike_factor",
      law: .amount(low: 3, high: 5)
    )
    store.demand.scoreElasticity = known("demand.elasticity", 0.4)
    store.warehouse.cutOffHour = 11
    store.warehouse.payToShipMedianInHours = known("warehouse.pay_to_ship", 4)
    store.reviews.silentCountAsGood = true
    store.reviews.singleStream = true
    return store
  }
}
