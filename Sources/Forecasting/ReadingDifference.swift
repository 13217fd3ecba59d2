package import Rules

/// A headline that depends on how an unclear clause is read.
///
/// Both probabilities come from the same replications on common random numbers.
package struct ReadingDifference: Sendable {
  /// Smallest difference that is worth telling, as a share.
  package static let worthTelling = 0.05

  /// The event.
  package let event: EventDescription
  /// Its probability as forecast.
  package let probability: Double
  /// Its probability under the other reading.
  package let other: Double

  /// The headlines that differ by more than ``worthTelling``, the largest difference first.
  package static func all(forecast: Forecast, other: Forecast) -> [ReadingDifference] {
    zip(forecast.events, other.events).compactMap { here, there in
      guard here.event.isHeadline,
        (here.probability - there.probability).magnitude > worthTelling
      else { return nil }
      return ReadingDifference(
        event: here.event,
        probability: here.probability,
        other: there.probability
      )
    }.sorted {
      ($0.probability - $0.other).magnitude > ($1.probability - $1.other).magnitude
    }
  }
}
