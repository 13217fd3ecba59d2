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

extension ExactStanding {
  /// Takes over the standing under another version of a pack, wherever ladders, gates and states have
  /// equal names.
  mutating func carry(_ before: ExactStanding, of old: RuleGraph, into new: RuleGraph) {
    for (index, ladder) in new.ladders.enumerated() {
      guard let from = old.ladders.firstIndex(where: { $0.name == ladder.name }),
        let state = ladder.index(of: old.ladders[from].states[before.ladders[from].state].name)
      else { continue }
      ladders[index] = before.ladders[from]
      ladders[index].state = state
      ladders[index].result = min(state, ladder.top)
    }
    for (index, gate) in new.gates.enumerated() {
      guard let from = old.gates.firstIndex(where: { $0.name == gate.name }) else { continue }
      gates[index] = before.gates[from]
    }
  }
}
