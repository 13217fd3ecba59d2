import Glibc
import StoreModel

/// Signed orders of a day by how they went: lateness type and class.
struct SignedOrders {
  private var counts = InlineArray<12, Int>(repeating: 0)
  private var defects = InlineArray<12, Double>(repeating: 0)

  /// Orders of a type.
  func count(_ lateness: Int, _ buyers: Int) -> Int { counts[lateness * 3 + buyers] }

  /// Probability that an order of a type is defective.
  func defective(_ lateness: Int, _ buyers: Int) -> Double { defects[lateness * 3 + buyers] }

  mutating func set(_ count: Int, defective: Double, _ lateness: Int, _ buyers: Int) {
    counts[lateness * 3 + buyers] = count
    defects[lateness * 3 + buyers] = defective
  }

  /// Signed orders of some lateness types.
  func count(ofLateness types: ClosedRange<Int>) -> Int {
    types.reduce(0) { $0 + count($1, 0) + count($1, 1) + count($1, 2) }
  }

  /// Signed orders of a class.
  func count(ofClass buyers: Int) -> Int {
    count(0, buyers) + count(1, buyers) + count(2, buyers) + count(3, buyers)
  }
}

extension StoreState {
  /// Lets the parcels of the day arrive, be answered, judged, refunded and reviewed.
  mutating func receiveParcels(
    on day: Int,
    weekday: Int,
    wanted: Int,
    plan: Plan,
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
    var seconds = 0.0
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
      seconds +=
        Double(online) * agenda.meanSeconds(on: day, lateness: lateness, onDelivery: false)
        + Double(onDelivery - refused)
        * agenda.meanSeconds(on: day, lateness: lateness, onDelivery: true)
      ledger.refunds += Int((Double(refused) * values.orderValueInYuan * 100).rounded())
      guard day >= judgedFrom else { continue }
      let rate = min(1, values.defects * environment.defectFactor)
      classify(
        delivered,
        lateness: lateness,
        defects: rate,
        slowContact: slowContact,
        values: values,
        into: &signed,
        draws: &draws
      )
    }
    count(Int(seconds.rounded()), .deliveryHoursTotal, on: day)
    guard day >= judgedFrom else { return }
    requestRefunds(signed, on: day, plan: plan, values: values, draws: &draws)
    raiseDisputes(signed, on: day, values: values, draws: &draws)
  }

  /// Draws the classes of orders of a lateness.
  ///
  /// Whether an order is defective or met a slow reply matters for its class, and the former for the
  /// reason of a refund, which is drawn given the class: neither is drawn by itself.
  private func classify(
    _ orders: Int,
    lateness: Int,
    defects: Double,
    slowContact: Double,
    values: ResolvedOperation,
    into signed: inout SignedOrders,
    draws: inout Draws
  ) {
    func shares(_ isDefective: Bool) -> SatisfactionTable.Shares {
      let table = values.satisfaction
      let fast = table.shares(lateness: lateness, isDefective: isDefective, isSlow: false)
      let slow = table.shares(lateness: lateness, isDefective: isDefective, isSlow: true)
      return fast.mixed(with: slow, share: slowContact)
    }
    let defective = shares(true)
    let all = shares(false).mixed(with: defective, share: defects)
    let rest = all.neutral + all.happy
    let unhappy = draws.binomial(orders, min(1, all.unhappy), Process.satisfaction, lateness * 2)
    let neutral = draws.binomial(
      orders - unhappy,
      rest > 0 ? min(1, all.neutral / rest) : 0,
      Process.satisfaction,
      lateness * 2 + 1
    )
    func part(_ defective: Double, of all: Double) -> Double {
      all > 0 ? min(1, defects * defective / all) : 0
    }
    let happy = orders - unhappy - neutral
    signed.set(happy, defective: part(defective.happy, of: all.happy), lateness, 0)
    signed.set(neutral, defective: part(defective.neutral, of: all.neutral), lateness, 1)
    signed.set(unhappy, defective: part(defective.unhappy, of: all.unhappy), lateness, 2)
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
      weekday: weekday,
      desk: law,
      bank: values.deskBank,
      draws: &draws
    )
    count(chats, .contacts, on: day)
    count(bot, .botAnswered, on: day)
    count(done, on: day)
    rate(done, on: day, law: law, draws: &draws)
    return done.slowShare
  }

  /// Lets buyers rate their chats.
  private mutating func rate(
    _ done: DeskDay,
    on day: Int,
    law: ResolvedDesk,
    draws: inout Draws
  ) {
    guard onDemand.chatRatings, day >= countedFrom else { return }
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
  }
}
