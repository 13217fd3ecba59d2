import Glibc
import StoreModel

/// Days between signing and a refund request: gamma, mean 3 days, shape 1.5; what takes longer than
/// 15 days comes on day 15.
private let requestDelays: [Double] = {
  // The regularised incomplete gamma function at shape 3/2 is erf(√x) − 2 √(x/π) e^{−x}.
  func cumulative(_ days: Double) -> Double {
    let x = days / 2
    return erf(x.squareRoot()) - 2 * (x / .pi).squareRoot() * exp(-x)
  }
  return (0...15).map { ($0 < 15 ? cumulative(Double($0 + 1)) : 1) - cumulative(Double($0)) }
}()

private let disputeDelays = [Double](repeating: 0, count: 3) + [Double](repeating: 1, count: 7)
private let complaintDelays = [Double](repeating: 0, count: 1) + [Double](repeating: 1, count: 5)

/// Share of refunds, not for quality, whose first reason is logistics: on time, late, badly late.
private let logisticsReason: InlineArray<3, Double> = [0, 0.25, 0.5]

extension StoreState {
  /// Most days between signing and the end of a refund.
  static let longestRefundInDays = requestDelays.count - 1 + ReturnAudits.daysToGoods

  /// Draws who asks for a refund and why, when, and who reviews.
  mutating func requestRefunds(
    _ signed: SignedOrders,
    on day: Int,
    plan: Plan,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    // Refunds by what their reason depends on: kind, lateness with both kinds of badly late ones in
    // one, and class.
    var refunded = InlineArray<18, Int>(repeating: 0)
    var reviews = ReviewCandidates()
    for lateness in 0..<SatisfactionTable.latenessTypes {
      for buyers in 0..<SatisfactionTable.classes {
        let orders = signed.count(lateness, buyers)
        guard orders > 0 else { continue }
        let call = (lateness * 3 + buyers) * 2
        let (keeps, returns) = (values.rates.refundOnly[buyers], values.rates.returnRefund[buyers])
        let either = keeps + (1 - keeps) * returns
        let all = draws.binomial(orders, min(1, either), Process.refund, call)
        let kept = draws.binomial(
          all,
          either > 0 ? min(1, keeps / either) : 0,
          Process.refund,
          call + 1
        )
        let type = min(lateness, 2) * 3 + buyers
        refunded[type] += kept
        refunded[9 + type] += all - kept
        reviews.add(
          kept: orders - all + kept,
          returned: all - kept,
          lateness: lateness,
          class: buyers
        )
      }
    }
    let (requests, lateReturns) = drawReasons(of: refunded, signed, values: values, draws: &draws)
    var delays: [Int] = []
    for kind in 0..<2 {
      for reason in Agenda.Reason.allCases {
        draws.multinomial(
          requests[kind * 3 + reason.rawValue],
          weights: requestDelays,
          Process.refundDelay,
          firstCall: (kind * 3 + reason.rawValue) * 16
        )
        for delay in draws.cells where draws.counts[delay] > 0 {
          agenda.enterRefund(
            draws.counts[delay],
            on: day + delay,
            isReturn: kind == 1,
            reason: reason
          )
        }
        if onDemand.logisticsReturns, kind == 1, reason == .logistics {
          delays = draws.cells.map { draws.counts[$0] }
        }
      }
    }
    if onDemand.logisticsReturns {
      creditLogisticsReturns(
        lateReturns,
        of: signed,
        delays: delays,
        on: day,
        plan: plan,
        draws: &draws
      )
    }
    planReviews(reviews, on: day, values: values, draws: &draws)
  }

