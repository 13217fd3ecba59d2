/// Which days of a store are origins for a target, and what was known and happened there.
struct OriginRule {
  let series: StoreSeries
  let settings: BacktestSettings

  private var window: Int { RatingForecast.windowInDays }

  /// Every `step` days from the first that has 90 days before it.
  var candidates: [Int] {
    let first = BacktestSettings.daysBeforeFirstOrigin
    let last = series.count - settings.horizon
    return last >= first ? Array(stride(from: first, through: last, by: settings.step)) : []
  }

  /// The origins of a target.
  ///
  /// More than 20 events in the 90 days before, at least half of the days before and after observed, and an
  /// outcome. Rows after the last order finish deliveries and ratings: they may hold a target, not an
  /// origin, and no count of orders may reach beyond it.
  func origins(_ target: BacktestTarget) -> [Int] {
    let active = series.lastActiveDay
    return candidates.filter { origin in
      let ahead = origin..<(origin + settings.horizon)
      let reaches = target == .orderTotal ? ahead.upperBound <= active + 1 : origin <= active
      let past = (origin - window)..<origin
      return reaches && basis(target, in: past) > BacktestSettings.eventsNotEnough
        && observedDays(target, in: past) * 2 >= past.count
        && observedDays(target, in: ahead) * 2 >= ahead.count
        && outcome(target, origin: origin) != nil
    }
  }

  /// The origins of rule events: those on which enough of anything had been counted.
  var ruleOrigins: [Int] {
    candidates.filter { origin in
      let past = (origin - window)..<origin
      return origin <= series.lastActiveDay
        && BacktestTarget.allCases.contains { target in
          basis(target, in: past) > BacktestSettings.eventsNotEnough
            && observedDays(target, in: past) * 2 >= past.count
        }
    }
  }

  /// Things counted in a span: ratings, orders or deliveries.
  func basis(_ target: BacktestTarget, in days: Range<Int>) -> Int {
    switch target {
    case .starMean: ratings(in: days).total
    case .orderTotal: days.reduce(0) { $0 + (series.orders[$1] ?? 0) }
    case .lateRate: deliveries(in: days).delivered
    }
  }

  /// What happened at the target; `nil` where there is nothing to take a mean of.
  func outcome(_ target: BacktestTarget, origin: Int) -> Double? {
    let end = origin + settings.horizon
    switch target {
    case .starMean: return ratings(in: max(0, end - window)..<end).mean
    case .orderTotal: return Double(basis(.orderTotal, in: origin..<end))
    case .lateRate:
      let (delivered, late) = deliveries(in: origin..<end)
      return delivered > 0 ? Double(late) / Double(delivered) : nil
    }
  }

  /// Ratings of a span.
  func ratings(in days: Range<Int>) -> StarCounts {
    days.reduce(into: StarCounts()) { sum, day in
      if let stars = series.stars[day] { sum += stars }
    }
  }

  /// Deliveries of a span on days that tell how many were late.
  func deliveries(in days: Range<Int>) -> (delivered: Int, late: Int) {
    days.reduce((0, 0)) { sum, day in
      guard let delivered = series.delivered[day], let late = series.late[day] else { return sum }
      return (sum.0 + delivered, sum.1 + late)
    }
  }

  /// Whether a day was observed for a target.
  func isObserved(_ target: BacktestTarget, _ day: Int) -> Bool {
    switch target {
    case .starMean: series.stars[day] != nil
    case .orderTotal: series.orders[day] != nil
    case .lateRate: series.delivered[day] != nil && series.late[day] != nil
    }
  }

  private func observedDays(_ target: BacktestTarget, in days: Range<Int>) -> Int {
    days.count { isObserved(target, $0) }
  }
}
