/// One gate's morning, computed exactly.
struct ExactGate {
  let rule: GateRule
  let index: Int
  let on: ExactEvaluator

  init(rule: GateRule, index: Int, on evaluator: ExactEvaluator) {
    self.rule = rule
    self.index = index
    on = evaluator
  }

  /// Moves the membership as this morning's rules say.
  ///
  /// - Parameters:
  ///   - before: the membership up to this morning.
  ///   - removalDraw: a number of 0 to 1 that decides whether a spell removes.
  ///   - answerDraw: a number of 0 to 1 that decides an application.
  /// - Returns: the membership from this morning on.
  func step(
    _ before: ExactStanding.Membership,
    removalDraw: Double,
    answerDraw: Double
  ) -> ExactStanding.Membership {
    var now = before
    now.wasRemovedToday = false
    let isBelow = on.holds(rule.removal.condition)
    if !isBelow { now.isSpellDecided = false }
    if now.isInside {
      guard isBelow, !now.isSpellDecided else { return now }
      now.isSpellDecided = true
      let probability = on.number(rule.removal.probability) ?? .one
      guard removalDraw < probability.approximation else { return now }
      now.isInside = false
      now.removals += 1
      now.wasRemovedToday = true
      now.isRefused = false
      now.allowedSince = nil
    }
    return comeBack(now, answerDraw: answerDraw)
  }

  private func comeBack(
    _ outside: ExactStanding.Membership,
    answerDraw: Double
  ) -> ExactStanding.Membership {
    var now = outside
    guard let readmission = rule.readmission, !now.isRefused, !isPermanent(now),
      on.holds(readmission.condition)
    else {
      now.allowedSince = nil
      return now
    }
    let first = now.allowedSince ?? on.morning
    now.allowedSince = first
    let wait = Int(on.number(readmission.afterDays)?.floor ?? 0)
    guard on.morning - first >= wait, !now.wasRemovedToday else { return now }
    let probability = on.number(readmission.probability) ?? .one
    if answerDraw < probability.approximation {
      now.isInside = true
      now.allowedSince = nil
      now.isSpellDecided = on.holds(rule.removal.condition)
    } else {
      now.isRefused = true
    }
    return now
  }

  private func isPermanent(_ membership: ExactStanding.Membership) -> Bool {
    var standing = on.standing
    standing.gates[index] = membership
    return on.isPermanent(index, in: standing)
  }
}
