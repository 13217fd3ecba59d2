/// How the distance of a rate below its target is counted in percentage points.
package enum ShortfallMode: String, CaseIterable, Hashable, Sendable {
  /// Each full point.
  case floor
  /// Parts of a point too.
  case proportional
  /// Each point that has begun.
  case ceil

  /// Percentage points by which a rate falls short, at least 0; `nil` where they do not fit.
  func points(of rate: Rational, below target: Rational) -> Rational? {
    guard rate < target else { return .zero }
    guard let points = target.subtracting(rate)?.multiplied(by: Rational(100)) else { return nil }
    switch self {
    case .floor: return Rational(unchecked: points.floor, 1)
    case .proportional: return points
    case .ceil: return Rational(unchecked: points.ceiling, 1)
    }
  }
}
