internal import Sampling

/// The methods for the share of late deliveries until the target.
struct LateContest: Contest {
  let ground: ContestGround

  init(ground: ContestGround, transit: TransitPosterior?) { self.ground = ground }

  func own(_ sampler: inout Sampler) -> [OriginScore] {
    guard let deliveries = ground.knowledge.deliveries else { return [] }
    let (forecast, observed) = (ground.counts(.deliveries), ground.observedAhead)
    let draws = (0..<ground.settings.draws).compactMap { replication -> Double? in
      let days = forecast.days(replication, posterior: deliveries, &sampler)
      func go(_ process: UInt32, _ ahead: Int) {
        sampler.seek(
          replication: replication,
          process: process,
          day: forecast.day,
          call: ahead
        )
      }
      go(CalibrationProcess.rateStart, 0)
      var path = ground.knowledge.lateRate.path(&sampler)
      var (late, delivered) = (0, 0)
      for ahead in days.indices {
        if observed[ahead] {
          go(CalibrationProcess.lateCount, ahead)
          delivered += days[ahead]
          late += sampler.binomial(trials: days[ahead], probability: path.share)
        }
        go(CalibrationProcess.rateStep, ahead)
        path.step(&sampler)
      }
      return delivered > 0 ? Double(late) / Double(delivered) : nil
    }
    return ground.score(draws, .storecast)
  }

  func simple(_ sampler: inout Sampler) -> [OriginScore] {
    let days = RedrawnDays(
      days: ground.past.filter { ground.rule.isObserved(.lateRate, $0) }.map { day in
        let (delivered, late) = ground.rule.deliveries(in: day..<(day + 1))
        return (Double(late), Double(delivered))
      }
    )
    let number = ground.observedAhead.count { $0 }
    func share(_ total: RedrawnDays.Total) -> Double? {
      total.count > 0 ? total.sum / total.count : nil
    }
    let single = ground.redrawn(CalibrationProcess.allRedrawn, &sampler) {
      share(days.single(number, &$0))
    }
    let blocks = ground.redrawn(CalibrationProcess.blocks, &sampler) {
      share(days.blocks(number, &$0))
    }
    let (delivered, late) = ground.rule.deliveries(in: ground.past)
    let now = share((Double(late), Double(delivered))).map { [$0] } ?? []
    return ground.score(now, .persistence) + ground.score(single, .bootstrap)
      + ground.score(blocks, .blockBootstrap)
  }
}
