package import StoreModel

/// A platform's rules as data: dated, cited parameters and a graph of named nodes.
package struct RulePack: Hashable, Sendable {
  /// `platform.name@version`.
  package let id: String
  /// What people read.
  package let label: Label
  /// A caution to show with every result; `nil` for none.
  package let caution: Label?
  /// First day in force; `nil` is not stated.
  package let effectiveFrom: CalendarDay?
  /// First day no longer in force; `nil` while it is.
  package let effectiveTo: CalendarDay?
  /// Categories of goods the rules are for; empty is all.
  package let categories: [String]
  /// Numbers and choices, in the order written.
  package let parameters: [RuleParameter]
  /// Dotted scenario keys that set a parameter.
  package let scenarioKeys: [String: String]
  /// Texts that clauses are cited from, by short name.
  package let sources: [String: Label]
  /// Named nodes and what is done with them.
  package let graph: RuleGraph
  /// Ids of the packs whose files it is made of: its own, what it builds on, joined versions.
  package let partIDs: [String]
  /// Names of an override to the parameters it sets; empty but for joined versions.
  package let aliases: [String: [String]]

  /// Creates a pack that a reader has checked.
  package init(
    id: String,
    label: Label,
    caution: Label?,
    effectiveFrom: CalendarDay?,
    effectiveTo: CalendarDay?,
    categories: [String],
    parameters: [RuleParameter],
    scenarioKeys: [String: String],
    sources: [String: Label],
    graph: RuleGraph,
    partIDs: [String]? = nil,
    aliases: [String: [String]] = [:]
  ) {
    self.id = id
    self.label = label
    self.caution = caution
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.categories = categories
    self.parameters = parameters
    self.scenarioKeys = scenarioKeys
    self.sources = sources
    self.graph = graph
    self.partIDs = partIDs ?? [id]
    self.aliases = aliases
  }

  /// The part of the id before the first point.
  package var platform: String { String(id.prefix { $0 != "." }) }

  /// The id without its version.
  package var familyName: String { String(id.prefix { $0 != "@" }) }

  /// Number of parameters that nobody states.
  package var assumptionCount: Int {
    parameters.reduce(0) { $0 + ($1.origin == .assumption ? 1 : 0) }
  }

  /// Whether a daily history tells the pack anything: it counts over days, and reports or places
  /// something.
  package var scoresDays: Bool {
    !graph.inputs.isEmpty && (!graph.measures.isEmpty || graph.standingCount > 0)
  }

  /// Whether the rules are in force on a day.
  package func isInForce(on day: CalendarDay) -> Bool {
    if let effectiveFrom, day < effectiveFrom { return false }
    if let effectiveTo, day >= effectiveTo { return false }
    return true
  }

  /// Compiles the pack for the day loop.
  ///
  /// - Parameters:
  ///   - overrides: parameter names to values as written: `0.97`, `97 %`, `rolling_90d`.
  ///   - hasConsequences: whether the effects act on the store.
  /// - Returns: the program with its parameters fixed.
  /// - Throws: ``RuleErrors`` with unknown names, values out of range and broken identities.
  package func program(
    overrides: [String: String],
    hasConsequences: Bool
  ) throws(RuleErrors) -> RuleProgram {
    let parameters = try ParameterValues(of: self, overrides: overrides)
    return try ProgramCompiler(pack: self, parameters: parameters)
      .program(hasConsequences: hasConsequences)
  }
}
