import StoreModel

/// Finds the room of every condition that a store's standing asks next.
///
/// The forecast's answer asks it with the running sums of its first morning, a score with what was
/// observed.
struct RoomFinder {
  private let evaluator: ExactEvaluator
  private let taken: TakenFormula
  private var graph: RuleGraph { evaluator.pack.graph }

  init(on evaluator: ExactEvaluator) {
    self.evaluator = evaluator
    taken = TakenFormula(on: evaluator)
  }

  /// A condition's room with the unit that it was solved in.
  struct Answer {
    var question: RoomQuestion
    var left: Formula
    var unit: RoomUnit
    var room: RoomLeft
  }

  /// The room to the next rise and to a tier's first state.
  func roomToRise() -> [RoomLeft] {
    questions.filter { $0.aim == .rise }.compactMap { answer(to: $0) }.map(\.room)
  }

  /// All room: to rise, to keep what the store has, to come back, to the tiers above and below; then to the lines of measures that nothing of these asks.
  func answers() -> [Answer] {
    let asked = questions.compactMap { answer(to: $0) }
    let lines = graph.lineQuestions(evaluator.parameters).compactMap { answer(to: $0) }
      .filter { line in
        !asked.contains { $0.left == line.left && $0.room.threshold == line.room.threshold }
      }
    return asked + graph.tiers.flatMap { answers(of: $0) } + lines
  }

  /// Room to keep what the store has in some ladders, gates, tiers and measures.
  func answers(toKeep subjects: Set<String>) -> [Answer] {
    func isAsked(_ answer: Answer) -> Bool {
      answer.room.aim == .keep && subjects.contains(answer.room.ladder)
    }
    // Which line of a measure is one that nothing else asks takes all answers.
    guard subjects.isDisjoint(with: graph.measures.map(\.name)) else {
      return answers().filter(isAsked)
    }
    return questions.filter { $0.aim == .keep && subjects.contains($0.subject) }
      .compactMap { answer(to: $0) }
      + graph.tiers.filter { subjects.contains($0.name) }
      .flatMap { answers(of: $0, aims: [.keep]) }
  }

  /// The room of one condition; `nil` where it cannot be counted.
  func room(of question: RoomQuestion) -> RoomLeft? { answer(to: question)?.room }

  private var questions: [RoomQuestion] {
    graph.roomQuestions(in: evaluator.standing, on: evaluator)
  }

  private func answer(to question: RoomQuestion) -> Answer? {
    for (relation, wanted) in taken.relations(in: question.condition, wanted: question.wanted) {
      guard let found = Comparison(relation, wanted: wanted, on: evaluator) else { continue }
      let isOnSide = evaluator.holds(question.condition) == question.wanted
      let unit = RoomUnit(
        of: found.left,
        isHighWanted: found.isHighWanted,
        isSpent: isOnSide,
        rule: question.rule ?? rule(for: found.left),
        taken: taken
      )
      guard let unit, let room = answer(to: question, found, unit, isOnSide) else { continue }
      return room
    }
    return nil
  }

  private func answer(
    to question: RoomQuestion,
    _ found: Comparison,
    _ unit: RoomUnit,
    _ isOnSide: Bool
  ) -> Answer? {
    let search = RoomSearch(evaluator: evaluator, condition: question.condition, unit: unit)
    guard let turn = search.unitsToTurn() else { return nil }
    var left = RoomLeft(
      ladder: question.subject,
      ladderLabel: question.subjectLabel,
      aim: question.aim,
      condition: question.name,
      label: evaluator.parameters.filled(question.label ?? label(of: found)),
      value: found.value,
      threshold: found.threshold,
      isShare: found.isShare(taken),
      room: isOnSide ? turn - 1 : turn,
      unit: unit.label,
      holds: isOnSide,
      isBadLine: !question.wanted
    )
    BurnRate(left: found.left, isHighWanted: found.isHighWanted, taken: taken).tell(&left)
    return Answer(question: question, left: found.left, unit: unit, room: left)
  }

