import Rules
import Simulation

/// When enough replications are done for a wanted precision.
///
/// Checked after whole batches only, on replications in the order of their index, so the stop does
/// not depend on threads. Wilson intervals keep their coverage under this rule where the plain
/// normal interval loses it for rare events.
package struct PrecisionRule: Hashable, Sendable {
  /// Fewest replications before the rule is asked.
  package static let fewestReplications = 1000

  /// Wanted half width of the 95 % interval of each headline, as a share in 0…1.
  package var halfWidth: Double

  /// Creates the rule.
  package init(halfWidth: Double) {
    self.halfWidth = halfWidth
  }

  /// Whether every headline event of every accumulator is known precisely enough.
  ///
  /// Events already so at the start are certain and not asked. Without a headline event all events
  /// are asked.
  package func isReached(_ accumulators: [ForecastAccumulator]) -> Bool {
    accumulators.allSatisfy { accumulator in
      let count = accumulator.replications
      guard count >= Self.fewestReplications else { return false }
      let all = accumulator.layout.events.indices
      let headlines = all.filter { accumulator.layout.events[$0].event.isHeadline }
      return (headlines.isEmpty ? Array(all) : headlines).allSatisfy { event in
        let passage = accumulator.firstPassages[event]
        return passage.isCertainAtStart
          || passage.interval.halfWidth <= halfWidth
      }
    }
  }
}
