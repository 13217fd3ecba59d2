import Glibc
import StoreModel

/// One replication's values of an operation: every range drawn, every table built.
final class ResolvedOperation {
  let operation: Operation
  let ordersPerDay: Double
  let trendPerDay: Double
  let orderValueInYuan: Double
  let orderValueShape: Double
  let scoreElasticity: Double
  let cashOnDelivery: Double
  let refusedOnDelivery: Double
  let cancelledBeforeShipping: Double
  let spikeProbability: Double
  let incidentProbability: Double
  private let readiness: [ReadinessTable]
  private let readinessOfWeekday: [Int]
  let fakeShipments: Double
  let transit: [TransitLaw]
  let lost: [Double]
  let promotions: [PromotionCalendar]
  let defects: Double
  let satisfaction: SatisfactionTable
  let rates: ClassRates
  let merchantFault: Double
  let reviewRate: Double
  let reviewDelays: [Double]
  let starsOfClasses: [InlineArray<5, Double>]
  let margin: Double?
  let desk: ResolvedDesk?
  let work: ResolvedWork

  /// Where days of the desk are drawn from, with the place of this replication's inputs.
  let deskBank: (DeskBank, DeskBank.Place)?

  init(
    _ operation: Operation,
    mix: OutcomeMix,
    limitsInHours: [Double],
    calendar: [PromotionDays],
    deskBank: DeskBank? = nil,
    inputs: InputScores
  ) {
    let demand = operation.demand
    self.operation = operation
    ordersPerDay = inputs.value(demand.ordersPerDay)
    trendPerDay = log(max(0.01, 1 + inputs.value(demand.trendPerMonth))) / 30
    orderValueInYuan = inputs.value(demand.orderValue)
    let variation = max(demand.orderValueCV, 0.01)
    orderValueShape = 1 / (variation * variation)
    scoreElasticity = inputs.value(demand.scoreElasticity)
    cashOnDelivery = inputs.value(demand.cashOnDelivery)
    refusedOnDelivery = inputs.value(demand.refusedOnDelivery)
    cancelledBeforeShipping = inputs.value(demand.cancelledBeforeShipping)
    spikeProbability = 1 - exp(-inputs.value(demand.spikesPerMonth) / 30)
    incidentProbability = 1 - exp(-inputs.value(operation.incidents.perQuarter) / 91)
    let profile = operation.orderProfile
    readiness = profile.distinct.map {
      ReadinessTable(
        warehouse: operation.warehouse,
        medianInHours: inputs.value(operation.warehouse.payToShipMedianInHours),
        limitsInHours: limitsInHours,
        profile: $0
      )
    }
    readinessOfWeekday = profile.indices
    fakeShipments = inputs.value(operation.warehouse.fakeShipments)
    transit = operation.couriers.map { TransitLaw(courier: $0, inputs: inputs) }
    lost = operation.couriers.map { inputs.value($0.lost) }
    promotions = calendar.map { PromotionCalendar($0, inputs: inputs) }
    defects = inputs.value(operation.quality.defects)
    satisfaction = SatisfactionTable(operation.satisfaction)
    rates = ClassRates(afterSales: operation.afterSales, mix: mix, inputs: inputs)
    merchantFault = inputs.value(operation.afterSales.merchantFault)
    reviewRate = inputs.value(operation.reviews.rate)
    reviewDelays = Simulation.reviewDelays(
      meanInDays: operation.reviews.delayMeanInDays,
      withinDays: operation.reviews.withinDays
    )
    starsOfClasses = operation.reviews.starsOfClasses.map { shares in
      InlineArray { shares[$0] }
    }
    margin = operation.economics.margin.map(inputs.value)
    self.deskBank = deskBank.map { ($0, $0.place(of: inputs)) }
    desk = operation.serviceDesk.map {
      ResolvedDesk($0, chats: operation.chatProfile, inputs: inputs)
    }
    work = ResolvedWork(operation, inputs: inputs)
  }
}

extension ResolvedOperation {
  /// When orders paid on a weekday become ready.
  func readiness(paidOn weekday: Int) -> ReadinessTable { readiness[readinessOfWeekday[weekday]] }

  /// Index of the shipping promise for orders paid on a day; 0 is the ordinary promise.
  func promise(paidOn day: Int) -> Int {
    for promotion in promotions where promotion.promise > 0 && promotion.contains(day) {
      return promotion.promise
    }
    return 0
  }
}
