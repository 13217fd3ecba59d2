import StoreModel

/// Chats, arrival, claims and reviews (model page, sections 6 to 8).
extension ReferenceRun {
  private static let answers: [DayCounter] = [
    .imRated1, .imRated2, .imRated3, .imRated4, .imRated5,
  ]

  /// Runs the desk; `nil` without one.
  mutating func answer(wanted: Int, parcels: Int, on day: Int) -> ReferenceDesk.Day? {
    guard let law = store.operation.serviceDesk else { return nil }
    let mean = inputs.contactsBefore * Double(wanted) + inputs.contactsAfter * Double(parcels)
    let chats = generator.poisson(mean: mean)
    let before = law.contactsPerOrderBefore.median
    let both = before + law.contactsPerOrderAfter.median
    var gathered = both > 0 ? before / both : 0
    if has(.showGathersAllChats) { gathered = 1 }
    if has(.showGathersNoChats) { gathered = 0 }
    let hours = ReferenceHours(
      operation: store.operation,
      weekday: weekday(day),
      gathered: gathered
    )
    guard let result = desk?.run(chats: chats, in: hours, &generator) else { return nil }
    count(.contacts, on: day, chats)
    count(.botAnswered, on: day, result.bot)
    count(.contactsAnswered, on: day, result.fast + result.slow)
    count(.repliedWithin3min, on: day, result.fast)
    count(.firstReplySecondsTotal, on: day, result.replyMilliseconds)
    count(.asked8To23, on: day, result.from8To23.asked)
    count(.firstReply8To23SecondsTotal, on: day, result.from8To23.milliseconds)
    count(.asked9To23, on: day, result.from9To23.asked)
    count(.replied30s9To23, on: day, result.from9To23.inTime)
    count(.asked8To24, on: day, result.from8To24.asked)
    count(.replied3min8To24, on: day, result.from8To24.inTime)
    count(.repliedSameDay, on: day, result.sameDay)
    rate(result.fast, dissatisfied: inputs.dissatisfiedFast, on: day)
    rate(result.slow, dissatisfied: inputs.dissatisfiedSlow, on: day)
    return result
  }

  private mutating func rate(_ replies: Int, dissatisfied: Double, on day: Int) {
    for _ in 0..<replies where generator.happens(inputs.ratingRate) {
      let star =
        generator.happens(dissatisfied)
        ? generator.choice([0.5, 0.2, 0.3]) : 3 + generator.choice([0.15, 0.85])
      count(Self.answers[star], on: day)
    }
  }

  /// A parcel at the door.
  mutating func sign(_ parcel: Parcel, slowShare: Double, on day: Int) {
    let seconds = Int(parcel.seconds.rounded())
    if parcel.isCashOnDelivery, generator.happens(inputs.refused), !has(.refusedCountsAsSigned) {
      if has(.refusedTakeDeliveryHours) { count(.deliveryHoursTotal, on: day, seconds) }
      return
    }
    count(.delivered, on: day)
    count(.deliveryHoursTotal, on: day, seconds)
    count(.signedOrders, on: day)
    work.signed[day - firstDay] += 1
    if parcel.lateness > 0 { count(.deliveredLate, on: day) }
    let incident = environment.incidents[day - firstDay]
    let factor = has(.incidentDefectsIgnored) ? 1 : incident?.defectTimes ?? 1
    let isDefective = generator.happens(min(1, inputs.defects * factor))
    let isSlow = generator.happens(min(1, inputs.contactsAfter) * slowShare)
    let kind = generator.choice(
      behaviour.classes(
        lateness: parcel.lateness,
        defective: isDefective,
        slowReply: isSlow && !has(.slowReplyForgiven)
      )
    )
    let isReturned = claim(kind, isDefective, parcel, on: day)
    if generator.happens(behaviour.disputes[kind]) {
      let opened = day + 3 + generator.index(below: 7)
      count(.disputes, on: opened)
      if opened <= lastDay { work.disputes[opened - firstDay] += 1 }
      if generator.happens(inputs.merchantFault) { count(.disputesMerchantFault, on: opened) }
    }
    if generator.happens(behaviour.complaints[kind]) {
      count(.complaintsMerchantFault, on: day + 1 + generator.index(below: 5))
    }
    review(kind, lateness: parcel.lateness, isReturned: isReturned, on: day)
  }

