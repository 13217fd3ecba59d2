import Rules
import StoreModel

/// An invented rule pack that does the same to the store on every day.
///
/// It reads a count of after-sales work, so that the work is simulated.
enum CapPack {
  /// The compiled pack.
  static func program(_ effects: ReferenceEffects = ReferenceEffects()) throws -> RuleProgram {
    var graph = RuleGraph()
    graph.effects.orderCap = effects.orderCap.map { .number("\($0)") }
    graph.effects.gmvCap = effects.gmvCapInYuan.map { .number("\($0)") }
    graph.effects.demandShare = .number("\(effects.demandShare)")
    graph.inputs = [InventedPack.yesterday("audited", .audits)]
    graph.measures = [
      RuleGraph.MeasureRule(
        name: "audited",
        value: .name("audited"),
        unit: "count",
        unitsPerOne: 1,
        threshold: nil,
        badSide: nil,
        label: InventedPack.label
      )
    ]
    return try InventedPack.program("test.caps@1", graph, hasConsequences: true)
  }
}
