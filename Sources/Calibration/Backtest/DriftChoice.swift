internal import StoreModel

/// Widens drift where bands held too little in the past, and only then.
///
/// At each origin the earlier origins are looked at whose outcome was known by then: if the 90 % band of the
/// unwidened model held so few that chance would explain it in less than one case of twenty, the smallest
/// factor is taken whose bands pass the same test, else the largest. An origin never takes part in its own
/// choice.
struct DriftChoice {
  /// What drift may be multiplied by.
  static let factors = [1, 1.5, 2, 3.0]
  private static let leastOrigins = 20
  private static let significance = 0.05

  let horizon: Int

  /// One score an origin and method, of the factor chosen there; simple methods pass unchanged.
  func chosen(_ scores: [OriginScore]) -> [OriginScore] {
    var chosen: [OriginScore] = []
    for score in scores where score.method.isSimple || score.drift == 1 {
      guard !score.method.isSimple else {
        chosen.append(score)
        continue
      }
      let known = scores.filter {
        $0.method == score.method && $0.target == score.target
          && $0.origin + horizon <= score.origin
      }
      let factor = factor(known)
      chosen.append(
        scores.first {
          $0.drift == factor && $0.method == score.method && $0.target == score.target
            && $0.store == score.store && $0.origin == score.origin
        } ?? score
      )
    }
    return chosen
  }

  private func factor(_ known: [OriginScore]) -> Double {
    for factor in Self.factors {
      let past = known.filter { $0.drift == factor }
      let hits = past.count { $0.band(0.9).contains($0.outcome) }
      let coverage = CoverageCount(level: 0.9, hits: hits, count: past.count)
      if past.count < Self.leastOrigins || coverage.chanceOfSoFew >= Self.significance {
        return factor
      }
    }
    return Self.factors[Self.factors.count - 1]
  }
}
