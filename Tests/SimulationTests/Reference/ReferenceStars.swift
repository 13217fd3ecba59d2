import Glibc
import StoreModel

/// Star shares by class, tilted so that the mix's mean follows the day's star level.
struct ReferenceStars {
  private let mix: [Double]
  private let shares: [[Double]]

  init(operation: Operation, mix: ReferenceMix) {
    self.mix = mix.classes
    shares = [
      operation.reviews.starsHappy, operation.reviews.starsNeutral,
      operation.reviews.starsUnhappy,
    ]
  }

  /// Mean star of the mix without a tilt.
  var mean: Double { mean(tilted(by: 0)) }

  /// Star shares of each class on a day whose mean is moved by `shift` stars.
  func shares(shiftedBy shift: Double) -> [[Double]] {
    let target = min(4.98, max(1.02, mean + shift))
    var low = -40.0
    var high = 40.0
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if mean(tilted(by: middle)) < target { low = middle } else { high = middle }
    }
    return tilted(by: (low + high) / 2)
  }

  private func tilted(by theta: Double) -> [[Double]] {
    shares.map { shares in
      let weights = shares.enumerated().map { $1 * exp(theta * Double($0 - 2)) }
      let total = weights.reduce(0, +)
      return weights.map { $0 / total }
    }
  }

  private func mean(_ shares: [[Double]]) -> Double {
    zip(mix, shares).reduce(0) { sum, pair in
      sum + pair.0 * pair.1.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    }
  }
}
