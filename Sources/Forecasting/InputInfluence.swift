/// How much an uncertain input moves the probability of an event.
///
/// Replications are put in thirds by the input's draw. The effect is the share of replications with
/// the event in the highest third minus that in the lowest: it costs no further simulation, needs
/// no straight line, and is never beyond ±1.
package struct InputInfluence: Hashable, Sendable {
  /// The standard score that cuts off a third of a normal law.
  static let thirdOfNormal = 0.4307272992954576

  /// Dotted name of the input.
  package var input: String
  /// Probability of the event in the highest third of draws minus that in the lowest, −1…1.
  package var effect: Double
  /// Standard error of that difference.
  package var standardError: Double

  /// Whether the effect is larger than chance makes one of a few dozen inputs look.
  package var isClear: Bool { effect.magnitude > 3.5 * standardError }
}
