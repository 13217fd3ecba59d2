/// Agents needed for a service level, at work and on the roster.
package struct StaffingRoster: Hashable, Sendable {
  /// The least number at work; `nil` where no number up to 100,000 reaches the level.
  package let required: Int?
  /// The same on the roster, after shrinkage.
  package let rostered: Int?

  /// Finds the numbers.
  ///
  /// - Parameters:
  ///   - load: What the desk has to carry.
  ///   - target: Service level, more than 0 and less than 1.
  ///   - concurrency: Contacts that an agent holds at a time, at least 1.
  ///   - shrinkage: Share of paid time that agents are away, 0 to less than 1.
  package init(_ load: StaffingLoad, target: Double, concurrency: Int, shrinkage: Double) {
    required = StaffingAnswer.agentsRequired(for: load, target: target, concurrency: concurrency)
    // A whole number of agents divided by a decimal share may land a hair above a whole number.
    rostered = required.map { Int((Double($0) / (1 - shrinkage) - 1e-9).rounded(.up)) }
  }
}
