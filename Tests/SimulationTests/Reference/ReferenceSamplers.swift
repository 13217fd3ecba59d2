import Glibc
import StoreModel

/// Textbook samplers on ``ReferenceGenerator``; slow, short and independent of GSL.
extension ReferenceGenerator {
  /// True with the given probability.
  mutating func happens(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// A standard normal number by Box and Muller (1958).
  mutating func normal() -> Double {
    if let spare = takeSpareNormal() { return spare }
    let radius = (-2 * log(uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    keepSpareNormal(radius * sin(angle))
    return radius * cos(angle)
  }

  /// An exponential number with the given mean, by inversion.
  mutating func exponential(mean: Double) -> Double {
    -mean * log(uniform())
  }

  /// A log-normal number whose logarithm has mean `mu` and standard deviation `sigma`.
  mutating func logNormal(mu: Double, sigma: Double) -> Double {
    exp(mu + sigma * normal())
  }

  /// A gamma number of any positive shape, after Marsaglia and Tsang (2000).
  mutating func gamma(shape: Double, scale: Double) -> Double {
    if shape < 1 {
      let boost = pow(uniform(), 1 / shape)
      return gamma(shape: shape + 1, scale: scale) * boost
    }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let cube = root * root * root
      if log(uniform()) < 0.5 * x * x + d - d * cube + d * log(cube) { return d * cube * scale }
    }
  }

  /// A Poisson count: Knuth's product below mean 10, Hörmann's PTRS (1993) from there on.
  mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean < 10 {
      let limit = exp(-mean)
      var count = 0
      var product = uniform()
      while product > limit {
        count += 1
        product *= uniform()
      }
      return count
    }
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= squeeze { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let bound = k * log(mean) - mean - lgamma(k + 1)
      if log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= bound { return Int(k) }
    }
  }

  /// A geometric number of failures before a success, with the given mean.
  mutating func failures(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    return Int((log(uniform()) / log(mean / (1 + mean))).rounded(.down))
  }

  /// An index drawn in proportion to `weights`, which need not sum to 1.
  mutating func choice(_ weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  /// A value of an uncertain input for the standard score `z`.
  static func value(of law: Uncertain.Law, z: Double) -> Double {
    let ends = 1.281_551_565_544_600_4
    func between(_ low: Double, _ high: Double) -> Double {
      (low + high) / 2 + z * (high - low) / (2 * ends)
    }
    switch law {
    case .known(let value): return value
    case .amount(let low, let high): return exp(between(log(low), log(high)))
    case .number(let low, let high): return between(low, high)
    case .share(let low, let high):
      return 1 / (1 + exp(-between(log(low / (1 - low)), log(high / (1 - high)))))
    }
  }
}
