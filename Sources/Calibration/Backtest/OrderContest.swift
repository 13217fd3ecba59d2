internal import Sampling
internal import StoreModel

/// The methods for the number of orders until the target at one origin.
struct OrderContest {
  let rule: OriginRule
  let origin: Int
  let place: OriginScore.Place
  let knowledge: StoreFit.Knowledge

  private var settings: BacktestSettings { rule.settings }

  private var counts: [Bool] {
    (0..<settings.horizon).map { rule.isObserved(.orderTotal, origin + $0) }
  }

  /// The score of the program's own method.
  func own(_ sampler: inout Sampler) -> [OriginScore] {
    guard let orders = knowledge.orders else { return [] }
    let forecast = CountForecast(
      processes: .orders,
      horizon: settings.horizon,
      weekday: rule.series.weekday(origin),
      day: place.origin.ordinal
    )
    let counts = counts
    let draws = (0..<settings.draws).map { replication in
      let days = forecast.days(replication, posterior: orders, &sampler)
      return Double(zip(days, counts).reduce(0) { $0 + ($1.1 ? $1.0 : 0) })
    }
    return [score(draws, .storecast)]
  }

  /// Scores of the simple methods.
  func simple(_ sampler: inout Sampler) -> [OriginScore] {
    let past = ((origin - RatingForecast.windowInDays)..<origin)
      .filter { rule.series.orders[$0] != nil }
    func redrawn(_ days: [Int]) -> RedrawnDays {
      RedrawnDays(days: days.map { (Double(rule.series.orders[$0] ?? 0), 1) })
    }
    let all = redrawn(past)
    // A weekday that nobody observed is drawn from all days.
    let byWeekday = (0..<7).map { weekday in
      let days = past.filter { rule.series.weekday($0) == weekday }
      return days.isEmpty ? all : redrawn(days)
    }
    let counts = counts
    let ahead = counts.indices.filter { counts[$0] }
    func draws(_ process: UInt32, _ draw: (inout Sampler) -> Double) -> [Double] {
      (0..<settings.draws).map { replication in
        sampler.seek(
          replication: replication,
          process: process,
          day: place.origin.ordinal,
          call: 1
        )
        return draw(&sampler)
      }
    }
    let single = draws(CalibrationProcess.allRedrawn) { all.single(ahead.count, &$0).sum }
    let blocks = draws(CalibrationProcess.blocks) { all.blocks(ahead.count, &$0).sum }
    let weekdays = draws(CalibrationProcess.weekdayRedrawn) { sampler in
      ahead.reduce(0) { sum, day in
        sum + byWeekday[rule.series.weekday(origin + day)].single(1, &sampler).sum
      }
    }
    let last = past.suffix(ahead.count).reduce(0) { $0 + (rule.series.orders[$1] ?? 0) }
    return [
      score([Double(last)], .persistence), score(single, .bootstrap),
      score(blocks, .blockBootstrap), score(weekdays, .weekdayBootstrap),
    ]
  }

  private func score(_ draws: [Double], _ method: BacktestMethod) -> OriginScore {
    OriginScore(
      draws,
      outcome: rule.outcome(.orderTotal, origin: origin) ?? 0,
      line: nil,
      at: place,
      method: method
    )
  }
}
