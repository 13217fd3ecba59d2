internal import Glibc
internal import StoreModel

/// What orders one by one say: days to ship, on the way and to the rating; stars by lateness.
struct OrderCourses: Sendable {
  private let orders: [OrderRecord]
  private let start: CalendarDay

  /// Days back from which orders are taken.
  private static let reach = 365
  /// Fewest orders that tell a law.
  private static let fewest = 30
  private static let upperTenth = 1.2815515655446004
  private static let upperFortieth = 1.959963984540054
  /// Ratings that the assumed shares of buyers are worth.
  private static let worth = 10.0

  /// Takes the orders as they were known before `start`.
  init(_ orders: [OrderRecord], before start: CalendarDay) {
    self.start = start
    self.orders = orders.filter { $0.purchased < start && start - $0.purchased <= Self.reach }
      .map { $0.known(before: start) }
  }

  /// Days from payment to shipping of orders old enough to have shipped.
  var daysToShip: [(on: CalendarDay, days: Int)] {
    span(from: \.purchased, to: \.shipped)
  }

  /// Days from shipping to delivery.
  var daysOnTheWay: [(on: CalendarDay, days: Int)] {
    span(from: \.shipped, to: \.delivered)
  }

  /// Days from payment to the promised day.
  var promises: [Int] {
    orders.compactMap { order in order.promised.map { $0 - order.purchased } }.filter { $0 >= 0 }
  }

  /// Orders so young that a slow one may still be on its way are left out, quick ones too.
  private func span(
    from: (OrderRecord) -> CalendarDay?,
    to: (OrderRecord) -> CalendarDay?
  ) -> [(on: CalendarDay, days: Int)] {
    let spans = orders.compactMap { order -> (on: CalendarDay, days: Int)? in
      guard let begun = from(order), let ended = to(order), ended >= begun else { return nil }
      return (begun, ended - begun)
    }
    let sorted = spans.map(\.days).sorted()
    guard sorted.count >= Self.fewest else { return [] }
    let slow = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    let ripe = spans.filter { start - $0.on > slow }
    return ripe.count >= Self.fewest ? ripe : []
  }

  /// A law of whole days as an input: a range of its scale, from week to week, and its spread.
  func input(
    _ path: String,
    _ spans: [(on: CalendarDay, days: Int)],
    scale: Double,
    limits: ClosedRange<Double>,
    assumed: Uncertain.Law?,
    givenAs: [String]
  ) -> LearntInput? {
    guard let first = spans.map(\.on).min(), let last = spans.map(\.on).max() else { return nil }
    let error = max(0.01, Self.clusteredError(spans))
    func end(_ score: Double) -> Double {
      min(limits.upperBound, max(limits.lowerBound, scale * exp(score * error)))
    }
    let (low, high) = (end(-Self.upperTenth), end(Self.upperTenth))
    return LearntInput(
      path: path,
      value: low < high ? .range(low: low, high: high) : .number(low),
      unit: .hours,
      estimate: end(0),
      interval: end(-Self.upperFortieth)...end(Self.upperFortieth),
      assumed: assumed,
      events: [],
      occasions: [],
      count: Double(spans.reduce(0) { $0 + $1.days }),
      size: Double(spans.count),
      days: first...last,
      method: .orders,
      givenAs: givenAs
    )
  }

  /// Standard error of the mean log time, weeks being alike within.
  private static func clusteredError(_ spans: [(on: CalendarDay, days: Int)]) -> Double {
    let logs = spans.map { (week: $0.on.ordinal / 7, value: log(Double($0.days) + 0.5)) }
    let mean = logs.reduce(0) { $0 + $1.value } / Double(logs.count)
    let weeks = Dictionary(grouping: logs, by: \.week).values.map { week in
      week.reduce(0) { $0 + $1.value - mean }
    }
    return weeks.reduce(0) { $0 + $1 * $1 }.squareRoot() / Double(logs.count)
  }

