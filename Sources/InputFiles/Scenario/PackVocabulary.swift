package import StoreModel

/// The words of one rule pack that a scenario may use.
package struct PackVocabulary: Hashable, Sendable {
  /// The pack's id, `platform.name@version`.
  package var id: String
  /// The pack's platform.
  package var platform: String
  /// Categories of goods it is made for; empty for all.
  package var categories: [String]
  /// First day in force; `nil` is always.
  package var effectiveFrom: CalendarDay?
  /// First day no longer in force; `nil` is still in force.
  package var effectiveTo: CalendarDay?
  /// Ladders that `standing` may place: name to states, in order.
  package var ladders: [String: [String]]
  /// Gates that `standing.membership` may speak of.
  package var gates: [String]
  /// Scores that the console displays, with their items.
  package var displayed: [String: [String]]
  /// Scenario keys that the pack adds, dotted: each overrides the parameter it names.
  package var scenarioKeys: [String: String]
  /// Names of the pack's parameters.
  package var parameters: [String]
  /// Counters that the pack reads.
  package var requiredCounters: Set<DayCounter>
  /// Whether a forecast with the pack has anything to report, or to pay.
  package var reportsSomething: Bool

  /// Creates a vocabulary.
  package init(
    id: String,
    platform: String,
    categories: [String] = [],
    effectiveFrom: CalendarDay? = nil,
    effectiveTo: CalendarDay? = nil,
    ladders: [String: [String]] = [:],
    gates: [String] = [],
    displayed: [String: [String]] = [:],
    scenarioKeys: [String: String] = [:],
    parameters: [String] = [],
    requiredCounters: Set<DayCounter> = [],
    reportsSomething: Bool = true
  ) {
    self.id = id
    self.platform = platform
    self.categories = categories
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.ladders = ladders
    self.gates = gates
    self.displayed = displayed
    self.scenarioKeys = scenarioKeys
    self.parameters = parameters
    self.requiredCounters = requiredCounters
    self.reportsSomething = reportsSomething
  }

  /// The id without its version.
  package var family: String {
    id.split(separator: "@", maxSplits: 1).first.map(String.init) ?? id
  }

  /// Whether the pack is in force on a day.
  package func isInForce(on day: CalendarDay) -> Bool {
    (effectiveFrom.map { $0 <= day } ?? true) && (effectiveTo.map { day < $0 } ?? true)
  }

  /// The words of a family whose versions follow each other in the days of a forecast; its id is the
  /// family's name, the newest version last.
  init(joining versions: [PackVocabulary]) {
    self = versions[versions.count - 1]
    id = family
    effectiveFrom = versions[0].effectiveFrom
    for version in versions {
      displayed.merge(version.displayed) { newest, _ in newest }
      parameters += version.parameters.filter { !parameters.contains($0) }
      requiredCounters.formUnion(version.requiredCounters)
    }
  }
}
