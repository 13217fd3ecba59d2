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

/// Share of a late order's refunds, not for quality, whose first reason is logistics.
private let logisticsReason = [0, 0.25, 0.5, 0.5]

extension StoreState {
  /// Draws who asks for a refund and why, when, and who reviews.
  mutating func requestRefunds(
    _ signed: SignedOrders,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    var requests = [[0, 0, 0], [0, 0, 0]]
    var reviews = ReviewCandidates()
    for lateness in 0..<SatisfactionTable.latenessTypes {
      for isDefective in [false, true] {
        for buyers in 0..<SatisfactionTable.classes {
          let orders = signed[lateness, isDefective, buyers]
          guard orders > 0 else { continue }
          let call = ((lateness * 2 + (isDefective ? 1 : 0)) * 3 + buyers) * 8
          let kept = draws.binomial(
            orders,
            values.rates.refundOnly[buyers],
            Process.refund,
            call
          )
          let returned = draws.binomial(
            orders - kept,
            values.rates.returnRefund[buyers],
            Process.refund,
            call + 1
          )
          for (kind, count) in [kept, returned].enumerated() where count > 0 {
            let quality = draws.binomial(
              count,
              values.rates.qualityReason[isDefective ? 1 : 0],
              Process.refund,
              call + 2 + 2 * kind
            )
            let logistics = draws.binomial(
              count - quality,
              logisticsReason[lateness],
              Process.refund,
              call + 3 + 2 * kind
            )
            requests[kind][0] += quality
            requests[kind][1] += logistics
            requests[kind][2] += count - quality - logistics
          }
          reviews.add(
            kept: orders - returned,
            returned: returned,
            lateness: lateness,
            class: buyers
          )
        }
      }
    }
    for kind in 0..<2 {
      for reason in Agenda.Reason.allCases {
        draws.multinomial(
          requests[kind][reason.rawValue],
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
      }
    }
    planReviews(reviews, on: day, values: values, draws: &draws)
  }

  /// Draws disputes and complaints of the day's signed orders and when they come.
  mutating func raiseDisputes(
    _ signed: SignedOrders,
    on day: Int,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
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
    count(
      draws.binomial(disputes, values.merchantFault, Process.dispute, 40),
      .disputesMerchantFault,
      on: day
    )
    count(agenda.complaints(on: day), .complaintsMerchantFault, on: day)
  }
}
