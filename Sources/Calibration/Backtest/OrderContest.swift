internal import Sampling

/// The methods for the number of orders until the target.
struct OrderContest: Contest {
  let ground: ContestGround

  init(ground: ContestGround, transit: TransitPosterior?) { self.ground = ground }

  func own(_ sampler: inout Sampler) -> [OriginScore] {
    guard let orders = ground.knowledge.orders else { return [] }
    let (forecast, observed) = (ground.counts(.orders), ground.observedAhead)
    let draws = (0..<ground.settings.draws).map { replication in
      let days = forecast.days(replication, posterior: orders, &sampler)
      return Double(zip(days, observed).reduce(0) { $0 + ($1.1 ? $1.0 : 0) })
    }
    return ground.score(draws, .storecast)
  }

  func simple(_ sampler: inout Sampler) -> [OriginScore] {
    let series = ground.rule.series
    let past = ground.past.filter { series.orders[$0] != nil }
    func redrawn(_ days: [Int]) -> RedrawnDays {
      RedrawnDays(days: days.map { (Double(series.orders[$0] ?? 0), 1) })
    }
    let all = redrawn(past)
    // A weekday that nobody observed is drawn from all days.
    let byWeekday = (0..<7).map { weekday in
      let days = past.filter { series.weekday($0) == weekday }
      return days.isEmpty ? all : redrawn(days)
    }
    let observed = ground.observedAhead
    let ahead = observed.indices.filter { observed[$0] }
    let single = ground.redrawn(CalibrationProcess.allRedrawn, &sampler) {
      all.single(ahead.count, &$0).sum
    }
    let blocks = ground.redrawn(CalibrationProcess.blocks, &sampler) {
      all.blocks(ahead.count, &$0).sum
    }
    let weekdays = ground.redrawn(CalibrationProcess.weekdayRedrawn, &sampler) { sampler in
      ahead.reduce(0) { sum, day in
        sum + byWeekday[series.weekday(ground.origin + day)].single(1, &sampler).sum
      }
    }
    let last = past.suffix(ahead.count).reduce(0) { $0 + (series.orders[$1] ?? 0) }
    return ground.score([Double(last)], .persistence) + ground.score(single, .bootstrap)
      + ground.score(blocks, .blockBootstrap) + ground.score(weekdays, .weekdayBootstrap)
  }
}
