import Rules
import Simulation

/// Room left on the morning of day 1, where it is a fact rather than chance: the same in several
/// simulated beginnings.
///
/// What a history, totals or a displayed score fix is told; what the program drew to fill a window is
/// not.
struct RoomFacts {
  /// Replications whose first mornings must agree.
  private static let compared = 3

  private let mornings: [FirstMorning]

  /// The first mornings of a plan.
  init(_ plan: Plan) {
    let replicator = Replicator(plan)
    mornings = (0..<Self.compared).map { replicator.firstMorning(of: $0) }
  }

  /// The morning whose rooms are told.
  var first: FirstMorning { mornings[0] }

  /// Of what `find` says of the program's state on each morning, that on which all agree.
  ///
  /// - Parameters:
  ///   - index: the program's place in the plan.
  ///   - find: the rooms of a state.
  /// - Returns: the agreed rooms, and whether those are all.
  func rooms(
    ofProgram index: Int,
    _ find: (RuleState) -> [RoomLeft]
  ) -> (agreed: [RoomLeft], isComplete: Bool) {
    let found = mornings.map { find($0.rules[index]) }
    let agreed = found[0].filter { room in
      found.dropFirst().allSatisfy { others in others.contains { $0.agrees(with: room) } }
    }
    return (agreed, agreed.count == found[0].count)
  }
}

extension RoomLeft {
  fileprivate func agrees(with other: RoomLeft) -> Bool {
    ladder == other.ladder && condition == other.condition && value == other.value
      && threshold == other.threshold && room == other.room
  }
}