  /// Draws refund or return; returns whether the goods go back.
  private mutating func claim(
    _ kind: Int,
    _ isDefective: Bool,
    _ parcel: Parcel,
    on day: Int
  ) -> Bool {
    let isRefundOnly = generator.happens(behaviour.refundOnly[kind])
    let isReturned = !isRefundOnly && generator.happens(behaviour.returns[kind])
    guard isRefundOnly || isReturned else { return false }
    let requested = day + min(15, Int(generator.gamma(shape: 1.5, scale: 2)))
    count(.refundOrders, on: requested)
    if generator.happens(behaviour.qualityReasons[isDefective ? 1 : 0]) {
      count(.qualityReturns, on: requested)
    } else if generator.happens(ReferenceBehaviour.logisticsReasons[parcel.lateness]) {
      count(.logisticsReturns, on: requested)
      if isReturned { credit(parcel, requested: requested, on: day) }
    }
    count(.refundsCompleted, on: isReturned ? requested + 3 : requested)
    if requested <= lastDay {
      if isReturned {
        work.returnRequests[requested - firstDay] += 1
      } else {
        work.refundRequests[requested - firstDay] += 1
      }
    }
    return isReturned
  }

  /// Counts a return for logistics on the day its order was paid online, if it is signed for within 14
  /// days of that and requested within 14 days of shipping.
  private mutating func credit(_ parcel: Parcel, requested: Int, on day: Int) {
    guard !parcel.isCashOnDelivery || has(.returnsOfOnDelivery) else { return }
    guard day - parcel.paidOn <= 14, requested - parcel.shippedOn <= 14 else { return }
    let row = has(.returnsByShippingDay) ? parcel.shippedOn : parcel.paidOn
    count(.logisticsReturns14dByPaymentDay, on: row)
  }

  private mutating func review(_ kind: Int, lateness: Int, isReturned: Bool, on day: Int) {
    let law = store.operation.reviews
    guard lateness < 3 else { return }
    var chance = inputs.reviewRate
    if lateness == 2 {
      let early = chance * law.beforeDelivery
      chance = (chance - early) / (1 - early)
    }
    if isReturned, !has(.returnedReviewedInFull) { chance *= law.returnedFactor }
    guard generator.happens(chance) else {
      if law.silentCountAsGood { addStars([4, 4, 4], on: day + law.withinDays) }
      return
    }
    var delay = generator.failures(mean: law.delayMeanInDays)
    while delay > law.withinDays { delay = generator.failures(mean: law.delayMeanInDays) }
    let lands = day + delay + (has(.reviewLagPlusOne) ? 1 : 0)
    if lands <= lastDay { reviews[lands - firstDay][kind] += 1 }
  }

  /// Gives today's reviews their stars.
  mutating func land(on day: Int) {
    let counts = reviews[day - firstDay]
    guard counts.contains(where: { $0 > 0 }) else { return }
    let level = has(.tiltIgnored) ? 0 : environment.stars[day - firstDay]
    let shares = stars.shares(shiftedBy: level)
    for (kind, count) in counts.enumerated() {
      for _ in 0..<count {
        let first = generator.choice(shares[kind])
        let isSingle = store.operation.reviews.singleStream
        let service = isSingle ? first : generator.choice(shares[kind])
        let logistics = isSingle ? first : generator.choice(shares[kind])
        addStars([first, service, logistics], on: day)
      }
    }
  }

  /// Counts stars (0 is one star) of product, service and logistics.
  private mutating func addStars(_ stars: [Int], on day: Int) {
    count(Self.streams[0][stars[0]], on: day)
    count(Self.streams[1][stars[0]], on: day)
    count(Self.streams[2][stars[0]], on: day)
    count(Self.streams[3][stars[1]], on: day)
    count(Self.streams[4][stars[2]], on: day)
  }

  private static let streams = ["reviews", "description", "product", "service", "logistics"].map {
    DayCounter.stars(of: $0) ?? []
  }
}
