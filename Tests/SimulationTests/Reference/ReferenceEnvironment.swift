import Glibc
import StoreModel

/// What the world does to the store on each day, before any order is drawn (model page, section 2).
struct ReferenceEnvironment {
  /// An incident's three factors.
  struct Incident {
    var lateTimes: Double
    var lateShipping: Double
    var defectTimes: Double
  }

  /// First day that is simulated; index 0 of all arrays.
  let firstDay: Int
  /// Mean orders without the score's feedback.
  private(set) var meanOrders: [Double] = []
  /// Log demand's walk and AR(1) level.
  private(set) var logDemand: [Double] = []
  /// Additional mean stars.
  private(set) var stars: [Double] = []
  /// Additional log transit time.
  private(set) var lateness: [Double] = []
  /// The incident of the day.
  private(set) var incidents: [Incident?] = []
  /// Shipping promise of orders paid on the day, in hours.
  private(set) var shipPromise: [Double] = []

  init(
    operation: Operation,
    inputs: ReferenceInputs,
    start: CalendarDay,
    firstDay: Int,
    lastDay: Int,
    faults: Faults,
    generator: inout ReferenceGenerator
  ) {
    self.firstDay = firstDay
    let demand = operation.demand
    let shocks = operation.shocks
    var level = Level(sd: demand.shockSD, halfLife: demand.shockHalfLifeInDays, &generator)
    var star = Level(sd: shocks.starShockSD, halfLife: shocks.starShockHalfLifeInDays, &generator)
    var late = Level(sd: shocks.lateShockSD, halfLife: shocks.lateShockHalfLifeInDays, &generator)
    let starLevel = shocks.starLevelSD * generator.normal()
    var walk = 0.0
    var starWalk = 0.0
    var lateWalk = 0.0
    var spikeDaysLeft = 0
    var spikeFactor = 1.0
    var incidentDaysLeft = 0
    var incident: Incident?
    for day in firstDay...lastDay {
      if day > firstDay {
        level.step(&generator)
        star.step(&generator)
        late.step(&generator)
      }
      if day >= 1 {
        walk += demand.walkPerDay * generator.normal()
        starWalk += shocks.starWalkPerDay * generator.normal()
        lateWalk += shocks.lateWalkPerDay * generator.normal()
      }
      if spikeDaysLeft == 0, generator.happens(1 - exp(-inputs.spikesPerMonth / 30)) {
        let two = generator.happens(0.5) && !faults.contains(.spikesLastOneDay)
        spikeDaysLeft = two ? 2 : 1
        let law = demand.spikeFactor.law
        spikeFactor = max(1, ReferenceGenerator.value(of: law, z: generator.normal()))
      }
      if incidentDaysLeft == 0 {
        incident = nil
        if generator.happens(1 - exp(-inputs.incidentsPerQuarter / 91)) {
          let range = operation.incidents.days
          incidentDaysLeft = range.lowerBound + generator.index(below: range.count)
          incident = Self.incident(operation.incidents, &generator)
        }
      }
      let size = demand.dispersion / (faults.contains(.gammaShockHalfSize) ? 2 : 1)
      let shape = generator.gamma(shape: size, scale: 1 / size)
      let date = start + (day - 1)
      let weekday = faults.contains(.weekdayShifted) ? (date.weekday + 1) % 7 : date.weekday
      let mean =
        inputs.orders * pow(1 + inputs.trend, Double(day - 1) / 30)
        * demand.weekdayFactors[weekday] * Self.promotions(on: date, demand, inputs)
        * (spikeDaysLeft > 0 ? spikeFactor : 1)
      let centre = faults.contains(.shockMeanKept) ? 0 : demand.shockSD * demand.shockSD / 2
      logDemand.append(walk + level.value)
      meanOrders.append(min(1e8, mean * exp(walk + level.value - centre) * shape))
      stars.append(starLevel + starWalk + star.value)
      lateness.append(lateWalk + late.value)
      incidents.append(incidentDaysLeft > 0 ? incident : nil)
      shipPromise.append(Self.shipPromise(on: date, operation))
      spikeDaysLeft = max(0, spikeDaysLeft - 1)
      incidentDaysLeft = max(0, incidentDaysLeft - 1)
    }
  }

  private static func incident(
    _ law: Incidents,
    _ generator: inout ReferenceGenerator
  ) -> Incident {
    Incident(
      lateTimes: ReferenceGenerator.value(of: law.lateTimes.law, z: generator.normal()),
      lateShipping: ReferenceGenerator.value(of: law.lateShipping.law, z: generator.normal()),
      defectTimes: ReferenceGenerator.value(of: law.defectTimes.law, z: generator.normal())
    )
  }

  private static func promotions(
    on date: CalendarDay,
    _ demand: Demand,
    _ inputs: ReferenceInputs
  ) -> Double {
    var factor = 1.0
    for (index, promotion) in demand.promotions.enumerated() where promotion.days.contains(date) {
      factor *= inputs.peaks[index][date] ?? inputs.promotions[index]
    }
    return factor
  }

  private static func shipPromise(on date: CalendarDay, _ operation: Operation) -> Double {
    let promised = operation.demand.promotions.first {
      $0.days.contains(date) && $0.shipWithinInHours != nil
    }
    return promised?.shipWithinInHours ?? operation.warehouse.shipPromiseInHours
  }

  /// A stationary AR(1) level.
  private struct Level {
    let sd: Double
    let memory: Double
    var value: Double

    init(sd: Double, halfLife: Double, _ generator: inout ReferenceGenerator) {
      self.sd = sd
      memory = pow(0.5, 1 / halfLife)
      value = sd * generator.normal()
    }

    mutating func step(_ generator: inout ReferenceGenerator) {
      value = memory * value + sd * (1 - memory * memory).squareRoot() * generator.normal()
    }
  }
}
