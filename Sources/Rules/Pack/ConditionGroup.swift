/// Named conditions that a ladder, a node or an example asks about together.
package struct ConditionGroup: Hashable, Sendable {
  /// One condition.
  package struct Condition: Hashable, Sendable {
    /// Name in the files.
    package var name: String
    /// Whether it holds.
    package var holds: Formula
    /// What people read; `{parameter}` stands for a parameter's value.
    package var label: Label
    /// The clause it comes from.
    package var source: Label
    /// What to count when telling how much room is left.
    package var room: RoomRule?

    /// Creates a condition.
    package init(
      name: String,
      holds: Formula,
      label: Label,
      source: Label,
      room: RoomRule? = nil
    ) {
      self.name = name
      self.holds = holds
      self.label = label
      self.source = source
      self.room = room
    }
  }

  /// Name of the group.
  package var name: String
  /// Its conditions, in the order of their bits; at most 64.
  package var conditions: [Condition]

  /// Creates a group.
  package init(name: String, conditions: [Condition]) {
    self.name = name
    self.conditions = conditions
  }
}

/// What the room to a threshold is counted in.
package struct RoomRule: Hashable, Sendable {
  /// What uses room up: "late orders".
  package var spent: Label
  /// What wins it back: "orders shipped on time".
  package var won: Label
  /// Whether what is counted above the line is also counted below it, as late orders among orders.
  package var isWithin: Bool

  /// Creates the two units.
  package init(spent: Label, won: Label, isWithin: Bool) {
    self.spent = spent
    self.won = won
    self.isWithin = isWithin
  }
}
