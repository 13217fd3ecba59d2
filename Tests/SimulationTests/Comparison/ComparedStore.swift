import Rules
import StoreModel

/// A store that is simulated by the engine and by the reference, with what rules do to it.
enum ComparedStore: String, CaseIterable, Sendable {
  /// Every shock moderate.
  case ordinary
  /// A warehouse and a desk beyond their limits, incidents, two couriers.
  case overloaded
  /// Demand alone is restless; feedback of the score; silent orders count as good.
  case restless
  /// The overloaded store with an order cap, a cap on the value of orders, and less demand.
  case capped
  /// After-sales work with people of its own who hardly keep up; night shift, breaks, live shows.
  case staffed
  /// Chat agents who hardly find time for after-sales work; everybody has the same break.
  case shared
  /// A tool for refunds, people with time for the rest by day, a bot at night, uncertain shares.
  case tooled

  /// How the store runs.
  var operation: Operation {
    switch self {
    case .ordinary: TestStores.ordinary
    case .overloaded, .capped: TestStores.overloaded
    case .restless: TestStores.restless
    case .staffed: TestStores.staffed
    case .shared: TestStores.shared
    case .tooled: TestStores.tooled
    }
  }

  /// What rules do to it.
  var effects: ReferenceEffects {
    self == .capped
      ? ReferenceEffects(orderCap: 45, gmvCapInYuan: 3600, demandShare: 0.9)
      : ReferenceEffects()
  }

  /// The engine.
  func engine() throws -> @Sendable () -> (Int) -> TallyLog {
    Engine.simulator(Engine.scenario(operation), programs: [try CapPack.program(effects)])
  }

  /// The reference, with planted bugs if any; other seeds draw other numbers.
  func reference(_ faults: Faults = [], seed: UInt64) -> @Sendable () -> (Int) -> TallyLog {
    Replications.simulator(
      ReferenceStore(
        operation: operation,
        start: TestStores.start,
        horizon: 30,
        effects: effects,
        faults: faults
      ),
      seedOffset: seed
    )
  }
}
