internal import Glibc

/// Forecasts of a probability beside what happened.
package struct ProbabilityScore: Hashable, Sendable {
  /// Forecasts of similar probability.
  package struct Bin: Hashable, Sendable {
    /// Forecasts in the bin.
    package var count = 0
    /// Sum of the forecast probabilities.
    package var sum = 0.0
    /// How often it happened.
    package var hits = 0

    /// Mean forecast; `nil` of an empty bin.
    package var forecast: Double? { count > 0 ? sum / Double(count) : nil }
    /// Share in which it happened; `nil` of an empty bin.
    package var frequency: Double? { count > 0 ? Double(hits) / Double(count) : nil }
  }

  /// Bins of equal width from 0 to 1.
  package private(set) var bins = Array(repeating: Bin(), count: 10)
  private var squares = 0.0
  private var logarithms = 0.0

  /// No forecasts.
  package init() {}

  /// Adds a forecast in [0, 1] that is a share of a number of draws.
  ///
  /// The logarithmic score keeps half a draw away from 0 and 1, since none of 1,000 draws does not say
  /// "never".
  package mutating func add(_ probability: Double, happened: Bool, draws: Int) {
    let bin = min(Int(probability * 10), 9)
    bins[bin].count += 1
    bins[bin].sum += probability
    bins[bin].hits += happened ? 1 : 0
    let error = probability - (happened ? 1 : 0)
    squares += error * error
    let inner = (probability * Double(draws) + 0.5) / Double(draws + 1)
    logarithms -= log(happened ? inner : 1 - inner)
  }

  /// Forecasts.
  package var count: Int { bins.reduce(0) { $0 + $1.count } }
  /// Outcomes in which it happened.
  package var hits: Int { bins.reduce(0) { $0 + $1.hits } }
  /// Mean squared error (Brier 1950); `nil` without forecasts.
  package var brier: Double? { count > 0 ? squares / Double(count) : nil }
  /// Mean logarithmic score −log p, in nats; `nil` without forecasts.
  package var logarithmic: Double? { count > 0 ? logarithms / Double(count) : nil }
}
