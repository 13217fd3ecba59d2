import Glibc

/// A probability that was told before, with what came true.
package struct ForecastOutcome: Hashable, Sendable {
  /// The probability told, 0…1.
  package var probability: Double
  /// Whether it happened.
  package var happened: Bool
  /// What a told 0 counts as in the log score: no finite number of simulated futures tells it from 0.
  package var leastProbability: Double

  /// Creates a pair; the probability is that of some number of simulated futures.
  package init(probability: Double, happened: Bool, replications: Int) {
    self.probability = probability
    self.happened = happened
    leastProbability = 0.5 / (Double(replications) + 1)
  }
}

/// How often things happened that were told with about one probability.
package struct ReliabilityBin: Hashable, Sendable {
  /// Edges of the bins; the last one belongs to the last bin.
  package static let edges = [0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1]

  /// The least and the greatest probability of the bin.
  package var low, high: Double
  /// Number of probabilities told.
  package var count: Int
  /// Their mean.
  package var meanProbability: Double
  /// How many came true.
  package var hits: Int
  /// Numbers of which a reliable forecast of independent things leaves at most 2.5 % on either side.
  package var band: ClosedRange<Int>

  /// Whether as many came true as a reliable forecast lets expect.
  package var isWithinBand: Bool { band.contains(hits) }

  /// A bin of at least one pair.
  package init(low: Double, high: Double, outcomes: [ForecastOutcome]) {
    self.low = low
    self.high = high
    count = outcomes.count
    let probabilities = outcomes.map(\.probability)
    meanProbability = probabilities.reduce(0, +) / Double(max(outcomes.count, 1))
    hits = outcomes.count { $0.happened }
    band = PoissonBinomial(probabilities).band(tail: 0.025)
  }

  /// The bins that hold a pair, by probability.
  package static func bins(of outcomes: [ForecastOutcome]) -> [ReliabilityBin] {
    var binned = [[ForecastOutcome]](repeating: [], count: edges.count - 1)
    for outcome in outcomes {
      let above = edges.dropFirst().dropLast().count { $0 <= outcome.probability }
      binned[above].append(outcome)
    }
    return binned.enumerated().compactMap { index, outcomes in
      outcomes.isEmpty
        ? nil : ReliabilityBin(low: edges[index], high: edges[index + 1], outcomes: outcomes)
    }
  }
}

/// How good some probabilities were.
package struct ProbabilityScores: Hashable, Sendable {
  /// Number of probabilities.
  package var count: Int
  /// How many came true.
  package var hits: Int
  /// The number expected to come true: the sum of the probabilities.
  package var expectedHits: Double
  /// Mean squared distance from what happened, 0 (best) … 1 (Brier 1950).
  package var brier: Double
  /// Mean of −ln of the probability that was given to what happened; 0 is best (Good 1952).
  package var logScore: Double
  /// The Brier score of telling each time the share that came true in the end.
  package var baseRateBrier: Double
  /// Numbers of hits of which a reliable forecast of independent things leaves at most 2.5 % on
  /// either side.
  package var band: ClosedRange<Int>

  /// Share of the base rate's Brier score that is saved; `nil` where that is 0.
  package var skill: Double? { baseRateBrier > 0 ? 1 - brier / baseRateBrier : nil }

  /// Scores pairs; `nil` without any.
  package init?(_ outcomes: [ForecastOutcome]) {
    guard !outcomes.isEmpty else { return nil }
    let n = Double(outcomes.count)
    count = outcomes.count
    hits = outcomes.count { $0.happened }
    expectedHits = outcomes.reduce(0) { $0 + $1.probability }
    brier =
      outcomes.reduce(0) { sum, one in
        let distance = one.probability - (one.happened ? 1 : 0)
        return sum + distance * distance
      } / n
    logScore =
      outcomes.reduce(0) { sum, one in
        let given = one.happened ? one.probability : 1 - one.probability
        return sum - log(max(given, one.leastProbability))
      } / n
    let rate = Double(hits) / n
    baseRateBrier = rate * (1 - rate)
    band = PoissonBinomial(outcomes.map(\.probability)).band(tail: 0.025)
  }
}
