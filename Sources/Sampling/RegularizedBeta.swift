internal import CGSL
internal import Glibc

/// The regularized incomplete beta function and its inverse, for shapes of any size.
///
/// GSL's continued fraction stops after 512 steps: it answers NaN from shapes of 10^9 and is wrong
/// by 6e-4 at 10^12, and its inverse is wrong at 10^7 and hangs for some small shapes. So large
/// shapes, and every inverse, are computed here; the cost of a value grows as the root of the shapes.
enum RegularizedBeta {
  // From here GSL's factor x^a (1 - x)^b / B(a, b) loses digits.
  private static let largestShapeOfGSL = 1e5

  /// Returns P(X <= x), 0 < x < 1.
  static func lower(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard max(a, b) > largestShapeOfGSL else { return gsl_cdf_beta_P(x, a, b) }
    return x < a / (a + b) ? smallerTail(x, 1 - x, a, b) : 1 - smallerTail(1 - x, x, b, a)
  }

  /// Returns P(X > x), 0 < x < 1.
  static func upper(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard max(a, b) > largestShapeOfGSL else { return gsl_cdf_beta_Q(x, a, b) }
    return x < a / (a + b) ? 1 - smallerTail(x, 1 - x, a, b) : smallerTail(1 - x, x, b, a)
  }

  /// Returns the x with P(X <= x) = p, 0 < p < 1.
  static func inverse(_ p: Double, _ a: Double, _ b: Double) -> Double {
    // Solved for whichever of x and 1 - x is the smaller, whose digits then all count.
    a <= b ? inverse(lower: p, upper: 1 - p, a, b) : 1 - inverse(lower: 1 - p, upper: p, b, a)
  }

  /// Newton's method on the logarithm of the smaller tail against log x, held in a bracket.
  private static func inverse(
    lower p: Double,
    upper q: Double,
    _ a: Double,
    _ b: Double
  ) -> Double {
    var (low, high) = (-708.0, 0.0)  // the smallest normal double, and 1
    var t = log(a / (a + b))
    for _ in 0..<200 {
      let x = exp(t)
      let tail = p <= q ? lower(x, a, b) : upper(x, a, b)
      let error = p <= q ? log(tail / p) : log(q / tail)
      if error < 0 { low = t } else { high = t }
      let slope = exp(logFactor(x, 1 - x, a, b)) / ((1 - x) * tail)
      var next = t - error / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - t) <= 1e-15 * max(1, abs(t)) { return exp(next) }
      t = next
    }
    return exp(t)
  }

  /// Returns P(X <= x) for x below the mean, by the modified method of Lentz on DLMF 8.17.22.
  ///
  /// `y` is 1 - x: whichever of the two is tiny brings its own digits.
  private static func smallerTail(
    _ x: Double,
    _ y: Double,
    _ a: Double,
    _ b: Double
  ) -> Double {
    var c = 1.0
    var d = 1 / notZero(1 - (a + b) * x / (a + 1))
    var fraction = d
    // Far fewer steps are needed, about the root of the shapes; the bound only ends it for sure.
    for step in 1...1_000_000_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / notZero(1 + even * d)
      c = notZero(1 + even / c)
      fraction *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / notZero(1 + odd * d)
      c = notZero(1 + odd / c)
      fraction *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return exp(logFactor(x, y, a, b)) * fraction / a
  }

  private static func notZero(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }

  /// Returns log(x^a y^b / B(a, b)), y = 1 - x, as a ratio of Poissons: nothing cancels.
  private static func logFactor(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    return PoissonMass.logarithm(count: a, mean: n * x)
      + PoissonMass.logarithm(count: b, mean: n * y)
      - PoissonMass.logarithm(count: n, mean: n)
      + log(a * (b / n))
  }
}
