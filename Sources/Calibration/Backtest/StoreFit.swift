internal import StoreModel

/// What one store's models knew before each origin, for one strength of drift.
///
/// The filters pass over the days once; what they know before a day is the fit at that origin, so nothing
/// is fitted on days that an origin must not see.
struct StoreFit: Sendable {
  /// What was known before a day; `nil` where a count was not observed often enough.
  struct Knowledge: Sendable {
    var level: LevelPosterior
    var ratings: CountPosterior?
    var orders: CountPosterior?
    var deliveries: CountPosterior?
    var lateRate: RatePosterior
  }

  /// Knowledge before each origin, by index of its day.
  private(set) var knowledge: [Int: Knowledge] = [:]

  init(_ series: StoreSeries, origins: [Int], drift: Double) {
    var level = LevelFilter(grid: LevelGrid.standard.widened(by: drift))
    let grid = CountGrid.standard.widened(by: drift)
    var (ratings, orders, deliveries) = (
      CountFilter(grid: grid), CountFilter(grid: grid), CountFilter(grid: grid)
    )
    var lateRate = RateFilter(drift: drift)
    let wanted = Set(origins)
    guard let last = origins.max() else { return }
    for day in 0...last {
      if wanted.contains(day) {
        knowledge[day] = Knowledge(
          level: level.posterior,
          ratings: ratings.posterior,
          orders: orders.posterior,
          deliveries: deliveries.posterior,
          lateRate: lateRate.posterior
        )
      }
      guard day < last else { return }
      let weekday = series.weekday(day)
      level.advance(series.stars[day], beginsCampaign: series.campaigns.contains(day))
      ratings.advance(series.stars[day]?.total, weekday: weekday)
      orders.advance(series.orders[day], weekday: weekday)
      deliveries.advance(series.delivered[day], weekday: weekday)
      lateRate.advance(
        series.late[day].flatMap { late in series.delivered[day].map { (late, $0) } }
      )
    }
  }
}
