import Glibc
import StoreModel

/// Star shares by class of buyer, tilted so that the store's mean star is a given number.
///
/// The tilt is exponential, p ∝ p(i)·exp(θ i): stars keep their shape and stay within 1…5, where a
/// shifted and clipped normal would not (`docs/model.md` §8).
struct StarLaw: Sendable {
  private static let greatestTilt = 6.0
  private static let steps = 240

  private let meanByStep: [Double]

  /// Mean star of the baseline's mix without any tilt.
  let untiltedMean: Double

  init(reviews: Reviews, mix: OutcomeMix) {
    let classes = reviews.starsOfClasses
    func mean(tilt: Double) -> Double {
      zip(classes, mix.classShares).reduce(0) { sum, entry in
        let tilted = entry.0.enumerated().map { $1 * exp(tilt * Double($0 - 2)) }
        let total = tilted.reduce(0, +)
        let stars = tilted.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        return sum + entry.1 * stars / total
      }
    }
    meanByStep = (0...Self.steps).map {
      mean(tilt: (Double($0) / Double(Self.steps) * 2 - 1) * Self.greatestTilt)
    }
    untiltedMean = mean(tilt: 0)
  }

  /// The tilt at which the mix has this mean star, clipped to 1.02…4.98.
  func tilt(forMean mean: Double) -> Double {
    let target = min(4.98, max(1.02, mean))
    var (low, high) = (0, Self.steps)
    while high - low > 1 {
      let middle = (low + high) / 2
      if meanByStep[middle] < target { low = middle } else { high = middle }
    }
    let span = meanByStep[high] - meanByStep[low]
    let part = span > 0 ? min(1, max(0, (target - meanByStep[low]) / span)) : 0
    return ((Double(low) + part) / Double(Self.steps) * 2 - 1) * Self.greatestTilt
  }

  /// Writes the star shares of a class under a tilt whose exponential is `growth`, five stars first.
  ///
  /// They need not sum to 1. `weights` has five places.
  static func fill(
    _ weights: inout [Double],
    with shares: InlineArray<5, Double>,
    growth: Double
  ) {
    var weight = weights.mutableSpan
    weight[0] = shares[4] * growth * growth
    weight[1] = shares[3] * growth
    weight[2] = shares[2]
    weight[3] = shares[1] / growth
    weight[4] = shares[0] / (growth * growth)
  }
}

extension Reviews {
  /// Star shares of happy, neutral and unhappy buyers, one star first.
  var starsOfClasses: [[Double]] { [starsHappy, starsNeutral, starsUnhappy] }
}
