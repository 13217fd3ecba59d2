import StoreModel

/// Stores whose desk and after-sales work differ.
extension TestStores {
  private static func shift(
    _ name: String,
    _ hours: ClosedRange<Double>,
    agents: Int,
    breaks: [ServiceDesk.Break] = []
  ) -> ServiceDesk.Shift {
    ServiceDesk.Shift(
      name: name,
      fromHour: hours.lowerBound,
      toHour: hours.upperBound,
      agents: agents,
      wageInYuanPerDay: 200,
      breaks: breaks
    )
  }

  /// Own people for after-sales work who hardly keep up; a night shift, breaks in turn, two live
  /// shows on Saturday, a bot in the night and the morning.
  static var staffed: Operation {
    var store = ordinary
    store.demand.liveShows = [
      Demand.LiveShow(weekdays: [2, 5], fromHour: 20, toHour: 22, shareOfDay: 0.35),
      Demand.LiveShow(weekdays: [5], fromHour: 10, toHour: 11.5, shareOfDay: 0.2),
    ]
    store.afterSales.disputes = known("after_sales.disputes", 0.04)
    store.serviceDesk?.concurrency = 1
    store.serviceDesk?.efficiency = 1
    store.serviceDesk?.handleTimeMeanInSeconds = known("desk.handle", 900)
    store.serviceDesk?.botHours = [0...9, 22...24]
    store.serviceDesk?.botResolves = Uncertain(
      path: "desk.bot",
      law: .share(low: 0.35, high: 0.5)
    )
    store.serviceDesk?.shifts = [
      shift(
        "day",
        9...18,
        agents: 2,
        breaks: [
          ServiceDesk.Break(fromHour: 12, toHour: 13, agentsAway: 1),
          ServiceDesk.Break(fromHour: 13, toHour: 14, agentsAway: 1),
        ]
      ),
      shift(
        "night",
        20...26,
        agents: 1,
        breaks: [ServiceDesk.Break(fromHour: 23.5, toHour: 24.25, agentsAway: 1)]
      ),
    ]
    store.afterSalesWork.staff = AfterSalesWork.Staff(
      agents: 3,
      fromHour: 10,
      toHour: 14,
      wageInYuanPerDay: 180
    )
    store.afterSalesWork.taskTimeMeanInSeconds = known("after_sales.task", 1800)
    store.afterSalesWork.tickets = known("after_sales.tickets", 0.05)
    store.afterSalesWork.surveyRate = known("after_sales.survey.rate", 0.5)
    return store
  }

  /// Chat agents who hardly find time for after-sales work; everybody has the same break, a tool
  /// agrees to returns, and more is inspected than is processed.
  static var shared: Operation {
    var store = ordinary
    store.serviceDesk?.handleTimeMeanInSeconds = known("desk.handle", 700)
    store.serviceDesk?.shifts = [
      shift(
        "day",
        9...21,
        agents: 1,
        breaks: [ServiceDesk.Break(fromHour: 12, toHour: 13.5, agentsAway: 1)]
      )
    ]
    store.afterSalesWork.taskTimeMeanInSeconds = known("after_sales.task", 1700)
    store.afterSalesWork.agreesToReturns = true
    store.afterSalesWork.tickets = known("after_sales.tickets", 0.05)
    store.afterSalesWork.surveyRate = known("after_sales.survey.rate", 0.5)
    store.afterSalesWork.inspectionsPerMonth = known("after_sales.inspections", 400)
    store.afterSalesWork.inspectionPass = known("after_sales.pass", 0.6)
    return store
  }

  /// A tool that refunds, people of their own who have time from nine to five, a live show on
  /// Mondays, a bot at night, uncertain shares; promises less than a day.
  static var tooled: Operation {
    var store = ordinary
    store.demand.liveShows = [
      Demand.LiveShow(weekdays: [0], fromHour: 19, toHour: 21, shareOfDay: 0.5)
    ]
    store.afterSales.refundOnlyMeanInHours = 30
    store.warehouse.shipPromiseInHours = 20
    store.afterSalesWork.hasQuickRefund = true
    store.afterSalesWork.staff = AfterSalesWork.Staff(
      agents: 2,
      fromHour: 9,
      toHour: 17,
      wageInYuanPerDay: 180
    )
    store.afterSalesWork.taskTimeMeanInSeconds = Uncertain(
      path: "after_sales.task",
      law: .amount(low: 400, high: 800)
    )
    store.afterSalesWork.tickets = Uncertain(
      path: "after_sales.tickets",
      law: .share(low: 0.02, high: 0.06)
    )
    store.afterSalesWork.satisfied = Uncertain(
      path: "after_sales.survey.satisfied",
      law: .share(low: 0.8, high: 0.95)
    )
    store.afterSalesWork.pendingFeedback = Uncertain(
      path: "after_sales.pending",
      law: .share(low: 0.05, high: 0.2)
    )
    store.serviceDesk?.botHours = [0...8, 21...24]
    return store
  }
}