  /// How far a tier's number is from the band below and from the band above, in each thing that
  /// moves it.
  private func answers(
    of tier: TierRule,
    aims: Set<RoomLeft.Aim> = [.keep, .rise]
  ) -> [Answer] {
    guard evaluator.number(tier.value) != nil else { return [] }
    let band = evaluator.band(of: tier)
    let kept = tier.bands[band].floor.map { (tier.bands[band].state, $0, RoomLeft.Aim.keep) }
    let next = band > 0 ? tier.bands[band - 1] : nil
    let above = next.flatMap { next in next.floor.map { (next.state, $0, RoomLeft.Aim.rise) } }
    let movers = movers(of: tier)
    let asked = [kept, above].compactMap { $0 }.filter { aims.contains($0.2) }
    return asked.flatMap { state, floor, aim in
      let condition = Formula.relation(.ge, tier.value, floor, absentPasses: false)
      guard let found = Comparison(condition, wanted: true, on: evaluator) else {
        return [Answer]()
      }
      return movers.compactMap { mover in
        guard let unit = mover.unit(aim == .keep) else { return nil }
        let question = RoomQuestion(
          subject: tier.name,
          subjectLabel: tier.label,
          aim: aim,
          name: state.name + "." + mover.name,
          label: state.label,
          condition: condition,
          wanted: true
        )
        return answer(to: question, found, unit, aim == .keep)
      }
    }
  }

  /// What moves a tier's number: the things that its own conditions count, and ratings.
  private func movers(of tier: TierRule) -> [(name: String, unit: (Bool) -> RoomUnit?)] {
    let reach = GraphReach(graph, parameters: [], from: [tier.value])
    var movers: [(name: String, unit: (Bool) -> RoomUnit?)] = []
    for condition in tier.heldBackBy.map({ graph.group($0).conditions }) ?? [] {
      guard let rule = condition.room,
        let relation = taken.relations(in: condition.holds).first,
        case .relation(let sign, let left, _, _) = relation.relation,
        GraphReach(graph, parameters: [], from: [left]).inputs.isSubset(of: reach.inputs)
      else { continue }
      movers.append(
        (
          condition.name,
          { isSpent in
            RoomUnit(
              of: left,
              isHighWanted: sign.wantsHigh(relation.wanted),
              isSpent: isSpent,
              rule: rule,
              taken: taken
            )
          }
        )
      )
    }
    let streams = taken.starStreams(of: tier.value)
    if movers.isEmpty, !streams.isEmpty {
      movers.append(("ratings", { RoomUnit.rating($0 ? 1 : 5, in: streams) }))
    }
    return movers
  }

  /// What another condition of the pack calls the things behind the same number.
  private func rule(for left: Formula) -> RoomRule? {
    for condition in graph.groups.flatMap(\.conditions) {
      guard let rule = condition.room else { continue }
      for (relation, _) in taken.relations(in: condition.holds) {
        if case .relation(_, left, _, _) = relation { return rule }
      }
    }
    return nil
  }

  /// "DSR < 4.5", for what has no label of its own.
  private func label(of comparison: Comparison) -> Label {
    let names = graph.label(of: comparison.left)
    let end = " \(comparison.sign.sign) " + comparison.threshold.decimalText(digits: 4)
    return Label(english: names.english + end, chinese: names.chinese + end)
  }
}

/// A comparison whose both sides are present.
struct Comparison {
  let left: Formula
  let sign: Relation
  let value: Rational
  let threshold: Rational
  /// Whether the store wants the left side high.
  let isHighWanted: Bool

  init?(_ relation: Formula, wanted: Bool, on evaluator: ExactEvaluator) {
    guard case .relation(let sign, let left, let right, _) = relation,
      let value = evaluator.number(left), let threshold = evaluator.number(right)
    else { return nil }
    self.left = left
    self.sign = sign
    self.value = value
    self.threshold = threshold
    isHighWanted = sign.wantsHigh(wanted)
  }

  /// Whether the left side is a share of counts rather than a mean, a score or a count.
  func isShare(_ taken: TakenFormula) -> Bool {
    guard case .ratio = taken.shape(of: left) else { return false }
    return taken.starStreams(of: left).isEmpty
  }
}

extension Relation {
  /// Whether a store that wants the relation to hold, or not to hold, wants its left side high.
  func wantsHigh(_ wanted: Bool) -> Bool {
    switch self {
    case .ge, .gt: wanted
    case .le, .lt, .eq: !wanted
    }
  }
}

extension RuleGraph {
  /// What people read for a number: the label of the measure that shows it, or of its node.
  func label(of formula: Formula) -> Label {
    if let measure = measures.first(where: { $0.value == formula }) { return measure.label }
    guard case .name(let name) = formula else { return Label(english: "value", chinese: "数值") }
    if let node = nodes.first(where: { $0.name == name }) { return node.label }
    return Label(english: name, chinese: name)
  }
}
