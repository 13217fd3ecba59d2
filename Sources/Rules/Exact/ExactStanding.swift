/// Where a store stands on each ladder and at each gate, by day index.
struct ExactStanding {
  /// A place on a ladder.
  struct Place {
    var state: Int
    /// First day in the state.
    var since: Int
    /// Whether the state was reached in the play rather than told.
    var wasReached = false
    /// The state that today's evaluation gave, before an end.
    var result: Int
    var isDue = false
    var rose = false
    var fell = false
    var roseAtOnce = false
    /// Names of the conditions that stood in the way of a rise; `nil` where none was looked for.
    var blocked: [String]?
  }

  /// Membership in a gate.
  struct Membership {
    var isInside: Bool
    var removals: Int
    /// Whether the present spell below the line has been decided.
    var isSpellDecided = false
    /// First morning of those on which coming back was allowed without a break.
    var allowedSince: Int?
    /// Whether the application after the last removal was refused.
    var isRefused = false
    var wasRemovedToday = false
  }

  var ladders: [Place]
  var gates: [Membership]
}
