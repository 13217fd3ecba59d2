/// One morning of a pack: the steps of every ladder and gate, and what is seen before and after.
struct ExactMorning {
  /// Sees the standing before the steps.
  let before: ExactEvaluator
  /// Sees the standing after the steps.
  let after: ExactEvaluator

  /// Steps every ladder, then every gate.
  ///
  /// `isFrozen` keeps the standing as it is, for a look without a step; `chance` gives a number of
  /// 0 to 1 for the random decision of an index.
  init(
    pack: RulePack,
    parameters: ParameterValues,
    facts: any ExactFacts,
    standing: ExactStanding,
    morning: Int,
    isFrozen: Bool = false,
    chance: (Int) -> Double
  ) {
    var before = ExactEvaluator(
      pack: pack,
      parameters: parameters,
      facts: facts,
      standing: standing,
      morning: morning
    )
    var turn = before
    if !isFrozen {
      for (index, rule) in pack.graph.ladders.enumerated() {
        turn.standing.ladders[index] = ExactLadder(rule: rule, on: turn)
          .step(turn.standing.ladders[index])
      }
      for (index, rule) in pack.graph.gates.enumerated() {
        turn.standing.gates[index] = ExactGate(rule: rule, index: index, on: turn).step(
          turn.standing.gates[index],
          removalDraw: chance(2 * index),
          answerDraw: chance(2 * index + 1)
        )
      }
    }
    before.standingAfter = turn.standing
    self.before = before
    after = ExactEvaluator(
      pack: pack,
      parameters: parameters,
      facts: facts,
      standing: turn.standing,
      morning: morning
    )
  }
}
