/// How much an uncertain input moves the probability of an event.
///
/// The least-squares slope of the event's indicator on the input's standard score, over all
/// replications: it costs no further simulation, and is exact for a linear response.
package struct InputInfluence: Hashable, Sendable {
  /// Standard deviations between the 10 % and the 90 % quantile of a normal score.
  package static let rangeInDeviations = 2 * 1.2815515655446004

  /// Dotted name of the input.
  package var input: String
  /// Change of the probability from the low to the high end of the input's 80 % range, −1…1.
  package var effectAcrossRange: Double
  /// Standard error of that change.
  package var standardError: Double
  /// Share of the variance of "happens or not" that knowing this input would remove, 0…1.
  package var shareOfVariance: Double

  /// Whether the effect is larger than chance makes one of a few dozen inputs look.
  package var isClear: Bool { effectAcrossRange.magnitude > 3.5 * standardError }
}
