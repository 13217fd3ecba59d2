package import StoreModel

/// A number on the merchant's console and the star streams behind it.
package struct DisplayedItem: Hashable, Sendable {
  /// The score: the name under `displayed`.
  package var score: String
  /// The item of the score.
  package var item: String
  /// The item's star counters, one star first.
  package var stars: [DayCounter]
  /// The star counters that stand in where a store has a single stream; may be empty.
  package var fallback: [DayCounter]

  /// Creates a displayed item.
  package init(score: String, item: String, stars: [DayCounter], fallback: [DayCounter]) {
    self.score = score
    self.item = item
    self.stars = stars
    self.fallback = fallback
  }
}

/// A name in a standing that a pack does not know.
///
/// Another pack of the scenario may know it: a name is wrong where every pack reports it.
package struct StandingProblem: Hashable, Sendable {
  /// What the name was to name.
  package enum Kind: Hashable, Sendable {
    /// A ladder or a gate.
    case ladder, gate
    /// A state of a ladder that the pack has; wrong whatever other packs say.
    case state
    /// A displayed score, or an item of a score that the pack has.
    case score, item
  }

  /// What the name was to name.
  package var kind: Kind
  /// The ladder, gate or score.
  package var subject: String
  /// The name found.
  package var found: String
  /// The names that the pack knows.
  package var allowed: [String]

  /// Creates a problem.
  package init(kind: Kind, subject: String, found: String, allowed: [String]) {
    self.kind = kind
    self.subject = subject
    self.found = found
    self.allowed = allowed
  }
}
