internal import Glibc
package import StoreModel

/// Where a store stands on the morning of a forecast's first day, as its own history tells it.
///
/// The filters of ratings and of daily counts run over every day before the start; nothing dated on or
/// after it enters. What they believe then is where the simulated levels begin.
package struct HistoryLearning: Hashable, Sendable {
  /// Log of the orders of an ordinary day, before the weekday's factor; `nil` with fewer than 28
  /// observed days.
  package private(set) var orders: LearntLevel?
  /// Factor of each weekday, Monday first; 0 where the store is closed.
  package private(set) var weekdayFactors: [Double] = []
  /// The mean star; `nil` with too few ratings.
  package private(set) var stars: LearntLevel?
  /// Logit of the share of a day's deliveries that are late; `nil` with fewer than 28 days that tell it or
  /// fewer than 100 deliveries on them.
  package private(set) var late: LearntLevel?

  private static let fewestDaysOfDeliveries = 28
  private static let fewestDeliveries = 100

  /// Sets of parameters with less weight are left out: together they weigh less than 2 %.
  private static let leastWeight = 1e-4

  /// Learns from the days before `start`.
  package init(history: StoreHistory, before start: CalendarDay) {
    let days = history.days.filter { $0.date < start }
    guard let first = days.first?.date else { return }
    let byDate = Dictionary(days.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
    var counts = CountFilter()
    var level = LevelFilter()
    var lateRate = RateFilter()
    var (daysOfDeliveries, deliveries) = (0, 0)
    let stream = history.starStream(before: start)
    for offset in 0..<(start - first) {
      let date = first + offset
      let observed = byDate[date]
      counts.advance(observed?.counts[.orders], weekday: date.weekday)
      let ratings = stream.compactMap { observed?.counts[$0] }
      level.advance(
        ratings.count == 5 ? StarCounts(ratings) : nil,
        beginsCampaign: observed?.beginsCampaign ?? false
      )
      let arrived = observed?.counts[.delivered]
      let seen = observed?.counts[.deliveredLate].flatMap { late in arrived.map { (late, $0) } }
      lateRate.advance(seen)
      if let seen, seen.1 > 0 {
        daysOfDeliveries += 1
        deliveries += seen.1
      }
    }
    if let posterior = counts.posterior {
      orders = LearntLevel(points: Self.kept(posterior.learnt))
      weekdayFactors = posterior.weekdayFactors
    }
    if history.meanStar(of: stream, before: start) != nil {
      stars = LearntLevel(points: Self.kept(level.posterior.learnt))
    }
    if daysOfDeliveries >= Self.fewestDaysOfDeliveries, deliveries >= Self.fewestDeliveries {
      late = LearntLevel(points: Self.kept(lateRate.posterior.learnt))
    }
  }

  private static func kept(_ points: [LearntLevel.Point]) -> [LearntLevel.Point] {
    let kept = points.filter { $0.weight >= leastWeight }
    let total = kept.reduce(0) { $0 + $1.weight }
    return kept.map { point in
      var point = point
      point.weight /= total
      return point
    }
  }
}

extension LearntLevel {
  /// Mean of the whole level over all sets.
  package var mean: Double {
    points.reduce(0) { $0 + $1.weight * ($1.walk + $1.shock) }
  }

  /// Standard deviation of the whole level on day 1.
  package var standardDeviation: Double {
    let mean = mean
    let variance = points.reduce(0) { sum, point in
      let distance = point.walk + point.shock - mean
      return sum + point.weight
        * (distance * distance + point.walkVariance + 2 * point.covariance + point.shockVariance)
    }
    return max(0, variance).squareRoot()
  }

  /// The level measured from another origin.
  package func measured(from origin: Double) -> LearntLevel {
    LearntLevel(
      points: points.map { point in
        var point = point
        point.walk -= origin
        return point
      }
    )
  }
}

extension LevelPosterior {
  /// The same in the words of the engine.
  var learnt: [LearntLevel.Point] {
    zip(points, zip(states, weights)).map { point, known in
      LearntLevel.Point(
        weight: known.1,
        walkPerDay: point.q,
        shockSD: point.sf,
        shockHalfLifeInDays: point.halfLifeInDays,
        walk: known.0.m,
        shock: known.0.f,
        walkVariance: known.0.pmm,
        covariance: known.0.pmf,
        shockVariance: known.0.pff
      )
    }
  }
}
