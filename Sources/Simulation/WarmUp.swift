import Rules
import StoreModel

extension StoreState {
  /// Replays the days before day 1, so that windows and parcels on their way are filled.
  ///
  /// What was observed is pinned (`docs/model.md` §9).
  mutating func warmUp(
    plan: Plan,
    values: ResolvedOperation,
    effects: [RuleEffects?],
    draws: inout Draws
  ) {
    starOffsets = plan.starOffsets
    if plan.firstDay < plan.warmUpStart {
      // Windows longer than 30 days read older rows, drawn apart so that what a pack looks back on
      // changes nothing else.
      // Returns for logistics are credited up to 14 days after their row.
      let last = plan.onDemand.logisticsReturns ? -29 + LateArrivals.days.upperBound : -29
      replay(plan.firstDay..<last, plan: plan, values: values, effects: effects, draws: &draws)
      let older = log
      clearWork()
      log.clear()
      replay(plan.warmUpStart..<1, plan: plan, values: values, effects: effects, draws: &draws)
      log.copyRows(plan.firstDay..<(-29), from: older)
    } else {
      replay(plan.warmUpStart..<1, plan: plan, values: values, effects: effects, draws: &draws)
    }
    spreadTotals(plan: plan)
    fillOpenWork(plan.scenario.standing.open, values: values, draws: &draws)
    referenceStar = meanStar(over: -29...0)
  }

  private mutating func replay(
    _ days: Range<Int>,
    plan: Plan,
    values: ResolvedOperation,
    effects: [RuleEffects?],
    draws: inout Draws
  ) {
    countedFrom = days.lowerBound + plan.leadInDays
    workedFrom = countedFrom - Plan.workLeadInDays
    // Late arrivals are taken from their book on the day that they are signed.
    judgedFrom =
      onDemand.logisticsReturns
      ? days.lowerBound
      : min(
        settledFrom - Self.longestRefundInDays,
        countedFrom - values.operation.reviews.withinDays
      )
    let orders = plan.scenario.standing.lastThirtyDays[.orders]
    let shares = orders.map { WeekdayShares(monthly: $0, plan: plan) }
    for day in days {
      var observed = plan.observed[day]
      if let share = shares?.next(on: day), observed?[.orders] == nil {
        observed = observed ?? [:]
        observed?[.orders] = share
      }
      live(
        day,
        isFirst: day == days.lowerBound,
        plan: plan,
        values: values,
        effects: effects,
        observed: observed,
        draws: &draws
      )
      if let counts = plan.observed[day] { overwrite(with: counts, on: day) }
    }
  }

  private mutating func overwrite(with counts: [DayCounter: Int], on day: Int) {
    for (counter, value) in counts { log[day, counter] = value }
    // A single observed star stream stands for every dimension that was not observed.
    for star in 0..<5 {
      guard let count = counts[DayCounter.reviewStars[star]] else { continue }
      let streams = DayCounter.dimensionStars + [DayCounter.descriptionStars]
      for stream in streams where counts[stream[star]] == nil { log[day, stream[star]] = count }
    }
  }

  /// Makes the days of each kind of totals sum to what the user gave, in proportion to what was drawn;
  /// observed days stay, and those of the month are settled first.
  private mutating func spreadTotals(plan: Plan) {
    let standing = plan.scenario.standing
    let month = plan.monthToDate
    for (counter, total) in standing.monthToDate where !month.isEmpty {
      spread(
        total,
        of: counter,
        over: month.filter { plan.observed[$0]?[counter] == nil },
        in: month
      )
    }
    for (counter, total) in standing.lastThirtyDays {
      let settled = standing.monthToDate[counter] == nil ? 1..<1 : month
      spread(
        total,
        of: counter,
        over: (-29...0).filter { !settled.contains($0) && plan.observed[$0]?[counter] == nil },
        in: -29..<1
      )
    }
  }

  /// Makes a counter's days sum to a total, by its `free` days alone.
  private mutating func spread(
    _ total: Int,
    of counter: DayCounter,
    over free: [Int],
    in days: Range<Int>
  ) {
    var drawn = free.reduce(0) { $0 + log[$1, counter] }
    let known = days.reduce(0) { $0 + log[$1, counter] } - drawn
    var left = max(0, total - known)
    for (index, day) in free.enumerated() {
      let weight = drawn > 0 ? log[day, counter] : 1
      let of = drawn > 0 ? drawn : free.count - index
      let share = Int((Double(left) * Double(weight) / Double(of)).rounded())
      drawn = drawn > 0 ? drawn - log[day, counter] : 0
      log[day, counter] = min(left, share)
      left -= log[day, counter]
    }
  }

