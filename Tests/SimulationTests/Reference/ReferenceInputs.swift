import StoreModel

/// The values that one replication uses for every uncertain input of an operation.
///
/// Equal paths draw equal scores. Spikes and incidents draw anew each time and are not listed here.
struct ReferenceInputs {
  /// One courier's values.
  struct CourierValues {
    var pickupMedian: Double
    var transitMean: Double
    var stalls: Double
    var lost: Double
  }

  private var scores: [String: Double] = [:]
  private var generator: ReferenceGenerator?

  var orders = 0.0
  var trend = 0.0
  var spikesPerMonth = 0.0
  var orderValue = 0.0
  var cashOnDelivery = 0.0
  var refused = 0.0
  var cancelled = 0.0
  var elasticity = 0.0
  var payToShipMedian = 0.0
  var fake = 0.0
  var incidentsPerQuarter = 0.0
  var defects = 0.0
  var reviewRate = 0.0
  var refundOnly = 0.0
  var returnRefund = 0.0
  var qualityReturns = 0.0
  var disputes = 0.0
  var merchantFault = 0.0
  var complaints = 0.0
  var contactsBefore = 0.0
  var contactsAfter = 0.0
  var bot = 0.0
  var handleMean = 0.0
  var patience = 0.0
  var ratingRate = 0.0
  var dissatisfiedFast = 0.0
  var dissatisfiedSlow = 0.0
  var taskMean = 0.0
  var tickets = 0.0
  var surveyRate = 0.0
  var satisfied = 0.0
  var satisfiedWhenSlow = 0.0
  var inspectionsPerMonth = 0.0
  var inspectionPass = 0.0
  var pendingFeedback = 0.0
  var couriers: [CourierValues] = []
  /// Factor of each promotion, by position.
  var promotions: [Double] = []
  /// Factors of each promotion's peak days.
  var peaks: [[CalendarDay: Double]] = []

  /// Draws all inputs with `generator`, or takes their medians without one.
  init(operation: Operation, generator source: inout ReferenceGenerator?) {
    generator = source
    read(operation)
    source = generator
    generator = nil
  }

  private mutating func value(_ input: Uncertain) -> Double {
    if generator == nil || input.isKnown { return input.median }
    let z = scores[input.path] ?? generator?.normal() ?? 0
    scores[input.path] = z
    return ReferenceGenerator.value(of: input.law, z: z)
  }

  private mutating func read(_ operation: Operation) {
    let demand = operation.demand
    orders = value(demand.ordersPerDay)
    trend = value(demand.trendPerMonth)
    spikesPerMonth = value(demand.spikesPerMonth)
    orderValue = value(demand.orderValue)
    cashOnDelivery = value(demand.cashOnDelivery)
    refused = value(demand.refusedOnDelivery)
    cancelled = value(demand.cancelledBeforeShipping)
    elasticity = value(demand.scoreElasticity)
    promotions = demand.promotions.map { value($0.multiplier) }
    peaks = demand.promotions.map { promotion in
      var factors: [CalendarDay: Double] = [:]
      for (day, factor) in promotion.peaks.sorted(by: { $0.key < $1.key }) {
        factors[day] = value(factor)
      }
      return factors
    }
    payToShipMedian = value(operation.warehouse.payToShipMedianInHours)
    fake = value(operation.warehouse.fakeShipments)
    incidentsPerQuarter = value(operation.incidents.perQuarter)
    defects = value(operation.quality.defects)
    reviewRate = value(operation.reviews.rate)
    let afterSales = operation.afterSales
    refundOnly = value(afterSales.refundOnly)
    returnRefund = value(afterSales.returnRefund)
    qualityReturns = value(afterSales.qualityReturns)
    disputes = value(afterSales.disputes)
    merchantFault = value(afterSales.merchantFault)
    complaints = value(afterSales.complaints)
    couriers = operation.couriers.map { courier in
      CourierValues(
        pickupMedian: value(courier.pickupMedianInHours),
        transitMean: value(courier.transitMeanInHours),
        stalls: value(courier.stalls),
        lost: value(courier.lost)
      )
    }
    let work = operation.afterSalesWork
    taskMean = value(work.taskTimeMeanInSeconds)
    tickets = value(work.tickets)
    surveyRate = value(work.surveyRate)
    satisfied = value(work.satisfied)
    satisfiedWhenSlow = value(work.satisfiedWhenSlow)
    inspectionsPerMonth = value(work.inspectionsPerMonth)
    inspectionPass = value(work.inspectionPass)
    pendingFeedback = value(work.pendingFeedback)
    guard let desk = operation.serviceDesk else { return }
    contactsBefore = value(desk.contactsPerOrderBefore)
    contactsAfter = value(desk.contactsPerOrderAfter)
    bot = value(desk.botResolves)
    handleMean = value(desk.handleTimeMeanInSeconds)
    patience = value(desk.turnsQuietAfterInSeconds)
    ratingRate = value(desk.ratingRate)
    dissatisfiedFast = value(desk.dissatisfiedFast)
    dissatisfiedSlow = value(desk.dissatisfiedSlow)
  }
}
