import StoreModel

extension StoreState {
  /// Days that a return may be requested after shipping.
  private static let daysToRequest = 14

  /// Credits returns for logistics to the days on which their orders were paid.
  ///
  /// `returns` are those of the slightly and of the badly late orders signed today, `delays` says how
  /// many of both are requested after 0, 1, … days. Orders of one lateness are exchangeable, so which
  /// of them return and which delay each has are drawn without replacement (`docs/model.md` §7).
  mutating func creditLogisticsReturns(
    _ returns: (slightly: Int, badly: Int),
    of signed: SignedOrders,
    delays: [Int],
    on day: Int,
    plan: Plan,
    draws: inout Draws
  ) {
    var delays = delays
    var left = delays.reduce(0, +)
    let delivered = [signed.count(ofLateness: 1...1), signed.count(ofLateness: 2...3)]
    for (type, returned) in [returns.slightly, returns.badly].enumerated() where returned > 0 {
      let cells = lateArrivals.parcels(on: day, type: type)
      // More than were delivered are known of only where observed deliveries replaced them.
      var parcels = max(delivered[type], cells.reduce(0) { $0 + $1.count })
      var sample = returned
      for (count, age, delay) in cells where sample > 0 {
        let call = LateArrivals.cell(type: type, age: age, delay: delay) * 32
        let chosen = draws.hypergeometric(
          good: count,
          bad: parcels - count,
          sample: sample,
          Process.logisticsReturn,
          call
        )
        parcels -= count
        sample -= chosen
        let credited = requests(
          of: chosen,
          within: Self.daysToRequest - delay,
          from: &delays,
          left: &left,
          firstCall: call + 1,
          draws: &draws
        )
        credit(credited, paidOn: day - age, by: day, plan: plan)
      }
    }
    lateArrivals.remove(day)
  }

  /// Takes the delays of some returns out of those of all; returns how many are at most `longest`.
  private func requests(
    of returns: Int,
    within longest: Int,
    from delays: inout [Int],
    left: inout Int,
    firstCall first: Int,
    draws: inout Draws
  ) -> Int {
    var (sample, population, inTime) = (returns, left, 0)
    for delay in delays.indices where sample > 0 {
      let taken = draws.hypergeometric(
        good: delays[delay],
        bad: population - delays[delay],
        sample: sample,
        Process.logisticsReturn,
        first + delay
      )
      population -= delays[delay]
      delays[delay] -= taken
      sample -= taken
      if delay <= longest { inTime += taken }
    }
    left -= returns
    return inTime
  }

  private mutating func credit(_ returns: Int, paidOn row: Int, by day: Int, plan: Plan) {
    let counter = DayCounter.logisticsReturns14dByPaymentDay
    guard returns > 0, row >= log.firstDay, !plan.isTold(counter, on: row, by: day) else { return }
    count(returns, counter, on: row)
  }
}

extension Plan {
  /// Whether what a row counts was told by the store, so that nothing is added to it.
  ///
  /// Totals are spread over rows when day 1 begins; until then these are drawn.
  fileprivate func isTold(_ counter: DayCounter, on row: Int, by day: Int) -> Bool {
    guard row < 1 else { return false }
    let standing = scenario.standing
    return observed[row]?[counter] != nil
      || (day > 0
        && (standing.lastThirtyDays[counter] != nil || standing.monthToDate[counter] != nil))
  }
}
