import StoreModel

/// A store's inputs as a scenario without any of its own would have them.
enum SampleOperation {
  /// The inputs; with a desk, or without.
  static func operation(hasDesk: Bool = true) -> Operation {
    func known(_ value: Double) -> Uncertain { Uncertain(path: "", law: .known(value)) }
    func share(_ low: Double, _ high: Double) -> Uncertain {
      Uncertain(path: "", law: .share(low: low, high: high))
    }
    func amount(_ low: Double, _ high: Double) -> Uncertain {
      Uncertain(path: "", law: .amount(low: low, high: high))
    }
    return Operation(
      demand: Demand(
        ordersPerDay: known(100),
        trendPerMonth: known(0),
        weekdayFactors: Array(repeating: 1, count: 7),
        dispersion: 8,
        walkPerDay: 0.025,
        shockSD: 0.15,
        shockHalfLifeInDays: 4,
        promotions: [],
        spikesPerMonth: known(0),
        spikeFactor: known(2),
        orderValue: known(60),
        orderValueCV: 0.6,
        cashOnDelivery: known(0),
        refusedOnDelivery: known(0.1),
        cancelledBeforeShipping: share(0.03, 0.06),
        scoreElasticity: known(0)
      ),
      economics: StoreEconomics(
        margin: nil,
        platformFee: 0.05,
        refundOnlyGoodsLost: 1,
        returnFreightInYuan: 5
      ),
      warehouse: Warehouse(
        capacityPerDay: nil,
        cutOffHour: 16,
        closedWeekdays: [],
        shipPromiseInHours: 48,
        payToShipMedianInHours: amount(12, 16),
        payToShipSigma: 0.38,
        fakeShipments: share(0.00005, 0.0005)
      ),
      couriers: [
        Courier(
          name: "standard",
          share: 1,
          priceInYuan: 2.6,
          pickupMedianInHours: amount(4.5, 8),
          pickupSigma: 0.7,
          transitMeanInHours: amount(44, 56),
          transitSigma: 0.35,
          deliveryPromiseInHours: 120,
          stalls: share(0.003, 0.012),
          stallMeanInDays: 4,
          lost: share(0.0005, 0.003),
          surge: 0.25
        )
      ],
      incidents: Incidents(
        perQuarter: amount(0.5, 2),
        days: 1...4,
        lateTimes: amount(2, 6),
        lateShipping: share(0.03, 0.3),
        defectTimes: amount(1, 3)
      ),
      serviceDesk: hasDesk ? desk(share, amount) : nil,
      quality: Quality(defects: share(0.005, 0.013)),
      satisfaction: Satisfaction(
        onTime: [0.92, 0.06, 0.02],
        lateOneToTwoDays: [0.7, 0.18, 0.12],
        lateThreePlusDays: [0.25, 0.25, 0.5],
        defect: [0.1, 0.2, 0.7],
        slowReplyPoints: 0.06
      ),
      reviews: Reviews(
        rate: share(0.057, 0.106),
        returnedFactor: 0.25,
        beforeDelivery: 0,
        delayMeanInDays: 4,
        withinDays: 15,
        silentCountAsGood: false,
        starsHappy: [0.015, 0.01, 0.025, 0.07, 0.88],
        starsNeutral: [0.04, 0.06, 0.25, 0.35, 0.3],
        starsUnhappy: [0.55, 0.2, 0.1, 0.07, 0.08],
        singleStream: false
      ),
      afterSales: AfterSales(
        refundOnly: share(0.01, 0.03),
        returnRefund: share(0.08, 0.2),
        qualityReturns: share(0.006, 0.016),
        disputes: share(0.002, 0.0065),
        merchantFault: share(0.04, 0.14),
        complaints: share(0.0003, 0.0012),
        refundOnlyMeanInHours: 7,
        returnRefundMeanInHours: 24
      ),
      afterSalesWork: work(known, share, amount),
      shocks: PersistentShocks(
        starWalkPerDay: 0.006,
        starShockSD: 0.2,
        starShockHalfLifeInDays: 20,
        starLevelSD: 0.1,
        lateWalkPerDay: 0.004,
        lateShockSD: 0.14,
        lateShockHalfLifeInDays: 67
      )
    )
  }

  private static func desk(
    _ share: (Double, Double) -> Uncertain,
    _ amount: (Double, Double) -> Uncertain
  ) -> ServiceDesk {
    ServiceDesk(
      contactsPerOrderBefore: amount(0.15, 0.27),
      contactsPerOrderAfter: amount(0.1, 0.22),
      botResolves: share(0.2, 0.42),
      hourlyProfile: Array(repeating: 1, count: 24),
      handleTimeMeanInSeconds: amount(400, 580),
      handleTimeSigma: 0.7,
      concurrency: 3,
      efficiency: 2.5,
      reactionInSeconds: 13,
      turnsQuietAfterInSeconds: amount(60, 240),
      shrinkage: 0.1,
      shifts: [
        ServiceDesk.Shift(name: "day", fromHour: 8, toHour: 23, agents: 4, wageInYuanPerDay: 180)
      ],
      ratingRate: share(0.15, 0.26),
      dissatisfiedFast: share(0.04, 0.09),
      dissatisfiedSlow: share(0.2, 0.42)
    )
  }

  private static func work(
    _ known: (Double) -> Uncertain,
    _ share: (Double, Double) -> Uncertain,
    _ amount: (Double, Double) -> Uncertain
  ) -> AfterSalesWork {
    AfterSalesWork(
      staff: nil,
      taskTimeMeanInSeconds: known(180),
      taskTimeSigma: 0.8,
      auditMeanInHours: 4,
      auditSigma: 1,
      hasQuickRefund: false,
      agreesToReturns: false,
      tickets: share(0.003, 0.01),
      surveyRate: share(0.1, 0.22),
      satisfied: share(0.95, 0.975),
      satisfiedWhenSlow: share(0.72, 0.86),
      inspectionsPerMonth: amount(20, 45),
      inspectionPass: share(0.945, 0.984),
      pendingFeedback: share(0.04, 0.09)
    )
  }
}
