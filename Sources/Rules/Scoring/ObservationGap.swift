package import StoreModel

/// A morning on which an event or a measure rests on something that was not observed.
package struct ObservationGap: Hashable, Sendable {
  /// What rests on it.
  package enum Subject: Hashable, Sendable {
    /// An event, by name: the first such morning; later ones stand on its state.
    case event(String)
    /// A measure, by name: every such morning.
    case measure(String)
  }

  /// What rests on it.
  package var subject: Subject
  /// The morning.
  package var date: CalendarDay
  /// Columns of which the history has nothing.
  package var missing: [DayCounter]
  /// Days of the worst window that were not observed.
  package var unobservedDays: Int
  /// Days of that window.
  package var days: Int
}

/// Collects the gaps of a play, morning by morning.
struct GapNotes {
  private(set) var gaps: [ObservationGap] = []
  private var seen: Set<String> = []

  /// Notes what the last morning of a play could not know.
  mutating func note(_ play: ExactDayPlay, observed: ObservedDays, date: CalendarDay) {
    guard let morning = play.lastMorning else { return }
    var finder = GapFinder(on: morning.before, observed: observed.counters)
    let graph = play.pack.graph
    for event in graph.events where !seen.contains(event.name) {
      let inputs = finder.unknownInputs(of: event.trigger)
      guard !inputs.isEmpty else { continue }
      seen.insert(event.name)
      gaps.append(gap(.event(event.name), inputs, morning.before, observed, date))
    }
    for measure in graph.measures {
      let inputs = finder.unknownInputs(of: measure.value)
      guard !inputs.isEmpty else { continue }
      gaps.append(gap(.measure(measure.name), inputs, morning.before, observed, date))
    }
  }

  private func gap(
    _ subject: ObservationGap.Subject,
    _ names: Set<String>,
    _ evaluator: ExactEvaluator,
    _ observed: ObservedDays,
    _ date: CalendarDay
  ) -> ObservationGap {
    let inputs = evaluator.pack.graph.inputs.filter { names.contains($0.name) }
    let counters = Set(inputs.flatMap { $0.terms.map(\.counter) })
    let spans = inputs.compactMap {
      evaluator.facts.span(of: $0, on: evaluator.morning, standing: evaluator.standing)
    }
    let worst = spans.max { $0.days - $0.daysObserved < $1.days - $1.daysObserved }
    return ObservationGap(
      subject: subject,
      date: date,
      missing: DayCounter.allCases.filter {
        counters.contains($0) && !observed.counters.contains($0)
      },
      unobservedDays: worst.map { $0.days - $0.daysObserved } ?? 0,
      days: worst?.days ?? 0
    )
  }
}

/// Finds the inputs that decide a formula on a morning and were not observed on every day of theirs.
///
/// Only what counts is looked at: the arm of a branch that is taken, the first of several numbers
/// that is there, and of conditions that all have to hold none where a known one fails. Where a
/// column is not kept at all and the rules name another one in its place, that one counts.
struct GapFinder {
  private let on: ExactEvaluator
  private let observed: Set<DayCounter>
  private var known: [String: Set<String>] = [:]

  /// Looks at a morning, with the counters that the history has at all.
  init(on evaluator: ExactEvaluator, observed: Set<DayCounter>) {
    on = evaluator
    self.observed = observed
  }

  private var graph: RuleGraph { on.pack.graph }

  /// Names of the inputs that a trigger rests on and that are not wholly observed.
  mutating func unknownInputs(of trigger: EventRule.Trigger) -> Set<String> {
    switch trigger {
    case .rose(let name), .fell(let name), .removed(let name), .reached(let name, _),
      .entered(let name, _):
      unknownInputs(ofStanding: name)
    case .becomes(let condition, _), .holds(let condition): unknownInputs(of: condition)
    }
  }

