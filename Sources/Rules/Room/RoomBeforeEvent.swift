import StoreModel

extension RuleProgram {
  /// The room of the conditions that stand between a store and an event, for the morning that `state`
  /// stands at; the tightest first.
  ///
  /// An event that a condition makes is asked how far that is from turning over; one of a ladder, gate or
  /// tier, what the store has to keep there.
  ///
  /// - Parameters:
  ///   - event: name of an event of the pack.
  ///   - state: a state that was begun and not yet evaluated.
  ///   - day: the morning, 1 being the first.
  /// - Returns: the room of each condition that can be counted.
  package func room(
    before event: String,
    _ state: borrowing RuleState,
    day: Int
  ) -> [RoomLeft] {
    guard let rule = graph.events.first(where: { $0.name == event }) else { return [] }
    let finder = RoomFinder(on: evaluator(state, day: day))
    if let condition = rule.trigger.ownCondition,
      let room = finder.room(before: condition, of: rule)
    {
      return [room]
    }
    let subjects = rule.trigger.subjects
    return finder.answers(toKeep: subjects).map(\.room)
      .sorted { $0.isTighter(than: $1) }
  }
}

extension RoomFinder {
  /// The room until a condition begins to hold that makes an event.
  fileprivate func room(before condition: Formula, of event: EventRule) -> RoomLeft? {
    room(
      of: RoomQuestion(
        subject: event.name,
        subjectLabel: event.label,
        aim: .keep,
        name: event.name,
        condition: condition,
        wanted: false
      )
    )
  }
}

extension EventRule.Trigger {
  /// The condition that makes the event; `nil` where a ladder, gate or tier does.
  fileprivate var ownCondition: Formula? {
    switch self {
    case .becomes(let condition, _), .holds(let condition): condition
    default: nil
    }
  }

  /// The ladders, gates and tiers that the event speaks of.
  fileprivate var subjects: Set<String> {
    switch self {
    case .rose(let name), .fell(let name), .removed(let name): [name]
    case .reached(let name, _), .entered(let name, _): [name]
    case .becomes(let condition, _), .holds(let condition): condition.standings
    }
  }
}

extension Formula {
  /// The ladders, gates and tiers that are asked about anywhere within.
  fileprivate var standings: Set<String> {
    var names = parts.reduce(into: Set<String>()) { $0.formUnion($1.standings) }
    if case .standing(_, of: let name, state: _) = self { names.insert(name) }
    return names
  }
}

extension RoomLeft {
  /// Whether less is left than of another: lines already crossed first, then what lasts the fewest
  /// days, then what has the smallest count.
  fileprivate func isTighter(than other: Self) -> Bool {
    if holds != other.holds { return !holds }
    let (days, otherDays) = (daysLeft ?? .infinity, other.daysLeft ?? .infinity)
    return days == otherDays ? room < other.room : days < otherDays
  }
}
