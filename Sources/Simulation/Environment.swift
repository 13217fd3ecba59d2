import Glibc
import StoreModel

/// What the store cannot influence on a day: persistent levels, spikes and incidents.
struct Environment: Sendable {
  private var demandWalk = 0.0
  private var demandLevel = 0.0
  private var starLevel = 0.0
  private var starWalk = 0.0
  private var starShock = 0.0
  private var lateWalk = 0.0
  private var lateShock = 0.0
  private var learntStars: LearntPath?
  private var learntDemand: LearntPath?
  private var learntLate: LearntPath?
  private var spikeDaysLeft = 0
  private var incidentDaysLeft = 0

  /// Factor of a demand spike, 1 on ordinary days.
  private(set) var spikeFactor = 1.0

  /// Factor on the odds of a late delivery for parcels shipped today.
  private(set) var lateOdds = 1.0

  /// Share of on-time shipments of today that become late.
  private(set) var lateShipping = 0.0

  /// Factor on today's defect rate.
  private(set) var defectFactor = 1.0

  /// Shift of the mean star, in stars.
  var starShift: Double { learntStars?.value ?? starLevel + starWalk + starShock }

  /// Shift of log transit time.
  var logTransit: Double { learntLate?.value ?? lateWalk + lateShock }

  /// Log of the factor of persistent demand shocks; its exponential has mean 1 without the walk.
  private(set) var logDemand = 0.0

  /// Size of the negative binomial of today's orders, where a history told it.
  var ordersSize: Double? { learntDemand?.size }

  /// Turns to a day; the first day of all starts the stationary levels.
  mutating func advance(
    isFirst: Bool,
    with values: ResolvedOperation,
    draws: inout Draws
  ) {
    let shocks = values.operation.shocks
    let demand = values.operation.demand
    if isFirst {
      self = Environment()
      starLevel = shocks.starLevelSD * draws.normal(Process.starLevel)
    }
    if draws.day > 0 {
      demandWalk += demand.walkPerDay * draws.normal(Process.demandWalk)
      starWalk += shocks.starWalkPerDay * draws.normal(Process.starWalk)
      lateWalk += shocks.lateWalkPerDay * draws.normal(Process.lateWalk)
    }
    func step(_ level: Double, sd: Double, halfLife: Double, _ process: UInt32) -> Double {
      let shock = draws.normal(process)
      guard !isFirst else { return sd * shock }
      let persistence = pow(0.5, 1 / halfLife)
      return persistence * level + sd * (1 - persistence * persistence).squareRoot() * shock
    }
    demandLevel = step(
      demandLevel,
      sd: demand.shockSD,
      halfLife: demand.shockHalfLifeInDays,
      Process.demandLevel
    )
    starShock = step(
      starShock,
      sd: shocks.starShockSD,
      halfLife: shocks.starShockHalfLifeInDays,
      Process.starShock
    )
    lateShock = step(
      lateShock,
      sd: shocks.lateShockSD,
      halfLife: shocks.lateShockHalfLifeInDays,
      Process.lateShock
    )
    followHistory(shocks: shocks, demand: demand, draws: &draws)
    logDemand =
      learntDemand?.value ?? demandWalk + demandLevel - demand.shockSD * demand.shockSD / 2
    advanceSpike(with: values, draws: &draws)
    advanceIncident(with: values, draws: &draws)
  }

  /// From day 1 on, levels that the history told take the place of those drawn from priors.
  private mutating func followHistory(
    shocks: PersistentShocks,
    demand: Demand,
    draws: inout Draws
  ) {
    guard draws.day > 0 else { return }
    if draws.day == 1 {
      func path(_ level: LearntLevel?, _ process: UInt32) -> LearntPath? {
        level.map { level in draws.settled { LearntPath(level, process, draws: &$0) } }
      }
      learntStars = path(shocks.learntStars, Process.learntStars)
      learntDemand = path(demand.learntLevel, Process.learntDemand)
      learntLate = path(shocks.learntLate, Process.learntLate)
      return
    }
    learntStars?.step(
      walk: draws.normal(Process.starWalk),
      shock: draws.normal(Process.starShock)
    )
    learntDemand?.step(
      walk: draws.normal(Process.demandWalk),
      shock: draws.normal(Process.demandLevel)
    )
    learntLate?.step(
      walk: draws.normal(Process.lateWalk),
      shock: draws.normal(Process.lateShock)
    )
  }

  private mutating func advanceSpike(with values: ResolvedOperation, draws: inout Draws) {
    spikeDaysLeft = max(0, spikeDaysLeft - 1)
    if spikeDaysLeft == 0 {
      spikeFactor = 1
      if draws.uniform(Process.spike, 0) < values.spikeProbability {
        let input = values.operation.demand.spikeFactor
        spikeFactor = max(1, input.value(atScore: draws.normal(Process.spike, 1)))
        spikeDaysLeft = draws.uniform(Process.spike, 2) < 0.5 ? 2 : 1
      }
    }
  }

  private mutating func advanceIncident(with values: ResolvedOperation, draws: inout Draws) {
    incidentDaysLeft = max(0, incidentDaysLeft - 1)
    guard incidentDaysLeft == 0 else { return }
    (lateOdds, lateShipping, defectFactor) = (1, 0, 1)
    guard draws.uniform(Process.incident, 0) < values.incidentProbability else { return }
    let law = values.operation.incidents
    let span = Double(law.days.count)
    incidentDaysLeft =
      law.days.lowerBound + min(law.days.count - 1, Int(draws.uniform(Process.incident, 1) * span))
    lateOdds = max(1, law.lateTimes.value(atScore: draws.normal(Process.incident, 2)))
    lateShipping = min(
      1,
      max(0, law.lateShipping.value(atScore: draws.normal(Process.incident, 3)))
    )
    defectFactor = max(1, law.defectTimes.value(atScore: draws.normal(Process.incident, 4)))
  }
}
