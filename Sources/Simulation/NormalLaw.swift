import Glibc

/// Standard normal distribution function.
func normalCDF(_ x: Double) -> Double {
  0.5 * erfc(-x * 0.7071067811865476)
}

/// Distribution function of a log-normal with log-mean `zeta` and log-sd `sigma`; 0 at and below 0.
func logNormalCDF(_ x: Double, zeta: Double, sigma: Double) -> Double {
  guard x > 0 else { return 0 }
  guard sigma > 0 else { return log(x) >= zeta ? 1 : 0 }
  return normalCDF((log(x) - zeta) / sigma)
}
