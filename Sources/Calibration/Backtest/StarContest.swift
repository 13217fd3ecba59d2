internal import Sampling
internal import StoreModel

/// The methods for a mean star.
struct StarContest: Contest {
  let ground: ContestGround
  let transit: TransitPosterior?

  private var forecast: RatingForecast {
    let (window, horizon) = (RatingForecast.windowInDays, ground.settings.horizon)
    let from = min(max(0, ground.origin + horizon - window), ground.origin)
    return RatingForecast(
      known: ground.rule.ratings(in: from..<ground.origin),
      horizon: horizon,
      weekday: ground.weekday,
      day: ground.place.origin.ordinal,
      observed: ground.observedAhead
    )
  }

  func own(_ sampler: inout Sampler) -> [OriginScore] {
    let (forecast, replications) = (forecast, 0..<ground.settings.draws)
    guard let ratings = ground.knowledge.ratings else { return [] }
    let daily = replications.compactMap { replication in
      forecast.draw(
        replication,
        level: ground.knowledge.level,
        ratings: ratings,
        &sampler
      )
    }
    guard let transit else { return ground.score(daily, .storecast) }
    var layered = daily
    // Orders in transit tell how many ratings come, not on which day: useless where days are missing.
    if let orders = ground.knowledge.orders, !ground.observedAhead.contains(false) {
      layered = replications.compactMap { replication in
        forecast.draw(
          replication,
          transit: transit,
          orders: ground.counts(.orders),
          posterior: orders,
          &sampler
        )
      }
    }
    return ground.score(layered, .storecast) + ground.score(daily, .dailyCounts)
  }

  func simple(_ sampler: inout Sampler) -> [OriginScore] {
    let days = RedrawnDays(
      days: ground.past.compactMap { ground.rule.series.stars[$0] }
        .map { (Double($0.sum), Double($0.total)) }
    )
    let forecast = forecast
    let new = forecast.counts.count { $0 }
    let known = (sum: Double(forecast.known.sum), count: Double(forecast.known.total))
    func mean(_ total: RedrawnDays.Total) -> Double? {
      total.count > 0 ? total.sum / total.count : nil
    }
    let all = ground.redrawn(CalibrationProcess.allRedrawn, &sampler) { sampler in
      mean(days.single(RatingForecast.windowInDays, &sampler))
    }
    let kept = ground.redrawn(CalibrationProcess.keptKnown, &sampler) { sampler in
      let drawn = days.single(new, &sampler)
      return mean((known.sum + drawn.sum, known.count + drawn.count))
    }
    let shocked = ground.redrawn(CalibrationProcess.blocks, &sampler) { sampler in
      let drawn = days.blocks(new, &sampler)
      guard let level = mean(drawn) else { return mean(known) }
      let shifted = min(max(level + RedrawnDays.shock * sampler.normal(), 1), 5)
      return mean((known.sum + shifted * drawn.count, known.count + drawn.count))
    }
    let now = ground.rule.ratings(in: ground.past).mean.map { [$0] } ?? []
    return ground.score(now, .persistence) + ground.score(all, .bootstrap)
      + ground.score(kept, .bootstrapKeepKnown) + ground.score(shocked, .blockBootstrapShock)
  }
}
