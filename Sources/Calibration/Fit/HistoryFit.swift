internal import Glibc
package import StoreModel

/// What a store's history says of the inputs of a scenario, known on the morning of its first day.
///
/// Nothing dated on or after the start is looked at.
package struct HistoryFit: Sendable {
  /// Days observed before the start.
  package let days: Int
  /// First and last of them; `nil` without any.
  package let span: ClosedRange<CalendarDay>?
  /// Inputs that are told, in the order of a scenario's sections.
  package private(set) var learnt: [LearntInput] = []
  /// Inputs that are not.
  package private(set) var untold: [UntoldInput] = []
  /// Log of the orders of an ordinary day, the mean star, and weekdays.
  package let learning: HistoryLearning
  /// Shares of one to five stars in the last 90 days; empty without ratings.
  package let recentStars: [Int]

  private let counts: DailyCounts
  private let operation: Operation

  private static let tails = (low: 0.1, high: 0.9, least: 0.025, most: 0.975)
  private static let daysOfStars = 90

  /// The first day that is not known.
  package var dayAfter: CalendarDay { counts.start }

  /// Orders of an ordinary day on the first day, for a scenario that gives them itself; `nil` where the history is
  /// too short.
  package var ordersPerDay: LearntInput? {
    guard let orders = learning.orders, let span else { return nil }
    func level(_ score: Double) -> Double { exp(orders.mean + score * orders.standardDeviation) }
    return LearntInput(
      path: "demand.orders_per_day",
      value: .range(low: level(-1.2815515655446004), high: level(1.2815515655446004)),
      unit: .amount,
      estimate: level(0),
      interval: level(-1.959963984540054)...level(1.959963984540054),
      assumed: operation.demand.ordersPerDay.law,
      events: [.orders],
      occasions: [],
      count: 0,
      size: Double(days),
      days: span,
      method: .level,
      givenAs: ["demand.orders_per_day"]
    )
  }

  /// Learns from a history.
  ///
  /// - Parameters:
  ///   - history: the days; those from `start` on are left out.
  ///   - orders: orders one by one, where they are known; what happened from `start` on is left out.
  ///   - operation: the scenario's inputs before.
  ///   - start: the first day that is not known.
  package init(
    _ history: StoreHistory,
    orders: [OrderRecord]?,
    operation: Operation,
    start: CalendarDay
  ) {
    counts = DailyCounts(history, before: start)
    self.operation = operation
    days = counts.count
    let known = history.days.filter { $0.date < start }
    span = known.first.flatMap { first in known.last.map { first.date...$0.date } }
    learning = HistoryLearning(history: history, before: start)
    let stream = history.starStream(before: start)
    recentStars = known.filter { start - $0.date <= Self.daysOfStars }
      .reduce(into: Array(repeating: 0, count: 5)) { sums, day in
        for (star, counter) in stream.enumerated() { sums[star] += day.counts[counter] ?? 0 }
      }
    let courses = OrderCourses(orders ?? [], before: start)
    for input in FittedCount.all {
      if input.path == "reviews.rate" { addShipping(courses) }
      if input.path == "reviews.rate", let found = courses.reviewRate(operation.reviews) {
        learnt += found
      } else {
        add(input)
      }
    }
    addMeans()
    addMixtures(courses)
  }

  private mutating func add(_ input: FittedCount) {
    if input.condition == .desk, operation.serviceDesk == nil { return }
    guard let assumed = input.assumed(operation) else {
      untold.append(UntoldInput(path: input.path, reason: .silentReviews))
      return
    }
    let events = input.streams.first(where: counts.hasObserved) ?? input.streams[0]
    let occasions: [DayCounter] =
      switch input.occasions {
      case .counted(let counters): counters
      case .delivered: counts.hasObserved([.delivered]) ? [.delivered] : [.signedOrders]
      case .ordersAndParcels: [.orders] + (counts.hasObserved([.delivered]) ? [.delivered] : [])
      case .months: []
      }
    guard counts.hasObserved(events), counts.hasObserved(occasions) else {
      let splits = ["after_sales.refund_only", "after_sales.return_refund"].contains(input.path)
      let mixed = splits && counts.hasObserved([.refundOrders])
      let needed = (events + occasions.prefix(1)).filter { !counts.hasObserved([$0]) }
      untold.append(
        UntoldInput(path: input.path, reason: mixed ? .mixedRefunds : .needs(needed))
      )
      return
    }
    let delays = input.delays(operation)
    let reach = input.reach(operation)
    let stretches = counts.stretches(
      events: { counts.sum(events, on: $0) },
      occasions: { day in
        switch input.occasions {
        case .counted: counts.sum(occasions, on: day).map(Double.init)
        case .delivered: counts.delivered(expectedOn: day, delays: delays).map { $0 * reach }
        case .ordersAndParcels:
          counts[day, .orders].map { orders in
            let parcels = occasions.count > 1 ? counts[day, .delivered] : orders
            return reach * Double(orders) + (1 - reach) * Double(parcels ?? orders)
          }
        case .months: 12 / 365.25
        }
      }
    )
    guard let span, !stretches.isEmpty else {
      untold.append(UntoldInput(path: input.path, reason: .nothingCounted(occasions)))
      return
    }
    let prior = ConjugateLaw(input.family, assumed: assumed)
    let posterior = SteadyPosterior(stretches, prior: prior, on: counts.start)
    learnt.append(
      LearntInput(
        path: input.path,
        value: .range(
          low: posterior.quantile(Self.tails.low),
          high: posterior.quantile(Self.tails.high)
        ),
        unit: input.family == .share ? .share : .amount,
        estimate: posterior.mean,
        interval: posterior.quantile(Self.tails.least)...posterior.quantile(Self.tails.most),
        assumed: assumed,
        events: events,
        occasions: occasions,
        count: stretches.reduce(0) { $0 + $1.events },
        size: stretches.reduce(0) { $0 + $1.occasions },
        days: span,
        method: .counts(
          input.family,
          prior: prior.worth,
          effective: posterior.effectiveOccasions,
          halfLifeInDays: posterior.halfLifeInDays
        ),
        givenAs: input.givenAs
      )
    )
  }

  /// Shipping and delivery: by orders one by one, else by hours, else by what is late.
  private mutating func addShipping(_ courses: OrderCourses) {
    guard let span else { return }
    let fit = ShippingFit(counts: counts, courses: courses, operation: operation, days: span)
    for result in fit.results {
      switch result {
      case .told(let input): learnt.append(input)
      case .untold(let input): untold.append(input)
      }
    }
  }

  /// Times that are totals over numbers.
  private mutating func addMeans() {
    guard let span else { return }
    for mean in FittedMean.all where mean.matters(operation) {
      guard let (total, number) = counts.recentTotals(of: mean.total, over: mean.number) else {
        let needed = [mean.total, mean.number].filter { !counts.hasObserved([$0]) }
        untold.append(
          UntoldInput(
            path: mean.path,
            reason: needed.isEmpty ? .nothingCounted([mean.number]) : .needs(needed)
          )
        )
        continue
      }
      learnt.append(mean.input(total: total, number: number, days: span))
    }
  }

  /// Shares of buyers by how satisfied they are, and what daily counts cannot keep apart.
  private mutating func addMixtures(_ courses: OrderCourses) {
    let told = courses.satisfaction(operation)
    learnt += told
    let paths = ["satisfaction.on_time", "satisfaction.late_1_2_days", "satisfaction.late_3_plus"]
    for path in paths where !told.contains(where: { $0.path == path }) {
      untold.append(UntoldInput(path: path, reason: .needsOrders))
    }
    let rated = DayCounter.stars(of: "im_rated") ?? []
    if operation.serviceDesk != nil, counts.hasObserved(rated) {
      untold += ["dissatisfied", "dissatisfied_when_slow"].map {
        UntoldInput(path: "service_desk.ratings.\($0)", reason: .mixedWithSpeed)
      }
    }
    if counts.hasObserved(DayCounter.stars(of: "after_sales_rated") ?? []) {
      untold += ["satisfied", "satisfied_when_slow"].map {
        UntoldInput(path: "after_sales.survey.\($0)", reason: .mixedWithSpeed)
      }
    }
  }
}