  /// Replaces unshipped orders, parcels on their way, waiting chats and audits by the numbers given.
  private mutating func fillOpenWork(
    _ open: StoreStanding.OpenWork,
    values: ResolvedOperation,
    draws: inout Draws
  ) {
    draws.day = 0
    if let unshipped = open.unshipped {
      if warehouse.unshippedCount == 0 {
        warehouse.enter(unshipped, paidOn: 0, offset: 1, onDelivery: false)
      } else {
        var share = ProportionalShare(total: unshipped, of: warehouse.unshippedCount, first: 0)
        warehouse.mapUnshipped { share.next(of: $0, draws: &draws) }
      }
    }
    if let inTransit = open.inTransit {
      var onTheirWay = 0
      agenda.mapArrivals(after: 0) { count in
        onTheirWay += count
        return count
      }
      if onTheirWay == 0 {
        agenda.enterArrival(inTransit, on: 1, lateness: 0, onDelivery: false)
      } else {
        var share = ProportionalShare(total: inTransit, of: onTheirWay, first: 1 << 16)
        let before = lateParcels()
        agenda.mapArrivals(after: 0) { share.next(of: $0, draws: &draws) }
        for (index, parcels) in lateParcels().enumerated() {
          let (day, type) = (1 + index / LateArrivals.types, index % LateArrivals.types)
          lateArrivals.scale(on: day, type: type, from: before[index], to: parcels)
        }
      }
    }
    if let chats = open.chats, let law = values.desk { desk.fill(chats, desk: law, day: 1) }
    if let orders = open.serviceOrders {
      workQueue.removeAudits()
      openServiceOrders = OpenServiceOrders(
        orders,
        likeRefunds: agenda.refunds(on: 0, isReturn: false),
        returns: agenda.refunds(on: 0, isReturn: true)
      )
    }
  }
}

extension StoreState {
  /// Parcels paid online that arrive slightly and badly late on days 1, 2, ….
  private func lateParcels() -> [Int] {
    LateArrivals.days.dropFirst().flatMap { day in
      [1...1, 2...3].map { types in
        types.reduce(0) { $0 + agenda.arrivals(on: day, lateness: $1, onDelivery: false) }
      }
    }
  }
}

/// Spreads a total over cells in proportion to their counts, as a multinomial draw.
private struct ProportionalShare {
  private var left: Int
  private var weight: Int
  private var call: Int

  init(total: Int, of weight: Int, first call: Int) {
    left = total
    self.weight = weight
    self.call = call
  }

  mutating func next(of count: Int, draws: inout Draws) -> Int {
    let probability = min(1, Double(count) / Double(max(1, weight)))
    let share = draws.binomial(left, probability, Process.warmUp, call)
    left -= share
    weight -= count
    call += 1
    return share
  }
}

/// Spreads a month's orders over days by weekday factor, without rounding drift: any 30 days that
/// end on day 0 sum to the total, and earlier ones go on at the same pace.
private struct WeekdayShares {
  private let monthly: Int
  private let start: CalendarDay
  private let factors: [Double]
  private let sum: Double

  init(monthly: Int, plan: Plan) {
    self.monthly = monthly
    start = plan.start
    let weekdays = plan.scenario.operation.demand.weekdayFactors
    factors = weekdays
    sum = (-29...0).reduce(0) { $0 + weekdays[(plan.start + ($1 - 1)).weekday] }
  }

  /// Orders of a day.
  func next(on day: Int) -> Int {
    max(0, upTo(day) - upTo(day - 1))
  }

  /// Orders from day −29 to a day; negative before it.
  private func upTo(_ day: Int) -> Int {
    guard sum > 0 else { return monthly * (day + 30) / 30 }
    var weight = 0.0
    for other in min(day + 1, -29)..<max(day + 1, -29) {
      weight += factors[(start + (other - 1)).weekday]
    }
    return Int((Double(monthly) * (day < -29 ? -weight : weight) / sum).rounded())
  }
}
