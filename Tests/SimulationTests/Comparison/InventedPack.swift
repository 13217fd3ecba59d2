import Rules
import StoreModel

/// Rule packs that exist for one test.
enum InventedPack {
  static let label = Label(english: "invented", chinese: "虚构")

  /// Compiles a graph as a pack without parameters.
  static func program(
    _ id: String,
    _ graph: RuleGraph,
    hasConsequences: Bool = false
  ) throws -> RuleProgram {
    let pack = RulePack(
      id: id,
      label: label,
      caution: nil,
      effectiveFrom: nil,
      effectiveTo: nil,
      categories: [],
      parameters: [],
      scenarioKeys: [:],
      sources: [:],
      graph: graph
    )
    return try pack.program(overrides: [:], hasConsequences: hasConsequences)
  }

  /// A counter of the day before.
  static func yesterday(_ name: String, _ counter: DayCounter) -> RuleInput {
    RuleInput(
      name: name,
      terms: [RuleInput.Term(counter: counter, coefficient: 1)],
      window: .fixed(.trailing(nearest: 1, farthest: 1))
    )
  }

  /// A measure that shows an input.
  static func measure(_ name: String) -> RuleGraph.MeasureRule {
    RuleGraph.MeasureRule(
      name: name,
      value: .name(name),
      unit: "count",
      unitsPerOne: 1,
      threshold: nil,
      badSide: nil,
      label: label
    )
  }

  /// An event of an invented pack.
  static func event(_ name: String, _ trigger: EventRule.Trigger) -> EventRule {
    EventRule(
      name: name,
      trigger: trigger,
      threshold: nil,
      label: label,
      section: label,
      isHeadline: false,
      isGood: nil
    )
  }
}
