import StoreModel

/// Stores for the comparison of engine and reference, small so that the reference stays cheap.
enum TestStores {
  /// Saturday, 1 August 2026.
  static let start = CalendarDay(ordinal: 20_666)

  /// A known input.
  static func known(_ path: String, _ value: Double) -> Uncertain {
    Uncertain(path: path, law: .known(value))
  }

  /// Relative chats an hour with a peak before noon and one in the evening.
  static let twoPeaks: [Double] =
    Array(repeating: 1, count: 8) + [3, 5, 7, 6, 4, 3, 3, 4, 4, 5, 6, 8, 8, 6, 3, 2]

  private static let ordinaryProfile: [Double] =
    Array(repeating: 1, count: 8) + Array(repeating: 4, count: 12) + [6, 6, 5, 3]

  /// 45 orders a day, no shocks, no caps, no incidents, no feedback: with dispersion 10⁹ every daily
  /// count is a Poisson number.
  static func plain(dispersion: Double = 1e9) -> Operation {
    Operation(
      demand: plainDemand(dispersion: dispersion),
      economics: StoreEconomics(
        margin: nil,
        platformFee: 0.05,
        refundOnlyGoodsLost: 1,
        returnFreightInYuan: 8
      ),
      warehouse: Warehouse(
        capacityPerDay: nil,
        cutOffHour: 16,
        closedWeekdays: [],
        shipPromiseInHours: 36,
        payToShipMedianInHours: known("warehouse.pay_to_ship", 18),
        payToShipSigma: 0.5,
        fakeShipments: known("warehouse.fake", 0.02)
      ),
      couriers: [plainCourier],
      incidents: Incidents(
        perQuarter: known("incidents.per_quarter", 0),
        days: 1...3,
        lateTimes: known("incidents.late_times", 1),
        lateShipping: known("incidents.late_shipping", 0),
        defectTimes: known("incidents.defect_times", 1)
      ),
      serviceDesk: nil,
      quality: Quality(defects: known("quality.defects", 0.04)),
      satisfaction: Satisfaction(
        onTime: [0.86, 0.1, 0.04],
        lateOneToTwoDays: [0.5, 0.3, 0.2],
        lateThreePlusDays: [0.2, 0.3, 0.5],
        defect: [0.05, 0.15, 0.8],
        slowReplyPoints: 0.25
      ),
      reviews: plainReviews,
      afterSales: AfterSales(
        refundOnly: known("after_sales.refund_only", 0.05),
        returnRefund: known("after_sales.return_refund", 0.12),
        qualityReturns: known("after_sales.quality_returns", 0.03),
        disputes: known("after_sales.disputes", 0.02),
        merchantFault: known("after_sales.merchant_fault", 0.4),
        complaints: known("after_sales.complaints", 0.015),
        refundOnlyMeanInHours: 12,
        returnRefundMeanInHours: 60
      ),
      afterSalesWork: plainWork,
      shocks: PersistentShocks(
        starWalkPerDay: 0,
        starShockSD: 0,
        starShockHalfLifeInDays: 10,
        starLevelSD: 0,
        lateWalkPerDay: 0,
        lateShockSD: 0,
        lateShockHalfLifeInDays: 10
      )
    )
  }

  private static func plainDemand(dispersion: Double) -> Demand {
    Demand(
      ordersPerDay: known("demand.orders_per_day", 45),
      trendPerMonth: known("demand.trend", 0),
      weekdayFactors: [1.3, 1.1, 1, 0.9, 0.8, 0.7, 1.2],
      dispersion: dispersion,
      walkPerDay: 0,
      shockSD: 0,
      shockHalfLifeInDays: 7,
      promotions: [
        Demand.Promotion(
          name: "sale",
          days: (start + 8)...(start + 11),
          multiplier: known("demand.promotions.sale.multiplier", 1.5),
          peaks: [start + 9: known("demand.promotions.sale.peak", 4)],
          shipWithinInHours: nil
        )
      ],
      spikesPerMonth: known("demand.spikes_per_month", 0),
      spikeFactor: known("demand.spike_factor", 1),
      orderValue: known("demand.order_value", 80),
      orderValueCV: 0.7,
      cashOnDelivery: known("demand.cash_on_delivery", 0.2),
      refusedOnDelivery: known("demand.refused", 0.1),
      cancelledBeforeShipping: known("demand.cancelled", 0.06),
      scoreElasticity: known("demand.elasticity", 0)
    )
  }

  private static let plainCourier = Courier(
    name: "east",
    share: 1,
    priceInYuan: 3,
    pickupMedianInHours: known("couriers.east.pickup", 8),
    pickupSigma: 0.6,
    transitMeanInHours: known("couriers.east.transit", 40),
    transitSigma: 0.35,
    deliveryPromiseInHours: 120,
    stalls: known("couriers.east.stalls", 0.08),
    stallMeanInDays: 3,
    lost: known("couriers.east.lost", 0.01),
    surge: 0
  )

  private static let plainWork = AfterSalesWork(
    staff: nil,
    taskTimeMeanInSeconds: known("desk.task", 200),
    taskTimeSigma: 0.8,
    auditMeanInHours: 4,
    auditSigma: 1,
    hasQuickRefund: false,
    agreesToReturns: false,
    tickets: known("after_sales.tickets", 0.02),
    surveyRate: known("after_sales.survey.rate", 0.3),
    satisfied: known("after_sales.survey.satisfied", 0.9),
    satisfiedWhenSlow: known("after_sales.survey.slow", 0.6),
    inspectionsPerMonth: known("after_sales.inspections", 40),
    inspectionPass: known("after_sales.pass", 0.9),
    pendingFeedback: known("after_sales.pending", 0.1)
  )

  private static let plainReviews = Reviews(
    rate: known("reviews.rate", 0.3),
    returnedFactor: 0.25,
    beforeDelivery: 0.3,
    delayMeanInDays: 3,
    withinDays: 15,
    silentCountAsGood: false,
    starsHappy: [0.01, 0.01, 0.03, 0.1, 0.85],
    starsNeutral: [0.05, 0.1, 0.3, 0.35, 0.2],
    starsUnhappy: [0.5, 0.2, 0.15, 0.05, 0.1],
    singleStream: false
  )

  /// A desk with more hands than it needs, open from 9 to 21.
  static let ordinaryDesk = ServiceDesk(
    contactsPerOrderBefore: known("desk.before", 0.5),
    contactsPerOrderAfter: known("desk.after", 0.4),
    botResolves: known("desk.bot", 0.25),
    hourlyProfile: ordinaryProfile,
    handleTimeMeanInSeconds: known("desk.handle", 240),
    handleTimeSigma: 0.8,
    concurrency: 3,
    efficiency: 2.5,
    reactionInSeconds: 15,
    turnsQuietAfterInSeconds: known("desk.quiet", 900),
    shrinkage: 0.2,
    shifts: [
      ServiceDesk.Shift(
        name: "day",
        fromHour: 9,
        toHour: 21,
        agents: 1,
        wageInYuanPerDay: 200
      )
    ],
    ratingRate: known("desk.rating", 0.4),
    dissatisfiedFast: known("desk.dissatisfied_fast", 0.08),
    dissatisfiedSlow: known("desk.dissatisfied_slow", 0.35)
  )
}
