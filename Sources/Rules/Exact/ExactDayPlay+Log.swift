package import StoreModel

/// Plays over a log of days.
extension ExactDayPlay {
  /// Prepares the morning of day 1.
  ///
  /// - Throws: ``RuleErrors`` for wrong overrides.
  package init(
    pack: RulePack,
    overrides: [String: String],
    standing told: StoreStanding,
    start: CalendarDay,
    log: borrowing TallyLog,
    lifetimeBase: [DayCounter: Int]
  ) throws(RuleErrors) {
    let parameters = try ParameterValues(of: pack, overrides: overrides)
    let days = copy log
    self.init(pack: pack, parameters: parameters, standing: told, start: start) { firstMorning in
      LogFacts(
        graph: pack.graph,
        parameters: parameters,
        log: days,
        lifetimeBase: lifetimeBase,
        start: start,
        firstMorning: firstMorning
      )
    }
    self.lifetimeBase = lifetimeBase
  }

  /// Plays one morning; days must follow each other from 1.
  package mutating func play(
    day: Int,
    log: borrowing TallyLog,
    chance: (Int) -> Double
  ) -> RuleOutcome {
    let facts = LogFacts(
      graph: pack.graph,
      parameters: parameters,
      log: copy log,
      lifetimeBase: lifetimeBase,
      start: start,
      firstMorning: firstMorning
    )
    return play(day: day, facts: facts, chance: chance)
  }
}
