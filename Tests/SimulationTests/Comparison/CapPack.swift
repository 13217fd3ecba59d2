import Rules

/// An invented rule pack that does the same to the store on every day.
enum CapPack {
  /// The compiled pack.
  static func program(_ effects: ReferenceEffects) throws -> RuleProgram {
    var graph = RuleGraph()
    graph.effects.orderCap = effects.orderCap.map { .number("\($0)") }
    graph.effects.gmvCap = effects.gmvCapInYuan.map { .number("\($0)") }
    graph.effects.demandShare = .number("\(effects.demandShare)")
    let pack = RulePack(
      id: "test.caps@1",
      label: Label(english: "caps", chinese: "上限"),
      caution: nil,
      effectiveFrom: nil,
      effectiveTo: nil,
      categories: [],
      parameters: [],
      scenarioKeys: [:],
      sources: [:],
      graph: graph
    )
    return try pack.program(overrides: [:], hasConsequences: true)
  }
}
