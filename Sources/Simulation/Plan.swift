package import Rules
package import StoreModel

/// A scenario made ready to run: nothing in it can fail any more.
///
/// A plan is a pure value. Replication i of it is the same for any thread, batch or machine of one
/// processor class.
package struct Plan: Sendable {
  /// One way of running the store: the baseline or an alternative.
  struct Variant: Sendable {
    let name: String
    let operation: Operation
    let firstDay: Int
    let costInFen: Int
    let calendar: [PromotionDays]
  }

  /// The scenario's name of the unchanged store in every file.
  package static let baselineName = "baseline"

  /// Days of the warm-up before the first day that windows read: parcels and reviews of earlier
  /// orders are under way by then.
  static let leadInDays = 30

  /// First day of the warm-up that the forecast starts from, whatever the packs look back.
  static let warmUpStart = 1 - (30 + leadInDays)

  /// Day 1.
  package let start: CalendarDay

  /// What each replication reports.
  package let layout: RecordLayout

  /// Names of the baseline and the alternatives, in order.
  package let variantNames: [String]

  let scenario: Scenario
  let programs: [RuleProgram]
  let variants: [Variant]
  let firstDay: Int
  let lastDay: Int
  let inputPaths: [String]
  let mix: OutcomeMix
  let stars: StarLaw
  let promisesInHours: [Double]
  let observed: [Int: [DayCounter: Int]]
  let lifetimeCounters: Set<DayCounter>
  let lifetimeTotals: [DayCounter: Int]
  private(set) var starOffsets: [Double] = []
  let chanceCalls: [[Int]]

  /// Compiles a scenario with the rule programs that its `rules` name, in the same order.
  package init(scenario: Scenario, programs: [RuleProgram]) {
    self.scenario = scenario
    self.programs = programs
    start = scenario.start
    let window = max(30, programs.map(\.longestWindowInDays).max() ?? 0)
    firstDay = 1 - (window + Self.leadInDays)
    lastDay = scenario.horizonInDays
    var promises = [scenario.operation.warehouse.shipPromiseInHours]
    variants = Self.variants(of: scenario, promises: &promises)
    variantNames = variants.map(\.name)
    promisesInHours = promises
    inputPaths = variants.reduce(into: []) { paths, variant in
      for input in variant.operation.inputs where !input.isKnown && !paths.contains(input.path) {
        paths.append(input.path)
      }
    }
    let medians = InputScores(paths: [])
    mix = OutcomeMix(operation: scenario.operation, inputs: medians)
    stars = StarLaw(reviews: scenario.operation.reviews, mix: mix)
    let start = scenario.start
    let earliest = firstDay
    let days = scenario.history?.days ?? []
    observed = Dictionary(
      days.filter { $0.date < start && $0.date - start + 1 >= earliest }
        .map { ($0.date - start + 1, $0.counts) },
      uniquingKeysWith: { $1 }
    )
    lifetimeCounters = programs.reduce(into: []) { $0.formUnion($1.lifetimeCounters) }
    lifetimeTotals = Self.totals(of: days.filter { $0.date < start })
    chanceCalls = programs.map { program in
      program.chances.map { pathHash(program.packID + "#" + $0) & 0x3F_FFFF }
    }
    layout = RecordLayout(
      scenario: scenario,
      programs: programs,
      hasCosts: variants.contains { $0.costInFen > 0 },
      inputs: inputPaths
    )
    starOffsets = readStarOffsets()
  }

  /// Sums of all observed days; a single star stream stands for dimensions never observed.
  private static func totals(of days: [StoreHistory.Day]) -> [DayCounter: Int] {
    var totals = days.reduce(into: [DayCounter: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
    for stream in DayCounter.dimensionStars + [DayCounter.descriptionStars] {
      for (star, counter) in stream.enumerated() where totals[counter] == nil {
        totals[counter] = totals[DayCounter.reviewStars[star]]
      }
    }
    return totals
  }

  private static func variants(of scenario: Scenario, promises: inout [Double]) -> [Variant] {
    var variants = [
      Variant(
        name: baselineName,
        operation: scenario.operation,
        firstDay: 1,
        costInFen: 0,
        calendar: calendar(of: scenario.operation, start: scenario.start, promises: &promises)
      )
    ]
    for alternative in scenario.alternatives {
      variants.append(
        Variant(
          name: alternative.name,
          operation: alternative.operation,
          firstDay: max(1, alternative.from.map { $0 - scenario.start + 1 } ?? 1),
          costInFen: Int((alternative.costInYuan * 100).rounded()),
          calendar: calendar(
            of: alternative.operation,
            start: scenario.start,
            promises: &promises
          )
        )
      )
    }
    return variants
  }

  private static func calendar(
    of operation: Operation,
    start: CalendarDay,
    promises: inout [Double]
  ) -> [PromotionDays] {
    operation.demand.promotions.map { promotion in
      var promise = 0
      if let hours = promotion.shipWithinInHours {
        promise = promises.firstIndex(of: hours) ?? promises.count
        if promise == promises.count { promises.append(hours) }
      }
      return PromotionDays(
        days: (promotion.days.lowerBound - start + 1)...(promotion.days.upperBound - start + 1),
        multiplier: promotion.multiplier,
        peaks: Dictionary(
          promotion.peaks.map { ($0.key - start + 1, $0.value) },
          uniquingKeysWith: { $1 }
        ),
        promise: promise
      )
    }
  }
}

extension Operation {
  /// Every input that is drawn once a replication.
  var inputs: [Uncertain] {
    var inputs = [
      demand.ordersPerDay, demand.trendPerMonth, demand.spikesPerMonth, demand.orderValue,
      demand.cashOnDelivery, demand.refusedOnDelivery, demand.cancelledBeforeShipping,
      demand.scoreElasticity, warehouse.payToShipMedianInHours, warehouse.fakeShipments,
      incidents.perQuarter, quality.defects, reviews.rate, afterSales.refundOnly,
      afterSales.returnRefund, afterSales.qualityReturns, afterSales.disputes,
      afterSales.merchantFault, afterSales.complaints,
    ]
    for promotion in demand.promotions {
      inputs.append(promotion.multiplier)
      inputs += promotion.peaks.sorted { $0.key < $1.key }.map(\.value)
    }
    for courier in couriers {
      inputs += [
        courier.pickupMedianInHours, courier.transitMeanInHours, courier.stalls, courier.lost,
      ]
    }
    if let desk = serviceDesk {
      inputs += [
        desk.contactsPerOrderBefore, desk.contactsPerOrderAfter, desk.botResolves,
        desk.handleTimeMeanInSeconds, desk.turnsQuietAfterInSeconds, desk.ratingRate,
        desk.dissatisfiedFast, desk.dissatisfiedSlow,
      ]
    }
    if let margin = economics.margin { inputs.append(margin) }
    return inputs
  }
}
