/// A row of states between which a store moves one step at a time.
///
/// A new state is first evaluated some days after it began. An evaluation that changes nothing is
/// repeated; the lowest state does not fall and the highest does not rise, and neither counts as a
/// change. An at-once rise needs no wait.
package struct LadderRule: Hashable, Sendable {
  /// The state that a store enters for good after too long in another one.
  package struct End: Hashable, Sendable {
    /// The state entered.
    package var state: String
    /// The state that lasted too long.
    package var from: String
    /// The day in that state, the first being 1, on which it ends.
    package var onDay: Formula

    /// Creates an end.
    package init(state: String, from: String, onDay: Formula) {
      self.state = state
      self.from = from
      self.onDay = onDay
    }
  }

  /// A rise by one step without waiting.
  package struct AtOnce: Hashable, Sendable {
    /// What must hold this morning.
    package var condition: Formula
    /// What must have held on any one day since the last change; reads one-day windows.
    package var anyDay: Formula

    /// Creates the rise.
    package init(condition: Formula, anyDay: Formula) {
      self.condition = condition
      self.anyDay = anyDay
    }
  }

  /// A state with its name for people.
  package struct State: Hashable, Sendable {
    /// Name in the files.
    package var name: String
    /// What people read.
    package var label: Label

    /// Creates a state.
    package init(name: String, label: Label) {
      self.name = name
      self.label = label
    }
  }

  /// Name in the files.
  package var name: String
  /// What people read.
  package var label: Label
  /// States from the lowest, the end state last.
  package var states: [State]
  /// The state of a new store: a state or a parameter that names one.
  package var start: String
  /// Days before the state that a play starts with is evaluated.
  package var firstWait: Formula
  /// Days before a state reached in the play is evaluated.
  package var wait: Formula
  /// Days between evaluations that change nothing.
  package var recheck: Formula
  /// The same in the lowest and the highest state.
  package var recheckAtEnds: Formula
  /// Group of conditions that must all hold to rise.
  package var up: String
  /// Group of conditions of which one is enough to fall.
  package var down: String
  /// The rise without waiting.
  package var atOnce: AtOnce?
  /// The end.
  package var end: End?

  /// Creates a ladder.
  package init(
    name: String,
    label: Label,
    states: [State],
    start: String,
    firstWait: Formula,
    wait: Formula,
    recheck: Formula,
    recheckAtEnds: Formula,
    up: String,
    down: String,
    atOnce: AtOnce?,
    end: End?
  ) {
    self.name = name
    self.label = label
    self.states = states
    self.start = start
    self.firstWait = firstWait
    self.wait = wait
    self.recheck = recheck
    self.recheckAtEnds = recheckAtEnds
    self.up = up
    self.down = down
    self.atOnce = atOnce
    self.end = end
  }

  /// Index of the highest state that can be climbed to.
  package var top: Int { states.count - (end == nil ? 1 : 2) }

  /// Index of a state.
  package func index(of state: String) -> Int? {
    states.firstIndex { $0.name == state }
  }
}
