/// Named bands of a number: a ladder without memory, placed anew each morning.
///
/// The state is the first band whose floor the number reaches, the last one below every floor. An
/// absent number is in the first band, for it triggers no penalty. The number must not depend on a
/// ladder or gate.
package struct TierRule: Hashable, Sendable {
  /// A band with its floor.
  package struct Band: Hashable, Sendable {
    /// The state of a number in the band.
    package var state: LadderRule.State
    /// The least number in the band; `nil` for the last band, which has none.
    package var floor: Formula?

    /// Creates a band.
    package init(state: LadderRule.State, floor: Formula?) {
      self.state = state
      self.floor = floor
    }
  }

  /// Name in the files.
  package var name: String
  /// What people read.
  package var label: Label
  /// The number.
  package var value: Formula
  /// Bands from the highest.
  package var bands: [Band]
  /// On which mornings the state is a judgement, for which what held it back is told.
  package var judged: Formula
  /// Group of conditions that hold in the first state; `nil` tells nothing.
  package var heldBackBy: String?

  /// Creates a tier.
  package init(
    name: String,
    label: Label,
    value: Formula,
    bands: [Band],
    judged: Formula,
    heldBackBy: String?
  ) {
    self.name = name
    self.label = label
    self.value = value
    self.bands = bands
    self.judged = judged
    self.heldBackBy = heldBackBy
  }
}
