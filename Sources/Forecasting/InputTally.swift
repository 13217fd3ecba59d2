import Simulation

/// How the drawn inputs went together with events: plain counts by thirds of each input's draw.
struct InputTally: Equatable, Sendable {
  private let inputs: [String]
  /// Replications at `input · 3 + third`.
  private var counts: [Int]
  /// Replications with the event at `(event · inputs + input) · 3 + third`.
  private var hits: [Int]

  init(layout: RecordLayout) {
    inputs = layout.inputs
    counts = Array(repeating: 0, count: inputs.count * 3)
    hits = Array(repeating: 0, count: layout.events.count * inputs.count * 3)
  }

  mutating func add(_ record: ReplicationRecord) {
    for (input, score) in record.inputScores.enumerated() {
      counts[input * 3 + Self.third(of: score)] += 1
    }
    for (event, day) in record.firstDays.enumerated() where day != ReplicationRecord.never {
      for (input, score) in record.inputScores.enumerated() {
        hits[(event * inputs.count + input) * 3 + Self.third(of: score)] += 1
      }
    }
  }

  mutating func merge(_ other: Self) {
    for index in counts.indices { counts[index] += other.counts[index] }
    for index in hits.indices { hits[index] += other.hits[index] }
  }

  /// How much each input moves an event, strongest first.
  ///
  /// An input without draws in both outer thirds says nothing; neither does one for an event that
  /// always or never happens there.
  func influences(on event: Int) -> [InputInfluence] {
    let found = inputs.indices.compactMap { input -> InputInfluence? in
      let base = (event * inputs.count + input) * 3
      let (low, high) = (counts[input * 3], counts[input * 3 + 2])
      let (lowHits, highHits) = (hits[base], hits[base + 2])
      guard low > 0, high > 0, lowHits + highHits > 0, lowHits + highHits < low + high else {
        return nil
      }
      let (lowShare, highShare) = (Double(lowHits) / Double(low), Double(highHits) / Double(high))
      let variance =
        lowShare * (1 - lowShare) / Double(low) + highShare * (1 - highShare) / Double(high)
      // Two draws are no evidence though they may not vary: at least the error of one hit more.
      let least = 1 / Double(min(low, high))
      return InputInfluence(
        input: inputs[input],
        effect: highShare - lowShare,
        standardError: max(variance.squareRoot(), least)
      )
    }
    return found.sorted {
      ($1.effect.magnitude, $0.input) < ($0.effect.magnitude, $1.input)
    }
  }

  private static func third(of score: Double) -> Int {
    if score < -InputInfluence.thirdOfNormal { return 0 }
    return score > InputInfluence.thirdOfNormal ? 2 : 1
  }
}
