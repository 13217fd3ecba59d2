package import Rules

/// Where the store stands on a ladder each day, and what holds it back.
package struct LadderForecast: Sendable {
  /// A condition that stood in the way of a rise from a state.
  package struct Binding: Hashable, Sendable {
    /// Index of the state.
    package var state: Int
    /// Index of the condition.
    package var condition: Int
    /// Share of the days evaluated in that state without a rise on which it stood in the way.
    package var shareOfDays: Double
    /// Share of all replications with at least one such day.
    package var shareOfReplications: Double
  }

  /// The pack.
  package var pack: String
  /// The ladder.
  package var ladder: LadderDescription
  /// Probability of each state on each day, `[day − 1][state]`; sums to 1 over the states.
  package var occupancy: [[Double]]
  /// Conditions that stood in the way in at least one replication, by state, then condition.
  package var binding: [Binding]
  /// Mean number of days a replication was evaluated in each state without a rise.
  package var evaluatedDays: [Double]
}