  /// How many delivered orders are rated, and when; `nil` where too few are known.
  func reviewRate(_ reviews: Reviews) -> [LearntInput]? {
    guard !reviews.silentCountAsGood else { return nil }
    let ripe = orders.filter { $0.delivered.map { start - $0 > reviews.withinDays } ?? false }
    guard ripe.count >= Self.fewest, let first = ripe.map(\.purchased).min(),
      let last = ripe.map(\.purchased).max()
    else { return nil }
    let rated = ripe.count { $0.reviewed != nil }
    let weeks = Dictionary(grouping: ripe) { (start - ($0.delivered ?? start) - 1) / 7 }
    let counts = weeks.sorted { $0.key > $1.key }.map { week, orders in
      StretchCount(
        end: start - 7 * week,
        events: Double(orders.count { $0.reviewed != nil }),
        occasions: Double(orders.count)
      )
    }
    let prior = ConjugateLaw(.share, assumed: reviews.rate.law)
    let posterior = SteadyPosterior(counts, prior: prior, on: start)
    let rate = LearntInput(
      path: "reviews.rate",
      value: .range(low: posterior.quantile(0.1), high: posterior.quantile(0.9)),
      unit: .share,
      estimate: posterior.mean,
      interval: posterior.quantile(0.025)...posterior.quantile(0.975),
      assumed: reviews.rate.law,
      events: [],
      occasions: [],
      count: Double(rated),
      size: Double(ripe.count),
      days: first...last,
      method: .counts(
        .share,
        prior: prior.worth,
        effective: posterior.effectiveOccasions,
        halfLifeInDays: posterior.halfLifeInDays
      ),
      givenAs: ["reviews.rate"]
    )
    let delays = ripe.compactMap { order in
      order.reviewed.map { $0 - (order.delivered ?? $0) }
    }.filter { (0...reviews.withinDays).contains($0) }
    guard delays.count >= Self.fewest else { return [rate] }
    let mean = Double(delays.reduce(0, +)) / Double(delays.count)
    let delay = Self.meanOfUncut(mean, within: reviews.withinDays)
    return [
      rate,
      LearntInput(
        path: "reviews.delay.mean",
        value: .number(delay),
        unit: .days,
        estimate: delay,
        interval: nil,
        assumed: nil,
        events: [],
        occasions: [],
        count: Double(delays.reduce(0, +)),
        size: Double(delays.count),
        days: first...last,
        method: .mean,
        givenAs: ["reviews.delay.mean"]
      ),
    ]
  }

  /// The mean of the geometric law that, cut after some days, has the mean seen.
  private static func meanOfUncut(_ mean: Double, within days: Int) -> Double {
    LogMoments.root(from: -6, to: log(60)) { uncut in
      let stay = uncut / (1 + uncut)
      let weights = (0...days).map { pow(stay, Double($0)) }
      let cut = weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
      return mean - cut / weights.reduce(0, +)
    }
  }

  /// Shares of happy, neutral and unhappy buyers by lateness, under the scenario's stars of each.
  func satisfaction(_ operation: Operation) -> [LearntInput] {
    let reviews = operation.reviews
    let laws = [reviews.starsHappy, reviews.starsNeutral, reviews.starsUnhappy]
    let satisfaction = operation.satisfaction
    let rows: [(key: String, late: ClosedRange<Int>, assumed: [Double])] = [
      ("on_time", -1000...0, satisfaction.onTime),
      ("late_1_2_days", 1...2, satisfaction.lateOneToTwoDays),
      ("late_3_plus", 3...1000, satisfaction.lateThreePlusDays),
    ]
    return rows.compactMap { row in
      let told = orders.filter { order in
        guard let delivered = order.delivered, let promised = order.promised else { return false }
        return order.stars != nil && row.late.contains(delivered - promised)
      }
      guard told.count >= Self.fewest, let first = told.map(\.purchased).min(),
        let last = told.map(\.purchased).max()
      else { return nil }
      var stars = [Double](repeating: 0, count: 5)
      for order in told { stars[(order.stars ?? 1) - 1] += 1 }
      let shares = Self.mixture(of: stars, laws: laws, assumed: row.assumed)
      return LearntInput(
        path: "satisfaction.\(row.key)",
        value: .shares(shares),
        unit: .share,
        estimate: shares[0],
        interval: nil,
        assumed: nil,
        events: [],
        occasions: [],
        count: stars.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element },
        size: Double(told.count),
        days: first...last,
        method: .mixture,
        givenAs: ["satisfaction.\(row.key)"]
      )
    }
  }

  /// Shares of known laws in counts, the assumed shares being worth ten; expectation and maximisation.
  static func mixture(of counts: [Double], laws: [[Double]], assumed: [Double]) -> [Double] {
    var shares = assumed.map { max($0, 1e-6) }
    for _ in 0..<500 {
      var sums = assumed.map { $0 * worth }
      for (cell, count) in counts.enumerated() where count > 0 {
        let parts = zip(shares, laws).map { $0 * $1[cell] }
        let total = parts.reduce(0, +)
        guard total > 0 else { continue }
        for index in sums.indices { sums[index] += count * parts[index] / total }
      }
      let total = sums.reduce(0, +)
      shares = sums.map { $0 / total }
    }
    return shares
  }
}
