import Glibc
import StoreModel

/// Signed orders of a day by how they went: lateness type, sound or defective, class.
struct SignedOrders {
  private var cells = (0..<24).map { _ in 0 }

  subscript(lateness: Int, isDefective: Bool, buyers: Int) -> Int {
    get { cells[(lateness * 2 + (isDefective ? 1 : 0)) * 3 + buyers] }
    set { cells[(lateness * 2 + (isDefective ? 1 : 0)) * 3 + buyers] = newValue }
  }

  /// Signed orders of a class.
  func count(ofClass buyers: Int) -> Int {
    stride(from: buyers, to: 24, by: 3).reduce(0) { $0 + cells[$1] }
  }
}

extension StoreState {
  /// Lets the parcels of the day arrive, be answered, judged, refunded and reviewed.
  mutating func receiveParcels(
    on day: Int,
    weekday: Int,
    wanted: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    let arriving = agenda.arrivals(on: day)
    let slowShare = answerChats(
      on: day,
      weekday: weekday,
      wanted: wanted,
      arriving: arriving,
      values: values,
      draws: &draws
    )
    let slowContact = min(1, values.desk?.after ?? 0) * slowShare
    var signed = SignedOrders()
    for lateness in 0..<SatisfactionTable.latenessTypes {
      let online = agenda.arrivals(on: day, lateness: lateness, onDelivery: false)
      let onDelivery = agenda.arrivals(on: day, lateness: lateness, onDelivery: true)
      let refused = draws.binomial(
        onDelivery,
        values.refusedOnDelivery,
        Process.arrival,
        lateness
      )
      let delivered = online + onDelivery - refused
      count(delivered, .delivered, on: day)
      count(delivered, .signedOrders, on: day)
      if lateness > 0 { count(delivered, .deliveredLate, on: day) }
      ledger.refunds += Int((Double(refused) * values.orderValueInYuan * 100).rounded())
      let rate = min(1, values.defects * environment.defectFactor)
      let defective = draws.binomial(delivered, rate, Process.arrival, 16 + lateness)
      for isDefective in [true, false] {
        let count = isDefective ? defective : delivered - defective
        classify(
          count,
          lateness: lateness,
          isDefective: isDefective,
          slowContact: slowContact,
          values: values,
          into: &signed,
          draws: &draws
        )
      }
    }
    requestRefunds(signed, on: day, values: values, draws: &draws)
    raiseDisputes(signed, on: day, values: values, draws: &draws)
  }

  private func classify(
    _ count: Int,
    lateness: Int,
    isDefective: Bool,
    slowContact: Double,
    values: ResolvedOperation,
    into signed: inout SignedOrders,
    draws: inout Draws
  ) {
    let type = lateness * 2 + (isDefective ? 1 : 0)
    let slow = draws.binomial(count, slowContact, Process.arrival, 32 + type)
    for isSlow in [true, false] {
      let orders = isSlow ? slow : count - slow
      guard orders > 0 else { continue }
      let shares = values.satisfaction.shares(
        lateness: lateness,
        isDefective: isDefective,
        isSlow: isSlow
      )
      let call = (type * 2 + (isSlow ? 1 : 0)) * 2
      let unhappy = draws.binomial(orders, shares.unhappy, Process.satisfaction, call)
      let rest = shares.happy + shares.neutral
      let neutral = draws.binomial(
        orders - unhappy,
        rest > 0 ? min(1, shares.neutral / rest) : 0,
        Process.satisfaction,
        call + 1
      )
      signed[lateness, isDefective, 2] += unhappy
      signed[lateness, isDefective, 1] += neutral
      signed[lateness, isDefective, 0] += orders - unhappy - neutral
    }
  }

  /// Serves the day's chats; returns the share of slow first replies.
  private mutating func answerChats(
    on day: Int,
    weekday: Int,
    wanted: Int,
    arriving: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) -> Double {
    guard let law = values.desk else { return 0 }
    ledger.staffCost += law.wagesInFen
    let mean = min(1e9, law.before * Double(wanted) + law.after * Double(arriving))
    let chats = draws.poisson(mean: mean, Process.chats, 0)
    let bot = draws.binomial(
      chats,
      law.botResolves * law.botShare(on: weekday),
      Process.chats,
      1
    )
    let done = desk.serve(
      chats - bot,
      on: day,
      profile: law.humanProfile(on: weekday),
      desk: law,
      draws: &draws
    )
    count(chats, .contacts, on: day)
    count(bot, .botAnswered, on: day)
    count(done, on: day)
    let ratedSlow = draws.binomial(done.slow, law.ratingRate, Process.chatRating, 0)
    let ratedFast = draws.binomial(
      done.answered - done.slow,
      law.ratingRate,
      Process.chatRating,
      1
    )
    let bad =
      draws.binomial(ratedSlow, law.dissatisfiedSlow, Process.chatRating, 2)
      + draws.binomial(ratedFast, law.dissatisfiedFast, Process.chatRating, 3)
    let good = ratedSlow + ratedFast - bad
    let one = draws.binomial(bad, 0.5, Process.chatRating, 4)
    let two = draws.binomial(bad - one, 0.4, Process.chatRating, 5)
    let four = draws.binomial(good, 0.15, Process.chatRating, 6)
    count(one, .imRated1, on: day)
    count(two, .imRated2, on: day)
    count(bad - one - two, .imRated3, on: day)
    count(four, .imRated4, on: day)
    count(good - four, .imRated5, on: day)
    return done.slowShare
  }
}
