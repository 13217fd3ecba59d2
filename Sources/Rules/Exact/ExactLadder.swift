/// One ladder's morning, computed exactly.
struct ExactLadder {
  let rule: LadderRule
  let on: ExactEvaluator

  init(rule: LadderRule, on evaluator: ExactEvaluator) {
    self.rule = rule
    on = evaluator
  }

  /// Whether the ladder may be evaluated this morning.
  func isDue(_ place: ExactStanding.Place) -> Bool {
    guard place.state <= rule.top else { return false }
    let (wait, recheck) = clock(of: place)
    let waited = on.morning - place.since
    return waited >= wait && (waited - wait) % recheck == 0
  }

  /// The next morning on which the ladder may be evaluated, `morning` included.
  func nextEvaluation(of place: ExactStanding.Place, notBefore morning: Int) -> Int? {
    guard place.state <= rule.top else { return nil }
    let (wait, recheck) = clock(of: place)
    let first = place.since + wait
    guard morning > first else { return first }
    return first + (morning - first + recheck - 1) / recheck * recheck
  }

  /// Moves the place as this morning's rules say.
  ///
  /// - Parameters:
  ///   - before: the place up to this morning.
  ///   - outcome: what an evaluation yields, in place of the conditions: +1, −1 or 0.
  /// - Returns: the place from this morning on.
  func step(_ before: ExactStanding.Place, outcome: Int? = nil) -> ExactStanding.Place {
    var place = before
    place.rose = false
    place.fell = false
    place.roseAtOnce = false
    place.blocked = nil
    place.isDue = isDue(before)
    place.result = before.state
    guard before.state <= rule.top else { return place }
    var change = 0
    if outcome == nil, before.state < rule.top, risesAtOnce(from: before) {
      change = 1
      place.roseAtOnce = true
    } else if place.isDue {
      if let outcome {
        change = outcome
      } else {
        let failing = on.conditions(of: rule.up).filter { !$0.holds }.map(\.name)
        let mayFall = on.conditions(of: rule.down).contains(where: \.holds)
        change = failing.isEmpty ? 1 : mayFall ? -1 : 0
        if !failing.isEmpty, before.state < rule.top { place.blocked = failing }
      }
    }
    place.result = min(max(before.state + change, 0), rule.top)
    if place.result != before.state {
      place.rose = place.result > before.state
      place.fell = !place.rose
      place.state = place.result
      place.since = on.morning
      place.wasReached = true
    }
    if let end = rule.end, let from = rule.index(of: end.from), place.state == from,
      let day = on.number(end.onDay), Rational(on.morning - place.since + 1) >= day
    {
      place.state = rule.states.count - 1
      place.since = on.morning
      place.wasReached = true
    }
    return place
  }

  private func risesAtOnce(from place: ExactStanding.Place) -> Bool {
    guard let atOnce = rule.atOnce, on.holds(atOnce.condition) else { return false }
    return on.facts.mornings(after: place.since, until: on.morning)
      .contains { on.holds(atOnce.anyDay, on: $0) }
  }

  private func clock(of place: ExactStanding.Place) -> (wait: Int, recheck: Int) {
    let isEnd = place.state == 0 || place.state == rule.top
    let wait = on.number(place.wasReached ? rule.wait : rule.firstWait)
    let recheck = on.number(isEnd ? rule.recheckAtEnds : rule.recheck)
    return (Int(wait?.floor ?? 0), max(1, Int(recheck?.floor ?? 1)))
  }
}
