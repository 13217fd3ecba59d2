/// The named nodes of a pack and what is done with them.
package struct RuleGraph: Hashable, Sendable {
  /// A named formula.
  package struct Node: Hashable, Sendable {
    /// Name, unique among inputs, nodes, fields and parameters.
    package var name: String
    /// How it is computed.
    package var value: Formula
    /// What people read.
    package var label: Label

    /// Creates a node.
    package init(name: String, value: Formula, label: Label) {
      self.name = name
      self.value = value
      self.label = label
    }
  }

  /// A measure and the node it shows.
  package struct MeasureRule: Hashable, Sendable {
    /// Name in the files.
    package var name: String
    /// What it shows.
    package var value: Formula
    /// The unit: `share`, `stars`, `orders` or another word of the format.
    package var unit: String
    /// Ticks per unit.
    package var unitsPerOne: Int
    /// The parameter that is its threshold.
    package var threshold: String?
    /// The bad side of the threshold.
    package var badSide: BadSide?
    /// What people read.
    package var label: Label

    /// Creates a measure.
    package init(
      name: String,
      value: Formula,
      unit: String,
      unitsPerOne: Int,
      threshold: String?,
      badSide: BadSide?,
      label: Label
    ) {
      self.name = name
      self.value = value
      self.unit = unit
      self.unitsPerOne = unitsPerOne
      self.threshold = threshold
      self.badSide = badSide
      self.label = label
    }
  }

  /// Sums over counters.
  package var inputs: [RuleInput] = []
  /// Values that only examples give.
  package var fields: [RuleField] = []
  /// Lists of single cases that only examples give.
  package var records: [RecordList] = []
  /// Named formulas.
  package var nodes: [Node] = []
  /// Named groups of conditions.
  package var groups: [ConditionGroup] = []
  /// Ladders, in the order of their steps.
  package var ladders: [LadderRule] = []
  /// Gates, in the order of their steps, after the ladders.
  package var gates: [GateRule] = []
  /// Tiers, after the gates.
  package var tiers: [TierRule] = []
  /// Reported numbers.
  package var measures: [MeasureRule] = []
  /// Reported events.
  package var events: [EventRule] = []
  /// Effects on the store.
  package var effects = EffectRules()
  /// Reported money.
  package var money: [MoneyRule] = []
  /// Sets of parameters that must sum to a value.
  package var identities: [Identity] = []
  /// Scores that a console displays.
  package var displayed: [DisplayedItem] = []
  /// What examples give and read.
  package var shapes: [ExampleShape] = []

  /// Creates an empty graph.
  package init() {}

  /// A set of parameters with a fixed sum.
  package struct Identity: Hashable, Sendable {
    /// The parameters.
    package var parameters: [String]
    /// Their sum, as a decimal.
    package var sum: String

    /// Creates an identity.
    package init(parameters: [String], sum: String) {
      self.parameters = parameters
      self.sum = sum
    }
  }
}