  /// Names of the inputs that a formula rests on and that are not wholly observed.
  mutating func unknownInputs(of formula: Formula) -> Set<String> {
    switch formula {
    case .name(let name): return unknownInputs(ofName: name)
    case .branch(let branches, let otherwise):
      var asked: Set<String> = []
      var taken = otherwise
      for branch in branches {
        asked.formUnion(unknownInputs(of: branch.condition))
        if on.holds(branch.condition) {
          taken = branch.value
          break
        }
      }
      return unknownInputs(of: taken, insteadOf: asked)
    case .when(let condition, let part):
      let found = unknownInputs(of: condition)
      return on.holds(condition) ? found.union(unknownInputs(of: part)) : found
    case .calculation(.first, let parts):
      guard let index = parts.firstIndex(where: { on.number($0) != nil }) else {
        return unknownInputs(ofAll: parts)
      }
      let skipped = unknownInputs(ofAll: Array(parts[..<index]))
      return unknownInputs(of: parts[index], insteadOf: skipped)
    case .logic(let logic, let parts): return unknownInputs(of: parts, decidedBy: logic != .all)
    case .group(let question, let name):
      let parts = graph.group(name).conditions.map(\.holds)
      switch question {
      case .allHold: return unknownInputs(of: parts, decidedBy: false)
      case .anyHolds: return unknownInputs(of: parts, decidedBy: true)
      default: return unknownInputs(ofAll: parts)
      }
    case .standing(_, of: let subject, state: _), .table(_, ladder: let subject):
      return unknownInputs(ofStanding: subject)
    default: return unknownInputs(ofAll: formula.parts)
    }
  }

  /// Of conditions one of which, known to hold or to fail as `decisive` says, settles the question.
  private mutating func unknownInputs(
    of parts: [Formula],
    decidedBy decisive: Bool
  ) -> Set<String> {
    var found: Set<String> = []
    for part in parts {
      let unknown = unknownInputs(of: part)
      if unknown.isEmpty, on.holds(part) == decisive { return [] }
      found.formUnion(unknown)
    }
    return found
  }

  /// Of a formula that stands in where other inputs are not known: those stay unknown that are kept on
  /// some days only, and all of them where the formula itself is not known or only a number of the rules.
  private mutating func unknownInputs(
    of formula: Formula,
    insteadOf others: Set<String>
  ) -> Set<String> {
    let own = unknownInputs(of: formula)
    let isOfRules = GraphReach(graph, parameters: [], from: [formula]).inputs.isEmpty
    if others.isEmpty || !own.isEmpty || isOfRules { return own.union(others) }
    return others.filter { name in
      graph.inputs.first { $0.name == name }?.terms.contains { observed.contains($0.counter) }
        ?? true
    }
  }

  private mutating func unknownInputs(ofAll parts: [Formula]) -> Set<String> {
    parts.reduce(into: []) { $0.formUnion(unknownInputs(of: $1)) }
  }

  private mutating func unknownInputs(ofName name: String) -> Set<String> {
    if let found = known[name] { return found }
    known[name] = []
    var found: Set<String> = []
    if let node = graph.nodes.first(where: { $0.name == name }) {
      found = unknownInputs(of: node.value)
    } else if let input = graph.inputs.first(where: { $0.name == name }) {
      let span = on.facts.span(of: input, on: on.morning, standing: on.standing)
      let isWhole = span.map { $0.daysObserved == $0.days } ?? true
      found = isWhole ? [] : [name]
    }
    known[name] = found
    return found
  }

  /// Of this morning's step of a ladder or gate, or of the band of a tier.
  private mutating func unknownInputs(ofStanding name: String) -> Set<String> {
    let key = "standing of \(name)"
    if let found = known[key] { return found }
    known[key] = []
    var found: Set<String> = []
    if let index = graph.ladders.firstIndex(where: { $0.name == name }) {
      found = unknownInputs(of: graph.ladders[index], on.standing.ladders[index])
    } else if let gate = graph.gates.first(where: { $0.name == name }) {
      found = unknownInputs(
        ofAll: [gate.removal.condition] + (gate.readmission.map { [$0.condition] } ?? [])
      )
    } else if let tier = graph.tier(named: name) {
      found = unknownInputs(ofAll: [tier.value] + tier.bands.compactMap(\.floor))
    }
    known[key] = found
    return found
  }

  private mutating func unknownInputs(
    of rule: LadderRule,
    _ place: ExactStanding.Place
  ) -> Set<String> {
    guard place.state <= rule.top else { return [] }
    var found: Set<String> = []
    if let atOnce = rule.atOnce, place.state < rule.top {
      found = unknownInputs(of: [atOnce.condition, atOnce.anyDay], decidedBy: false)
    }
    guard ExactLadder(rule: rule, on: on).isDue(place) else { return found }
    let up = graph.group(rule.up).conditions.map(\.holds)
    let unknownUp = unknownInputs(of: up, decidedBy: false)
    found.formUnion(unknownUp)
    if unknownUp.isEmpty, up.allSatisfy({ on.holds($0) }) { return found }
    let down = graph.group(rule.down).conditions.map(\.holds)
    return found.union(unknownInputs(of: down, decidedBy: true))
  }
}
