internal import Glibc

/// Logarithms of Poisson probabilities that stay exact where factorials cancel.
///
/// Loader (2000), "Fast and accurate computation of binomial probabilities": a probability is a
/// Stirling term, a remainder looked up or summed, and a deviance computed without subtracting large
/// numbers. The mass functions of the binomial and the hypergeometric are ratios of these.
enum PoissonMass {
  /// Returns log(e^-mean mean^count / count!), for count >= 0, whole or not, and mean > 0.
  static func logarithm(count: Double, mean: Double) -> Double {
    guard count > 0 else { return -mean }
    return -stirlingRemainder(count) - deviance(count, mean) - 0.5 * log(2 * .pi * count)
  }

  /// Returns log(n!) - log(sqrt(2 pi n) (n / e)^n), for n > 0.
  static func stirlingRemainder(_ n: Double) -> Double {
    guard n > 15 else {
      return n == n.rounded() ? wholeRemainders[Int(n)] : remainderByGamma(n)
    }
    // Abramowitz and Stegun 6.1.41.
    let square = n * n
    return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0) / square) / square) / square) / n
  }

  /// Returns count log(count / mean) + mean - count.
  static func deviance(_ count: Double, _ mean: Double) -> Double {
    let difference = count - mean
    guard abs(difference) < 0.1 * (count + mean) else {
      return count * log(count / mean) - difference
    }
    // log(count / mean) = 2 artanh(v): the leading terms are subtracted by hand, not in floating point.
    let v = difference / (count + mean)
    var sum = difference * v
    var power = 2 * count * v
    var denominator = 1.0
    while true {
      power *= v * v
      denominator += 2
      let next = sum + power / denominator
      if next == sum { return next }
      sum = next
    }
  }

  private static let wholeRemainders = [0] + (1...15).map { remainderByGamma(Double($0)) }

  private static func remainderByGamma(_ n: Double) -> Double {
    lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * .pi)
  }
}
