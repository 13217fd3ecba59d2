internal import Glibc

/// Mean and variance of logarithms under gamma and beta laws.
enum LogMoments {
  /// The digamma function, for x > 0; error below 10⁻¹² (recurrence to 12, then the asymptotic series).
  static func digamma(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    while x < 12 {
      sum -= 1 / x
      x += 1
    }
    let r = 1 / (x * x)
    return sum + log(x) - 0.5 / x
      - r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r * (1 / 240.0 - r / 132))))
  }

  /// The trigamma function, for x > 0; error below 10⁻¹².
  static func trigamma(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    while x < 12 {
      sum += 1 / (x * x)
      x += 1
    }
    let r = 1 / (x * x)
    return sum + 1 / x + 0.5 * r
      + r / x * (1 / 6.0 - r * (1 / 30.0 - r * (1 / 42.0 - r * (1 / 30.0 - r * 5 / 66))))
  }

  /// The root of a falling function between two logarithms, by bisection.
  static func root(from low: Double, to high: Double, _ falling: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<70 {
      let middle = (low + high) / 2
      if falling(exp(middle)) > 0 { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}