  /// Draws the first reasons of refunds.
  ///
  /// Refunds are given by kind, lateness and class, reasons returned by kind and ``Agenda/Reason``; and
  /// the returns for logistics by lateness.
  /// Badly late orders are defective as often whether reviewed already or not.
  private func drawReasons(
    of refunded: InlineArray<18, Int>,
    _ signed: SignedOrders,
    values: ResolvedOperation,
    draws: inout Draws
  ) -> (requests: InlineArray<6, Int>, lateReturns: (slightly: Int, badly: Int)) {
    var requests = InlineArray<6, Int>(repeating: 0)
    var lateReturns = (slightly: 0, badly: 0)
    let quality = values.rates.qualityReason
    for kind in 0..<2 {
      for lateness in 0..<3 {
        var others = 0
        for buyers in 0..<3 {
          let type = lateness * 3 + buyers
          let count = refunded[kind * 9 + type]
          guard count > 0 else { continue }
          let defective = signed.defective(lateness, buyers)
          let rate = quality[0] + defective * (quality[1] - quality[0])
          let call = 64 + kind * 16 + type
          let ofQuality = draws.binomial(count, rate, Process.refund, call)
          requests[kind * 3] += ofQuality
          others += count - ofQuality
        }
        let rate = logisticsReason[lateness]
        let late = draws.binomial(others, rate, Process.refund, 96 + kind * 4 + lateness)
        requests[kind * 3 + 1] += late
        if kind == 1, lateness == 1 { lateReturns.slightly = late }
        if kind == 1, lateness == 2 { lateReturns.badly = late }
        requests[kind * 3 + 2] += others - late
      }
    }
    return (requests, lateReturns)
  }

  /// Draws disputes and complaints of the day's signed orders and when they come.
  mutating func raiseDisputes(
    _ signed: SignedOrders,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    guard day + disputeDelays.count > settledFrom else { return }
    var (disputes, complaints) = (0, 0)
    for buyers in stride(from: 2, through: 0, by: -1) {
      let orders = signed.count(ofClass: buyers)
      disputes += draws.binomial(orders, values.rates.disputes[buyers], Process.dispute, buyers)
      complaints += draws.binomial(
        orders,
        values.rates.complaints[buyers],
        Process.complaint,
        buyers
      )
    }
    draws.multinomial(disputes, weights: disputeDelays, Process.dispute, firstCall: 16)
    for delay in draws.cells { agenda.enterDispute(draws.counts[delay], on: day + delay) }
    draws.multinomial(complaints, weights: complaintDelays, Process.complaint, firstCall: 16)
    for delay in draws.cells { agenda.enterComplaint(draws.counts[delay], on: day + delay) }
  }

  /// Lets refunds, disputes and complaints of the day take place.
  mutating func settleClaims(on day: Int, values: ResolvedOperation, draws: inout Draws) {
    let value = values.orderValueInYuan * 100
    var (requested, withoutReturn, returns) = (0, 0, 0)
    for reason in Agenda.Reason.allCases {
      let kept = agenda.refunds(on: day, isReturn: false, reason: reason)
      let returned = agenda.refunds(on: day, isReturn: true, reason: reason)
      requested += kept + returned
      withoutReturn += kept
      returns += returned
      if reason == .quality { count(kept + returned, .qualityReturns, on: day) }
      if reason == .logistics { count(kept + returned, .logisticsReturns, on: day) }
    }
    agenda.enterCompletedReturn(returns, on: day + ReturnAudits.daysToGoods)
    let completed = agenda.completedReturns(on: day)
    let lost = agenda.lostParcels(on: day)
    count(lost, .logisticsReturns, on: day)
    count(requested + lost, .refundOrders, on: day)
    count(withoutReturn + completed + lost, .refundsCompleted, on: day)
    ledger.refunds += Int((Double(requested + lost) * value).rounded())
    ledger.refundedWithoutReturn += Int((Double(withoutReturn + lost) * value).rounded())
    ledger.returnFreight += Int(
      (Double(returns) * values.operation.economics.returnFreightInYuan * 100).rounded()
    )
    let disputes = agenda.disputes(on: day)
    count(disputes, .disputes, on: day)
    count(agenda.complaints(on: day), .complaintsMerchantFault, on: day)
    guard day >= countedFrom else { return }
    count(
      draws.binomial(disputes, values.merchantFault, Process.dispute, 40),
      .disputesMerchantFault,
      on: day
    )
  }
}
