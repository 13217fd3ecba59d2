internal import Sampling
internal import StoreModel

/// The methods for a mean star at one origin.
struct StarContest {
  let rule: OriginRule
  let origin: Int
  let place: OriginScore.Place
  let knowledge: StoreFit.Knowledge
  let transit: TransitPosterior?

  private var settings: BacktestSettings { rule.settings }

  private var forecast: RatingForecast {
    let (window, horizon) = (RatingForecast.windowInDays, settings.horizon)
    let from = min(max(0, origin + horizon - window), origin)
    return RatingForecast(
      known: rule.ratings(in: from..<origin),
      horizon: horizon,
      weekday: rule.series.weekday(origin),
      day: place.origin.ordinal,
      observed: (0..<horizon).map { rule.isObserved(.starMean, origin + $0) }
    )
  }

  /// Scores of the program's own methods.
  func own(_ sampler: inout Sampler) -> [OriginScore] {
    guard let ratings = knowledge.ratings else { return [] }
    let forecast = forecast
    let daily = (0..<settings.draws).compactMap { replication in
      forecast.draw(replication, level: knowledge.level, ratings: ratings, &sampler)
    }
    // Orders in transit tell how many ratings come, not on which day: useless where days are missing.
    guard let transit, let orders = knowledge.orders, forecast.counts.allSatisfy({ $0 }) else {
      return [score(daily, .storecast)] + (transit == nil ? [] : [score(daily, .dailyCounts)])
    }
    let counts = CountForecast(
      processes: .orders,
      horizon: settings.horizon,
      weekday: forecast.weekday,
      day: forecast.day
    )
    let layered = (0..<settings.draws).compactMap { replication in
      forecast.draw(replication, transit: transit, orders: counts, posterior: orders, &sampler)
    }
    return [score(layered, .storecast), score(daily, .dailyCounts)]
  }

  /// Scores of the simple methods.
  func simple(_ sampler: inout Sampler) -> [OriginScore] {
    let past = (origin - RatingForecast.windowInDays)..<origin
    let days = RedrawnDays(
      days: past.compactMap { rule.series.stars[$0] }.map { (Double($0.sum), Double($0.total)) }
    )
    let forecast = forecast
    let new = forecast.counts.count { $0 }
    let known = (sum: Double(forecast.known.sum), count: Double(forecast.known.total))
    func draws(_ process: UInt32, _ draw: (inout Sampler) -> RedrawnDays.Total) -> [Double] {
      (0..<settings.draws).compactMap { replication in
        sampler.seek(
          replication: replication,
          process: process,
          day: place.origin.ordinal,
          call: 0
        )
        let total = draw(&sampler)
        return total.count > 0 ? total.sum / total.count : nil
      }
    }
    let all = draws(CalibrationProcess.allRedrawn) { sampler in
      days.single(RatingForecast.windowInDays, &sampler)
    }
    let kept = draws(CalibrationProcess.keptKnown) { sampler in
      let drawn = days.single(new, &sampler)
      return (known.sum + drawn.sum, known.count + drawn.count)
    }
    let shocked = draws(CalibrationProcess.blocks) { sampler in
      let drawn = days.blocks(new, &sampler)
      guard drawn.count > 0 else { return known }
      let mean = drawn.sum / drawn.count + RedrawnDays.shock * sampler.normal()
      return (known.sum + min(max(mean, 1), 5) * drawn.count, known.count + drawn.count)
    }
    let now = rule.ratings(in: past).mean ?? 3
    return [
      score([now], .persistence), score(all, .bootstrap), score(kept, .bootstrapKeepKnown),
      score(shocked, .blockBootstrapShock),
    ]
  }

  private func score(_ draws: [Double], _ method: BacktestMethod) -> OriginScore {
    OriginScore(
      draws,
      outcome: rule.outcome(.starMean, origin: origin) ?? 3,
      line: settings.line,
      at: place,
      method: method
    )
  }
}
