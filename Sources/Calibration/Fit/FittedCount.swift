internal import Glibc
package import StoreModel

/// An input of a scenario that daily counts tell: events among the occasions on which they could happen.
package struct FittedCount: Sendable {
  /// What the counts are of.
  package enum Occasions: Hashable, Sendable {
    /// Of these, counted on the same day.
    case counted([DayCounter])
    /// Of parcels delivered on the days before, each by the probability of its delay.
    case delivered
    /// Of orders before the sale and of parcels delivered after it, in the assumed proportion.
    case ordersAndParcels
    /// Of the days themselves, in months of a twelfth of 365.25 days.
    case months
  }

  /// The section that a scenario needs for the input to matter.
  package enum Condition: Hashable, Sendable {
    /// Always.
    case always
    /// A service desk.
    case desk
  }

  /// Dotted name of the input, as a scenario writes it.
  package let path: String
  /// Dotted names of what a scenario may give in its place.
  let givenAs: [String]
  /// A share or a rate.
  package let family: ConjugateLaw.Family
  /// What is counted.
  package let events: [DayCounter]
  /// Among what.
  package let occasions: Occasions
  /// Whether it matters.
  package let condition: Condition
  /// Probabilities of 0, 1, … days from delivery to the event.
  let delays: @Sendable (Operation) -> [Double]
  /// Share of the delivered parcels on which the event can happen; of orders and parcels, that of orders.
  let reach: @Sendable (Operation) -> Double
  /// The input as the scenario has it.
  package let assumed: @Sendable (Operation) -> Uncertain.Law?

  private init(
    _ path: String,
    _ events: [DayCounter],
    of occasions: Occasions,
    family: ConjugateLaw.Family = .share,
    givenAs: [String] = [],
    condition: Condition = .always,
    delays: @escaping @Sendable (Operation) -> [Double] = { _ in [1] },
    reach: @escaping @Sendable (Operation) -> Double = { _ in 1 },
    assumed: @escaping @Sendable (Operation) -> Uncertain.Law?
  ) {
    self.path = path
    self.givenAs = givenAs + [path]
    self.family = family
    self.events = events
    self.occasions = occasions
    self.condition = condition
    self.delays = delays
    self.reach = reach
    self.assumed = assumed
  }

  /// Every such input, in the order of the scenario's sections.
  package static let all: [Self] = shipping + desk + reviews + claims + work

  private static let shipping: [Self] = [
    Self("demand.cancelled_before_shipping", [.cancelled], of: .counted([.orders])) {
      $0.demand.cancelledBeforeShipping.law
    },
    Self("warehouse.fake_shipments", [.fakeShipped], of: .counted([.shipped])) {
      $0.warehouse.fakeShipments.law
    },
  ]

  private static let desk: [Self] = [
    Self(
      "service_desk.contacts_per_order",
      [.contacts],
      of: .ordersAndParcels,
      family: .rate,
      givenAs: ["service_desk.contacts_per_order.before", "service_desk.contacts_per_order.after"],
      condition: .desk,
      reach: { operation in
        guard let desk = operation.serviceDesk else { return 1 }
        let (before, after) = (desk.contactsPerOrderBefore, desk.contactsPerOrderAfter)
        return before.median / max(1e-9, before.median + after.median)
      }
    ) { operation in
      operation.serviceDesk.map { sum($0.contactsPerOrderBefore, $0.contactsPerOrderAfter) }
    },
    Self(
      "service_desk.bot.resolves",
      [.botAnswered],
      of: .counted([.contacts]),
      condition: .desk
    ) { $0.serviceDesk?.botResolves.law },
    Self(
      "service_desk.ratings.rate",
      stars(["im_rated"], 1...5),
      of: .counted([.contactsAnswered]),
      condition: .desk
    ) { $0.serviceDesk?.ratingRate.law },
  ]

  private static let reviews: [Self] = [
    Self(
      "reviews.rate",
      stars(["reviews", "description", "product"], 1...5),
      of: .delivered,
      delays: { geometric(mean: $0.reviews.delayMeanInDays, within: $0.reviews.withinDays) },
      reach: { 1 - $0.afterSales.returnRefund.median * (1 - $0.reviews.returnedFactor) }
    ) { $0.reviews.silentCountAsGood ? nil : $0.reviews.rate.law }
  ]

  private static let claims: [Self] = [
    Self(
      "after_sales.refund_only",
      [.refundOnlyCount],
      of: .delivered,
      delays: { _ in requestDelays(after: 0) }
    ) { $0.afterSales.refundOnly.law },
    Self(
      "after_sales.return_refund",
      [.returnRefundCount],
      of: .delivered,
      delays: { _ in requestDelays(after: 3) }
    ) { $0.afterSales.returnRefund.law },
    Self(
      "after_sales.quality_returns",
      [.qualityReturns],
      of: .delivered,
      delays: { _ in requestDelays(after: 0) }
    ) { $0.afterSales.qualityReturns.law },
    Self("after_sales.disputes", [.disputes], of: .delivered, delays: { _ in even(3...9) }) {
      $0.afterSales.disputes.law
    },
    Self(
      "after_sales.merchant_fault",
      [.disputesMerchantFault],
      of: .counted([.disputes])
    ) { $0.afterSales.merchantFault.law },
    Self(
      "after_sales.complaints",
      [.complaintsMerchantFault],
      of: .delivered,
      delays: { _ in even(1...5) }
    ) { $0.afterSales.complaints.law },
  ]

  private static let work: [Self] = [
    Self("after_sales.tickets", [.tickets], of: .delivered, delays: { _ in even(2...2) }) {
      $0.afterSalesWork.tickets.law
    },
    Self(
      "after_sales.survey.rate",
      stars(["after_sales_rated"], 1...5),
      of: .counted([.processed])
    ) { $0.afterSalesWork.surveyRate.law },
    Self("after_sales.inspections.per_month", [.samples], of: .months, family: .rate) {
      $0.afterSalesWork.inspectionsPerMonth.law
    },
    Self("after_sales.inspections.pass", [.samplesPassed], of: .counted([.samples])) {
      $0.afterSalesWork.inspectionPass.law
    },
    Self("after_sales.pending_feedback", [.pendingFeedback], of: .counted([.audits])) {
      $0.afterSalesWork.pendingFeedback.law
    },
  ]

  /// The counters of some stars of the first of these streams; more than one stream is tried by ``streams``.
  private static func stars(_ streams: [String], _ stars: ClosedRange<Int>) -> [DayCounter] {
    streams.flatMap { stream in stars.compactMap { DayCounter(name: "\(stream)_\($0)") } }
  }

  /// What is counted, as the alternatives of which a history needs one: five counters a star stream.
  var streams: [[DayCounter]] {
    guard events.count > 5 else { return [events] }
    return stride(from: 0, to: events.count, by: 5).map { Array(events[$0..<($0 + 5)]) }
  }

  private static func sum(_ one: Uncertain, _ other: Uncertain) -> Uncertain.Law {
    guard case .amount(let low, let high) = one.law, case .amount(let from, let to) = other.law
    else { return .known(one.median + other.median) }
    return .amount(low: low + from, high: high + to)
  }

  private static func even(_ days: ClosedRange<Int>) -> [Double] {
    (0...days.upperBound).map { days.contains($0) ? 1 / Double(days.count) : 0 }
  }

  /// The engine's law of a review's delay: geometric, cut and normalised (docs/model.md §8).
  private static func geometric(mean: Double, within days: Int) -> [Double] {
    let stay = mean / (1 + mean)
    let weights = (0...days).map { pow(stay, Double($0)) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The engine's law of a refund's delay: gamma, mean 3 days, shape 1.5, cut at day 15 (docs/model.md §7).
  private static func requestDelays(after days: Int) -> [Double] {
    // The regularised incomplete gamma function at shape 3/2 is erf(√x) − 2 √(x/π) e^{−x}.
    let reached = (0...15).map { day -> Double in
      let x = Double(day) / 2
      return erf(x.squareRoot()) - 2 * (x / .pi).squareRoot() * exp(-x)
    }
    let cells = (0...15).map { ($0 < 15 ? reached[$0 + 1] : 1) - reached[$0] }
    return Array(repeating: 0, count: days) + cells
  }
}
