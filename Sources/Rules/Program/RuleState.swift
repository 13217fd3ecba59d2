import StoreModel

/// What a program remembers from morning to morning; one a worker, used again for each replication.
package struct RuleState: Sendable {
  /// A place on a ladder.
  struct Place: Sendable {
    var state = 0
    var since = 1
    var wasReached = false
    /// Whether some day since the last change meets the at-once rise's day condition.
    var hadDay = false
    var isDue = false
    var result = 0
    var rose = false
    var fell = false
    var roseAtOnce = false
  }

  /// Membership in a gate.
  struct Membership: Sendable {
    var isInside = true
    var removals = 0
    var isSpellDecided = false
    /// First morning on which coming back was allowed; `Int.max` is none.
    var allowedSince = Int.max
    var isRefused = false
    var wasRemovedToday = false
  }

  /// What the last evaluation produced.
  package internal(set) var outcome: RuleOutcome
  /// Events already true on the morning of day 1: first passage day 0.
  package internal(set) var eventsAtStart: [Bool]
  /// For each ladder, then gates, then tiers: the earliest day index on which the wait of its first state is
  /// over, below 1 where it was over before the start; `nil` in an end state.
  package internal(set) var firstEvaluationDay: [Int?]

  var numbers: [Rational?]
  var truths: [Bool]
  var sums: [Int]
  var places: [Place]
  var memberships: [Membership]
  /// Index of each tier's state.
  var tiers: [Int]
  var conditions: [Bool]
  var remembered: [Rational?]
  var runs: [Int]
  /// The morning for which the sums stand.
  var morning = 0
  let start: CalendarDay
  let position: StartingPosition

  init(
    outcome: RuleOutcome,
    code: ProgramCode,
    start: CalendarDay,
    position: StartingPosition
  ) {
    self.outcome = outcome
    self.start = start
    self.position = position
    eventsAtStart = Array(repeating: false, count: code.triggers.count)
    firstEvaluationDay = Array(
      repeating: nil,
      count: code.ladders.count + code.gates.count + code.tiers.count
    )
    numbers = code.numbers
    truths = Array(repeating: false, count: code.truthCount)
    sums = Array(repeating: 0, count: code.sums.count)
    places = Array(repeating: Place(), count: code.ladders.count)
    memberships = Array(repeating: Membership(), count: code.gates.count)
    tiers = Array(repeating: 0, count: code.tiers.count)
    conditions = Array(repeating: false, count: code.triggers.count)
    remembered = Array(repeating: nil, count: code.remembered.count)
    runs = Array(repeating: 0, count: code.runs.count)
  }
}
