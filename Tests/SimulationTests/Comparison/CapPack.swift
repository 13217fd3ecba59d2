import Rules
import StoreModel

/// An invented rule pack that does the same to the store on every day.
///
/// It reads whatever is produced on demand only, so that all is simulated.
enum CapPack {
  /// The compiled pack.
  static func program(_ effects: ReferenceEffects = ReferenceEffects()) throws -> RuleProgram {
    var graph = RuleGraph()
    graph.effects.orderCap = effects.orderCap.map { .number("\($0)") }
    graph.effects.gmvCap = effects.gmvCapInYuan.map { .number("\($0)") }
    graph.effects.demandShare = .number("\(effects.demandShare)")
    graph.inputs = [
      InventedPack.yesterday("audited", .audits),
      InventedPack.yesterday("quick", .shippedWithin24h),
      InventedPack.yesterday("picked_up", .pickupHoursTotal),
      InventedPack.yesterday("under_way", .deliveryHoursTotal),
      RuleInput(
        name: "returned",
        terms: [RuleInput.Term(counter: .logisticsReturns14dByPaymentDay, coefficient: 1)],
        window: .fixed(.trailing(nearest: 15, farthest: 15))
      ),
    ]
    graph.measures = graph.inputs.map { InventedPack.measure($0.name) }
    return try InventedPack.program("test.caps@1", graph, hasConsequences: true)
  }
}
