extension RuleGraph {
  /// Number of ladders, gates and tiers.
  var standingCount: Int { ladders.count + gates.count + tiers.count }

  /// Names of ladders, gates and tiers, in the order of their indices.
  package var standingNames: [String] {
    ladders.map(\.name) + gates.map(\.name) + tiers.map(\.name)
  }

  /// Index of a ladder, gate or tier among all, in this order.
  func standingIndex(of name: String) -> Int {
    if let index = ladders.firstIndex(where: { $0.name == name }) { return index }
    if let index = gates.firstIndex(where: { $0.name == name }) { return ladders.count + index }
    return ladders.count + gates.count + (tiers.firstIndex { $0.name == name } ?? 0)
  }

  /// Names of the states of a ladder, gate or tier.
  func stateNames(of subject: String) -> [String] {
    let states =
      ladders.first { $0.name == subject }?.states
      ?? gates.first { $0.name == subject }?.states
      ?? tier(named: subject)?.bands.map(\.state) ?? []
    return states.map(\.name)
  }

  /// Index of a state in a ladder, gate or tier.
  func stateIndex(of state: String, in subject: String) -> Int {
    stateNames(of: subject).firstIndex(of: state) ?? 0
  }

  /// A tier by name; `nil` of a ladder or gate.
  func tier(named name: String) -> TierRule? {
    tiers.first { $0.name == name }
  }

  /// A group of conditions by name.
  func group(_ name: String) -> ConditionGroup {
    groups.first { $0.name == name } ?? ConditionGroup(name: name, conditions: [])
  }
}
