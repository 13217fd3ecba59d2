import Glibc
import StoreModel

/// Star shares by class (not normalised), tilted so that the mix's mean follows the day's star level.
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
  var mean: Double { mean(tilt: 0) }

  /// Star shares of each class on a day whose mean is moved by `shift` stars.
  func shares(shiftedBy shift: Double) -> [[Double]] {
    if shift == 0 { return shares }
    let target = min(4.98, max(1.02, mean + shift))
    var low = -40.0
    var high = 40.0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if mean(tilt: middle) < target { low = middle } else { high = middle }
    }
    let ratio = exp((low + high) / 2)
    return shares.map { shares in
      var weight = 1.0
      return shares.map { share in
        defer { weight *= ratio }
        return share * weight
      }
    }
  }

  /// Mean star of the mix when every class is tilted by exp(θ i).
  private func mean(tilt theta: Double) -> Double {
    let ratio = exp(theta)
    var mean = 0.0
    for kind in 0..<3 {
      var weight = 1.0
      var total = 0.0
      var stars = 0.0
      for star in 0..<5 {
        let share = shares[kind][star] * weight
        total += share
        stars += share * Double(star + 1)
        weight *= ratio
      }
      mean += mix[kind] * stars / total
    }
    return mean
  }
}
