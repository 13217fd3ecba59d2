/// What the user wants to know about one store, checked and complete.
package struct Scenario: Hashable, Sendable {
  /// Name shown in the answer.
  package var name: String
  /// Platform key, as rule packs name it.
  package var platform: String
  /// Category of goods, as packs and defaults name it.
  package var category: String?
  /// Day 1 of the forecast.
  package var start: CalendarDay
  /// Days to forecast, at least 1.
  package var horizonInDays: Int
  /// Replications to simulate, at least 1.
  package var replications: Int
  /// Seed of all random streams.
  package var seed: UInt64
  /// Rule packs, in the order written.
  package var rules: [RuleSelection]
  /// Where the store stands at the start.
  package var standing: StoreStanding
  /// What was observed before the start.
  package var history: StoreHistory?
  /// How the store runs.
  package var operation: Operation
  /// The store with a few things changed, for comparison.
  package var alternatives: [Alternative]
  /// Inputs that the user did not give, with where their values come from.
  package var assumptions: [Assumption]

  /// Creates a scenario.
  package init(
    name: String,
    platform: String,
    category: String?,
    start: CalendarDay,
    horizonInDays: Int,
    replications: Int,
    seed: UInt64,
    rules: [RuleSelection],
    standing: StoreStanding,
    history: StoreHistory?,
    operation: Operation,
    alternatives: [Alternative],
    assumptions: [Assumption]
  ) {
    self.name = name
    self.platform = platform
    self.category = category
    self.start = start
    self.horizonInDays = horizonInDays
    self.replications = replications
    self.seed = seed
    self.rules = rules
    self.standing = standing
    self.history = history
    self.operation = operation
    self.alternatives = alternatives
    self.assumptions = assumptions
  }
}

/// A rule pack that the scenario names, with its overrides.
package struct RuleSelection: Hashable, Sendable {
  /// The pack's full id, `platform.name@version`.
  package var packID: String
  /// Overridden parameters: dotted name to value as written.
  package var overrides: [String: String]
  /// Whether the pack's effects act on the store.
  package var hasConsequences: Bool

  /// Creates a selection.
  package init(packID: String, overrides: [String: String], hasConsequences: Bool) {
    self.packID = packID
    self.overrides = overrides
    self.hasConsequences = hasConsequences
  }
}

/// The store with a few things changed from a day on.
package struct Alternative: Hashable, Sendable {
  /// Name shown in the answer, unique in the file.
  package var name: String
  /// First day of the change; `nil` is day 1.
  package var from: CalendarDay?
  /// One-off cost in yuan.
  package var costInYuan: Double
  /// The operation from that day on.
  package var operation: Operation
  /// The scenario's rule packs with other numbers, in the scenario's order; `nil` where the rules
  /// are the same.
  package var rules: [RuleSelection]?
  /// What was changed, as `path: value` texts for the answer.
  package var changes: [String]

  /// Creates an alternative.
  package init(
    name: String,
    from: CalendarDay?,
    costInYuan: Double,
    operation: Operation,
    rules: [RuleSelection]? = nil,
    changes: [String]
  ) {
    self.name = name
    self.from = from
    self.costInYuan = costInYuan
    self.operation = operation
    self.rules = rules
    self.changes = changes
  }
}

/// An input whose value is a documented default rather than the user's, or a rule's number that the
/// user has set.
package struct Assumption: Hashable, Sendable {
  /// The origin of a rule's number that the scenario sets otherwise than its pack.
  package static let overridden = "override"

  /// Dotted name of the input or rule parameter.
  package var path: String
  /// Value as text, with its unit.
  package var value: String
  /// Unit of the value.
  package var unit: String
  /// `seed`, `official`, `public` or `assumption`; `history` for what a history says, `solved` for
  /// what explains a figure of the console, `override` for a rule's number that the scenario sets.
  package var origin: String
  /// Where the value comes from.
  package var source: String
  /// What uses it: `store` or a pack id.
  package var usedBy: String
  /// What it is, in the reader's language.
  package var label: String

  /// Creates an assumption.
  package init(
    path: String,
    value: String,
    unit: String,
    origin: String,
    source: String,
    usedBy: String,
    label: String
  ) {
    self.path = path
    self.value = value
    self.unit = unit
    self.origin = origin
    self.source = source
    self.usedBy = usedBy
    self.label = label
  }
}
