import StoreModel

extension RuleProgram {
  /// The room of the conditions that stand between a store and an event, for the morning that `state`
  /// stands at; the tightest first.
  ///
  /// Conditions of the ladder, gate or tier that the event speaks of and comparisons in the event's own
  /// condition are taken; where none of them can be counted, whatever else of the pack has to be kept.
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
    let finder = RoomFinder(on: evaluator(state, day: day))
    let kept = finder.answers().filter { $0.room.aim == .keep }
    guard let rule = graph.events.first(where: { $0.name == event }) else { return [] }
    let subjects = rule.trigger.subjects
    let compared = rule.trigger.condition.comparedFormulas
    let related = kept.filter {
      subjects.contains($0.question.subject) || compared.contains($0.left)
    }
    return (related.isEmpty ? kept : related).map(\.room).sorted { $0.isTighter(than: $1) }
  }
}

extension EventRule.Trigger {
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

  /// The left sides of the comparisons within.
  fileprivate var comparedFormulas: [Formula] {
    let below = parts.flatMap(\.comparedFormulas)
    if case .relation(_, let left, _, _) = self { return [left] + below }
    return below
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
