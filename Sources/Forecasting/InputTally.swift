import Simulation

/// How the drawn inputs went together with events.
///
/// Scores are rounded to 2⁻²⁰ of a standard deviation and summed as integers, so that no order of
/// adding matters.
struct InputTally: Equatable, Sendable {
  private static let scale = 1_048_576.0

  private let inputs: [String]
  private var moments: [ExactMoments]
  /// Σ z · 1{event} at `event · inputs + input`.
  private var products: [Int128]

  init(layout: RecordLayout) {
    inputs = layout.inputs
    moments = Array(repeating: ExactMoments(), count: inputs.count)
    products = Array(repeating: 0, count: inputs.count * layout.events.count)
  }

  mutating func add(_ record: ReplicationRecord) {
    let scores = record.inputScores.map { score in
      // A score beyond a thousand standard deviations, or none at all, is no score.
      score.magnitude < 1000 ? Int64((score * Self.scale).rounded()) : 0
    }
    for (input, score) in scores.enumerated() { moments[input].add(score) }
    for (event, day) in record.firstDays.enumerated() where day != ReplicationRecord.never {
      for (input, score) in scores.enumerated() {
        products[event * inputs.count + input] += Int128(score)
      }
    }
  }

  mutating func merge(_ other: Self) {
    for input in moments.indices { moments[input].merge(other.moments[input]) }
    for index in products.indices { products[index] += other.products[index] }
  }

  /// How much each input moves an event that happened in `hits` replications, strongest first.
  func influences(on event: Int, hits: Int) -> [InputInfluence] {
    let found = inputs.indices.compactMap { input -> InputInfluence? in
      let moment = moments[input]
      guard
        let spread = moment.variance, spread > 0, hits > 0, hits < moment.count,
        let covariance = ExactMoments.covariance(
          count: moment.count,
          product: products[event * inputs.count + input],
          first: moment.sum,
          second: Int128(hits)
        )
      else { return nil }
      let count = Double(moment.count)
      let share = Double(hits) / count
      let slope = covariance / spread * Self.scale
      let variance = share * (1 - share) * count / (count - 1)
      let explained = min(1, covariance * covariance / (spread * variance))
      let slopeError =
        (variance * (1 - explained) / (spread * max(count - 2, 1))).squareRoot() * Self.scale
      return InputInfluence(
        input: inputs[input],
        effectAcrossRange: slope * InputInfluence.rangeInDeviations,
        standardError: slopeError * InputInfluence.rangeInDeviations,
        shareOfVariance: explained
      )
    }
    return found.sorted {
      ($1.effectAcrossRange.magnitude, $0.input) < ($0.effectAcrossRange.magnitude, $1.input)
    }
  }
}
