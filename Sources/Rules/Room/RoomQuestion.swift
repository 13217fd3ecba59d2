/// One condition that is asked how far it is from turning over.
struct RoomQuestion {
  /// The ladder, gate or tier.
  var subject: String
  var subjectLabel: Label
  var aim: RoomLeft.Aim
  /// The condition's name.
  var name: String
  /// What people read; `nil` is the comparison itself.
  var label: Label?
  var condition: Formula
  /// Whether the store wants it to hold.
  var wanted: Bool
  /// How the pack calls what moves it; `nil` where another condition may say.
  var rule: RoomRule?
}

extension RuleGraph {
  /// The conditions that a standing asks next.
  func roomQuestions(in standing: ExactStanding, on evaluator: ExactEvaluator) -> [RoomQuestion] {
    ladders.enumerated().flatMap { index, ladder -> [RoomQuestion] in
      let state = standing.ladders[index].state
      let up = state < ladder.top ? group(ladder.up).conditions : []
      // The lowest state does not fall, and an end state moves no more.
      let down = state > 0 && state <= ladder.top ? group(ladder.down).conditions : []
      return up.map { question($0, ladder.name, ladder.label, .rise) }
        + down.map { question($0, ladder.name, ladder.label, .keep) }
    }
      + gates.enumerated().compactMap { index, gate in
        gateQuestion(gate, standing.gates[index], evaluator.isPermanent(index, in: standing))
      }
      + tiers.flatMap { tier in
        tier.heldBackBy.map { group($0).conditions }?
          .map { question($0, tier.name, tier.label, .rise) } ?? []
      }
  }

  /// The lines that measures show, to stay on the good side of.
  func lineQuestions(_ parameters: ParameterValues) -> [RoomQuestion] {
    measures.compactMap { measure in
      guard let threshold = measure.threshold, let bad = measure.badSide else { return nil }
      return RoomQuestion(
        subject: measure.name,
        subjectLabel: parameters.filled(measure.label),
        aim: .keep,
        name: measure.name + ".line",
        condition: .relation(
          bad == .below ? .ge : .le,
          measure.value,
          .name(threshold),
          absentPasses: false
        ),
        wanted: true
      )
    }
  }

  private func question(
    _ condition: ConditionGroup.Condition,
    _ subject: String,
    _ label: Label,
    _ aim: RoomLeft.Aim
  ) -> RoomQuestion {
    RoomQuestion(
      subject: subject,
      subjectLabel: label,
      aim: aim,
      name: condition.name,
      label: condition.label,
      condition: condition.holds,
      wanted: aim == .rise,
      rule: condition.room
    )
  }

  private func gateQuestion(
    _ gate: GateRule,
    _ membership: ExactStanding.Membership,
    _ isPermanent: Bool
  ) -> RoomQuestion? {
    guard membership.isInside || !isPermanent else { return nil }
    let asked =
      membership.isInside
      ? ("remove", gate.removal.condition) : gate.readmission.map { ("readmit", $0.condition) }
    return asked.map { name, condition in
      RoomQuestion(
        subject: gate.name,
        subjectLabel: gate.label,
        aim: membership.isInside ? .keep : .comeBack,
        name: gate.name + "." + name,
        condition: condition,
        wanted: !membership.isInside
      )
    }
  }
}
