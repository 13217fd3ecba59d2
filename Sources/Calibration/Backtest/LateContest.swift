internal import Sampling
internal import StoreModel

/// The methods for the share of late deliveries until the target at one origin.
struct LateContest {
  let rule: OriginRule
  let origin: Int
  let place: OriginScore.Place
  let knowledge: StoreFit.Knowledge

  private var settings: BacktestSettings { rule.settings }

  private var counts: [Bool] {
    (0..<settings.horizon).map { rule.isObserved(.lateRate, origin + $0) }
  }

  /// The score of the program's own method.
  func own(_ sampler: inout Sampler) -> [OriginScore] {
    guard let deliveries = knowledge.deliveries else { return [] }
    let day = place.origin.ordinal
    let forecast = CountForecast(
      processes: .deliveries,
      horizon: settings.horizon,
      weekday: rule.series.weekday(origin),
      day: day
    )
    let counts = counts
    let draws = (0..<settings.draws).compactMap { replication -> Double? in
      let days = forecast.days(replication, posterior: deliveries, &sampler)
      func go(_ process: UInt32, _ ahead: Int) {
        sampler.seek(replication: replication, process: process, day: day, call: ahead)
      }
      go(CalibrationProcess.rateStart, 0)
      var path = knowledge.lateRate.path(&sampler)
      var (late, delivered) = (0, 0)
      for ahead in days.indices {
        if counts[ahead] {
          go(CalibrationProcess.lateCount, ahead)
          delivered += days[ahead]
          late += sampler.binomial(trials: days[ahead], probability: path.share)
        }
        go(CalibrationProcess.rateStep, ahead)
        path.step(&sampler)
      }
      return delivered > 0 ? Double(late) / Double(delivered) : nil
    }
    return draws.isEmpty ? [] : [score(draws, .storecast)]
  }

  /// Scores of the simple methods.
  func simple(_ sampler: inout Sampler) -> [OriginScore] {
    let past = (origin - RatingForecast.windowInDays)..<origin
    let days = RedrawnDays(
      days: past.filter { rule.isObserved(.lateRate, $0) }.map { day in
        let (delivered, late) = rule.deliveries(in: day..<(day + 1))
        return (Double(late), Double(delivered))
      }
    )
    let number = counts.count { $0 }
    func draws(_ process: UInt32, _ draw: (inout Sampler) -> RedrawnDays.Total) -> [Double] {
      (0..<settings.draws).compactMap { replication in
        sampler.seek(
          replication: replication,
          process: process,
          day: place.origin.ordinal,
          call: 2
        )
        let total = draw(&sampler)
        return total.count > 0 ? total.sum / total.count : nil
      }
    }
    let single = draws(CalibrationProcess.allRedrawn) { days.single(number, &$0) }
    let blocks = draws(CalibrationProcess.blocks) { days.blocks(number, &$0) }
    let (delivered, late) = rule.deliveries(in: past)
    return [
      score([Double(late) / Double(max(delivered, 1))], .persistence),
      score(single, .bootstrap), score(blocks, .blockBootstrap),
    ]
  }

  private func score(_ draws: [Double], _ method: BacktestMethod) -> OriginScore {
    OriginScore(
      draws,
      outcome: rule.outcome(.lateRate, origin: origin) ?? 0,
      line: nil,
      at: place,
      method: method
    )
  }
}
