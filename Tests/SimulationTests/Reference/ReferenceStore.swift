import Glibc
import StoreModel

/// A store simulated order by order: slow, plain, and written from the model page alone.
///
/// Every order is followed through payment, shipping, transit, arrival, claims and review by its own
/// draws. It knows neither cohorts nor rules; ``ReferenceEffects`` stand in for the latter.
struct ReferenceStore: Sendable {
  /// How the store runs.
  let operation: Operation
  /// Day 1.
  let start: CalendarDay
  /// Last day.
  let horizon: Int
  /// Days replayed before day 1.
  let warmUpDays: Int
  /// What rules do.
  let effects: ReferenceEffects
  /// Planted bugs.
  let faults: Faults

  private let mix: ReferenceMix
  private let stars: ReferenceStars

  init(
    operation: Operation,
    start: CalendarDay,
    horizon: Int,
    warmUpDays: Int = 60,
    effects: ReferenceEffects = ReferenceEffects(),
    faults: Faults = []
  ) {
    self.operation = operation
    self.start = start
    self.horizon = horizon
    self.warmUpDays = faults.contains(.warmUpSkipped) ? 0 : warmUpDays
    self.effects = effects
    self.faults = faults
    mix = ReferenceMix(operation: operation)
    stars = ReferenceStars(operation: operation, mix: mix)
  }

  /// One replication: the counts of the warm-up and of days 1…H.
  func replicate(seed: UInt64) -> TallyLog {
    history(seed: seed).log
  }

  /// One replication with the environment that it was drawn in.
  func history(seed: UInt64) -> (log: TallyLog, environment: ReferenceEnvironment) {
    var source: ReferenceGenerator? = ReferenceGenerator(seed: seed)
    let inputs = ReferenceInputs(operation: operation, generator: &source)
    var generator = source ?? ReferenceGenerator(seed: seed)
    let environment = ReferenceEnvironment(
      operation: operation,
      inputs: inputs,
      start: start,
      firstDay: 1 - warmUpDays,
      lastDay: horizon,
      faults: faults,
      generator: &generator
    )
    var run = ReferenceRun(
      store: self,
      inputs: inputs,
      environment: environment,
      behaviour: ReferenceBehaviour(operation: operation, inputs: inputs, mix: mix),
      stars: stars,
      generator: generator
    )
    for day in (1 - warmUpDays)...horizon { run.simulate(day) }
    return (run.tally, environment)
  }
}
