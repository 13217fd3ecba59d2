import Glibc

/// Bounds that hold for every sample size and every law, so that a stated false-alarm rate is true
/// far out in the tail, where normal approximations are not.
enum Bounds {
  /// False-alarm rate of each single check of two simulators.
  static let alpha = 5e-11

  /// False-alarm rate of each single check against a known law.
  static let exactAlpha = 2e-11

  /// Largest |T| of the self-normalised sum T = Σ d / √Σ d² of independent symmetric d.
  ///
  /// Given |d|, T is a weighted sum of fair signs; Hoeffding's inequality gives
  /// P(|T| ≥ x) ≤ 2 exp(−x²/2) whatever the law of d (Efron 1969).
  static let symmetric = (2 * log(2 / alpha)).squareRoot()

  /// Largest distance of two empirical distribution functions of `count` draws each from one law:
  /// P(D ≥ x) ≤ 2.16863 exp(−n x²) for n ≥ 4 (Wei and Dudley 2012), discrete laws included.
  static func twoSampleDistance(_ count: Int) -> Double {
    (log(2.16863 / alpha) / Double(count)).squareRoot()
  }

  /// Chernoff's bound on P(|X/n − p| as far out as seen or farther) for X ~ Bin(n, p), doubled for
  /// the two sides; 1 where nothing is known.
  static func binomialTail(successes: Int, trials: Int, chance p: Double) -> Double {
    let n = Double(trials)
    let share = Double(successes) / n
    guard p > 0, p < 1 else { return share == p ? 1 : 0 }
    let up = share > 0 ? share * log(share / p) : 0
    let down = share < 1 ? (1 - share) * log((1 - share) / (1 - p)) : 0
    return min(1, 2 * exp(-n * (up + down)))
  }

  /// Chernoff's bound on the two-sided tail of X ~ Poisson(mean) at `count`.
  static func poissonTail(count: Int, mean: Double) -> Double {
    let x = Double(count)
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    let rate = x > 0 ? x * log(x / mean) - x + mean : mean
    return min(1, 2 * exp(-rate))
  }
}
