import Rules
import StoreModel

extension StoreState {
  /// Lives one day of the store (`docs/model.md` §10).
  mutating func live(
    _ day: Int,
    isFirst: Bool,
    plan: Plan,
    values: ResolvedOperation,
    effects: [RuleEffects?],
    observed: [DayCounter: Int]?,
    draws: inout Draws
  ) {
    draws.live(day)
    ledger.clear()
    let date = plan.start + (day - 1)
    environment.advance(isFirst: isFirst, with: values, draws: &draws)
    let orders = receiveOrders(
      on: day,
      plan: plan,
      values: values,
      effects: effects,
      observedOrders: observed?[.orders],
      draws: &draws
    )
    shipOrders(
      on: day,
      plan: plan,
      values: values,
      observedShipments: observed?[.shipped],
      draws: &draws
    )
    if let delivered = observed?[.delivered] {
      pinArrivals(delivered, late: observed?[.deliveredLate], on: day)
    }
    let hasWork = plan.simulatesAfterSalesWork && day >= workedFrom
    desk.tracksPace = hasWork && values.work.staff == nil
    receiveParcels(
      on: day,
      weekday: date.weekday,
      wanted: orders.wanted,
      plan: plan,
      values: values,
      draws: &draws
    )
    landReviews(on: day, plan: plan, values: values, draws: &draws)
    settleClaims(on: day, values: values, draws: &draws)
    ledger.staffCost += values.work.wagesInFen
    if let pay = values.operation.serviceDesk?.pay {
      ledger.staffCost += pay.variableInFen(
        chats: log[day, .contactsAnswered],
        salesInFen: ledger.revenue,
        refundsInFen: ledger.refunds
      )
    }
    if hasWork {
      doAfterSalesWork(on: day, date: date, values: values, draws: &draws)
    }
  }

  /// Replaces what arrives on a day by what was observed, in the drawn proportions of lateness.
  private mutating func pinArrivals(_ delivered: Int, late: Int?, on day: Int) {
    func drawn(_ lateness: Int) -> Int {
      agenda.arrivals(on: day, lateness: lateness, onDelivery: false)
        + agenda.arrivals(on: day, lateness: lateness, onDelivery: true)
    }
    let slightly = drawn(1)
    let badly = drawn(2) + drawn(3)
    let all = drawn(0) + slightly + badly
    let lateCount = min(delivered, late ?? (all > 0 ? delivered * (slightly + badly) / all : 0))
    let slight = slightly + badly > 0 ? lateCount * slightly / (slightly + badly) : lateCount / 2
    lateArrivals.scale(on: day, type: 0, from: slightly, to: slight)
    lateArrivals.scale(on: day, type: 1, from: badly, to: lateCount - slight)
    agenda.replaceArrivals(
      on: day,
      with: (onTime: delivered - lateCount, slightly: slight, badly: lateCount - slight)
    )
  }
}
