import Rules
import Simulation
import StoreModel

/// The engine under test, made from an operation alone.
enum Engine {
  /// A scenario without history and standing; `seed` is fixed so that every run is the same.
  static func scenario(
    _ operation: Operation,
    horizon: Int = 30,
    alternatives: [Alternative] = [],
    seed: UInt64 = Replications.engineSeed
  ) -> Scenario {
    Scenario(
      name: "comparison",
      platform: "none",
      category: nil,
      start: TestStores.start,
      horizonInDays: horizon,
      replications: 1,
      seed: seed,
      rules: [],
      standing: StoreStanding(
        ladders: [:],
        gates: [:],
        displayed: [:],
        lastThirtyDays: [:],
        open: StoreStanding.OpenWork(unshipped: nil, inTransit: nil, chats: nil)
      ),
      history: nil,
      operation: operation,
      alternatives: alternatives,
      assumptions: []
    )
  }

  /// The engine as a simulator of replications, which counts everything.
  static func simulator(
    _ scenario: Scenario,
    programs: [RuleProgram] = []
  ) -> @Sendable () -> (Int) -> TallyLog {
    let plan = Plan(scenario: scenario, programs: programs, producesEveryCounter: true)
    return {
      let replicator = Replicator(plan)
      return { index in
        _ = replicator.replicate(index)
        return replicator.log
      }
    }
  }
}
