internal import Sampling
internal import StoreModel

/// What every method for one target at one origin stands on.
struct ContestGround {
  let rule: OriginRule
  let origin: Int
  let place: OriginScore.Place
  let knowledge: StoreFit.Knowledge

  var settings: BacktestSettings { rule.settings }

  /// The 90 days before the origin.
  var past: Range<Int> { (origin - RatingForecast.windowInDays)..<origin }

  /// The weekday of the origin, Monday = 0.
  var weekday: Int { rule.series.weekday(origin) }

  /// Whether each day ahead was observed; what was not is left out of forecasts and outcome alike.
  var observedAhead: [Bool] {
    (0..<settings.horizon).map { rule.isObserved(place.target, origin + $0) }
  }

  /// A forecast of the daily counts ahead.
  func counts(_ processes: CountForecast.Processes) -> CountForecast {
    CountForecast(
      processes: processes,
      horizon: settings.horizon,
      weekday: weekday,
      day: place.origin.ordinal
    )
  }

  /// Draws of a simple method: one position a draw, told apart by target.
  func redrawn(
    _ process: UInt32,
    _ sampler: inout Sampler,
    _ draw: (inout Sampler) -> Double?
  ) -> [Double] {
    (0..<settings.draws).compactMap { replication in
      sampler.seek(
        replication: replication,
        process: process,
        day: place.origin.ordinal,
        call: BacktestTarget.allCases.firstIndex(of: place.target) ?? 0
      )
      return draw(&sampler)
    }
  }

  /// The score of draws; without any the outcome cannot be judged and there is none.
  func score(_ draws: [Double], _ method: BacktestMethod) -> [OriginScore] {
    guard !draws.isEmpty, let outcome = rule.outcome(place.target, origin: origin) else {
      return []
    }
    let line = place.target == .starMean ? settings.line : nil
    return [OriginScore(draws, outcome: outcome, line: line, at: place, method: method)]
  }
}

/// The methods for one target at one origin.
protocol Contest {
  init(ground: ContestGround, transit: TransitPosterior?)
  /// Scores of the program's own methods.
  func own(_ sampler: inout Sampler) -> [OriginScore]
  /// Scores of the simple methods.
  func simple(_ sampler: inout Sampler) -> [OriginScore]
}

extension BacktestTarget {
  /// The methods for this target.
  func contest(on ground: ContestGround, transit: TransitPosterior?) -> any Contest {
    switch self {
    case .starMean: StarContest(ground: ground, transit: transit)
    case .orderTotal: OrderContest(ground: ground, transit: nil)
    case .lateRate: LateContest(ground: ground, transit: nil)
    }
  }
}
