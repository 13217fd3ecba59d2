/// Membership that can be lost, won back, and lost for good.
///
/// A spell below the line removes a store at most once: where chance spares it, or where it is let
/// in again during the same spell, it must first recover before it can be removed again.
package struct GateRule: Hashable, Sendable {
  /// How a store is removed.
  package struct Removal: Hashable, Sendable {
    /// The line: while this holds the store is in a spell.
    package var condition: Formula
    /// Probability that a spell removes.
    package var probability: Formula

    /// Creates a removal.
    package init(condition: Formula, probability: Formula) {
      self.condition = condition
      self.probability = probability
    }
  }

  /// How a store comes back.
  package struct Readmission: Hashable, Sendable {
    /// What must hold on the morning of the application and until the answer.
    package var condition: Formula
    /// Days from the first morning out on which it holds to the answer.
    package var afterDays: Formula
    /// Probability that the answer is yes; a no is final for this removal.
    package var probability: Formula

    /// Creates a readmission.
    package init(condition: Formula, afterDays: Formula, probability: Formula) {
      self.condition = condition
      self.afterDays = afterDays
      self.probability = probability
    }
  }

  /// Name in the files.
  package var name: String
  /// What people read.
  package var label: Label
  /// Inside, outside and, where it has a name of its own, outside for good.
  package var states: [LadderRule.State]
  /// Whether a store that told nothing is inside; evaluated on the first morning.
  package var startsInside: Formula
  /// How it is removed.
  package var removal: Removal
  /// Removals after which it stays out; `nil` is never.
  package var permanentAfter: Formula?
  /// How it comes back; `nil` is never.
  package var readmission: Readmission?

  /// Creates a gate.
  package init(
    name: String,
    label: Label,
    states: [LadderRule.State],
    startsInside: Formula,
    removal: Removal,
    permanentAfter: Formula?,
    readmission: Readmission?
  ) {
    self.name = name
    self.label = label
    self.states = states
    self.startsInside = startsInside
    self.removal = removal
    self.permanentAfter = permanentAfter
    self.readmission = readmission
  }
}
