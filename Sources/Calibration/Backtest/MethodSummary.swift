/// How a method did over origins.
package struct MethodSummary: Hashable, Sendable {
  /// Levels of the bands that are checked.
  package static let bandLevels = [0.5, 0.8, 0.9, 0.95]

  /// The method.
  package var method: BacktestMethod
  /// Origins.
  package var origins: Int
  /// Mean fair continuous ranked probability score, with an interval by stores.
  package var crps: ClusterMean
  /// Mean absolute error of the median.
  package var absoluteError: Double
  /// How often each band of ``bandLevels`` held the outcome.
  package var coverage: [CoverageCount]
  /// Coverage of the 90 % band with an interval by stores.
  package var coverage90: ClusterMean
  /// Mean width of each band of ``bandLevels``.
  package var widths: [Double]
  /// Mean weighted interval score with its parts and the mean bias.
  package var quantileScore = QuantileScore()
  /// Chances of an outcome below the line; `nil` where none was asked.
  package var belowLine: ProbabilityScore?
  /// Mean Brier score by stores; `nil` where no line was asked.
  package var brier: ClusterMean?
  /// Where outcomes lie in the forecast distributions.
  package var transform: TransformHistogram
  /// Mean score divided by the store's mean outcome, with an interval by stores; `nil` for a mean star.
  package var relativeCRPS: ClusterMean?

  /// Summarises the origins of one method; `nil` without any.
  package init?(
    _ scores: [OriginScore],
    method: BacktestMethod,
    line: Double?,
    draws: Int,
    stores: Int
  ) {
    let scores = scores.filter { $0.method == method }
    let byStore = (0..<stores).map { store in scores.filter { $0.store == store } }
    func mean(_ value: (OriginScore) -> Double) -> Double {
      scores.reduce(0) { $0 + value($1) } / Double(scores.count)
    }
    func clustered(_ value: (OriginScore) -> Double) -> ClusterMean? {
      ClusterMean(byStore.map { $0.map(value) })
    }
    guard let crps = clustered(\.crps),
      let coverage90 = clustered({ $0.band(0.9).contains($0.outcome) ? 1 : 0 })
    else { return nil }
    self.method = method
    self.crps = crps
    self.coverage90 = coverage90
    origins = scores.count
    absoluteError = mean(\.absoluteError)
    coverage = Self.bandLevels.map { level in
      let hits = scores.count { $0.band(level).contains($0.outcome) }
      return CoverageCount(level: level, hits: hits, count: scores.count)
    }
    widths = Self.bandLevels.map { level in
      mean { $0.band(level).upperBound - $0.band(level).lowerBound }
    }
    quantileScore.dispersion = mean(\.quantileScore.dispersion)
    quantileScore.overprediction = mean(\.quantileScore.overprediction)
    quantileScore.underprediction = mean(\.quantileScore.underprediction)
    quantileScore.bias = mean(\.quantileScore.bias)
    transform = scores.reduce(into: TransformHistogram()) {
      $0.add(from: $1.transform.lowerBound, to: $1.transform.upperBound)
    }
    if let line {
      belowLine = scores.reduce(into: ProbabilityScore()) {
        $0.add($1.chanceBelow ?? 0, happened: $1.outcome < line, draws: draws)
      }
      brier = clustered { score in
        let error = (score.chanceBelow ?? 0) - (score.outcome < line ? 1 : 0)
        return error * error
      }
    } else {
      relativeCRPS = ClusterMean(
        byStore.map { scores in
          let usual = scores.reduce(0) { $0 + $1.outcome } / Double(max(scores.count, 1))
          return usual > 0 ? scores.map { $0.crps / usual } : []
        }
      )
    }
  }
}
