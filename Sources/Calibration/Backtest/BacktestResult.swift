/// What a backtest found: every score, and for each target how the methods compare.
package struct BacktestResult: Sendable {
  /// One target over all origins.
  package struct Target: Sendable {
    /// What was forecast.
    package var target: BacktestTarget
    /// Each method over the origins of all stores.
    package var methods: [MethodSummary]
    /// Each store with origins: its index and each method there.
    package var stores: [(store: Int, methods: [MethodSummary])]
    /// How much lower the score of this program is than that of the best simple method, origin by origin,
    /// with an interval by stores.
    package var gain: ClusterMean?

    /// This program's own method.
    package var own: MethodSummary? { methods.first { $0.method == .storecast } }

    /// The simple method with the lowest mean score.
    package var bestSimple: MethodSummary? { Self.bestSimple(of: methods) }

    /// The simple method with the lowest mean score among some; the first of equals.
    package static func bestSimple(of methods: [MethodSummary]) -> MethodSummary? {
      methods.filter(\.method.isSimple).min { $0.crps.mean < $1.crps.mean }
    }
  }

  /// What was asked.
  package let settings: BacktestSettings
  /// Names of the stores.
  package let storeNames: [String]
  /// Every score.
  package let scores: [OriginScore]
  /// The targets that have origins.
  package let targets: [Target]

  /// Summarises the scores of a backtest.
  package init(settings: BacktestSettings, storeNames: [String], scores: [OriginScore]) {
    self.settings = settings
    self.storeNames = storeNames
    self.scores = scores
    targets = BacktestTarget.allCases.compactMap { target in
      let scores = scores.filter { $0.target == target }
      let line = target == .starMean ? settings.line : nil
      func summaries(_ scores: [OriginScore]) -> [MethodSummary] {
        BacktestMethod.allCases.compactMap { method in
          MethodSummary(
            scores,
            method: method,
            line: line,
            draws: settings.draws,
            stores: storeNames.count
          )
        }
      }
      let methods = summaries(scores)
      guard let best = Target.bestSimple(of: methods) else { return nil }
      return Target(
        target: target,
        methods: methods,
        stores: storeNames.indices.compactMap { store in
          let own = summaries(scores.filter { $0.store == store })
          return own.isEmpty ? nil : (store, own)
        },
        gain: Self.gain(scores, over: best.method, stores: storeNames.count)
      )
    }
  }

  /// Origins at which drift was widened, and those at which it could have been.
  package var widened: (origins: Int, of: Int) {
    let own = scores.filter { !$0.method.isSimple }
    return (own.count { $0.drift > 1 }, own.count)
  }

  private static func gain(
    _ scores: [OriginScore],
    over simple: BacktestMethod,
    stores: Int
  ) -> ClusterMean? {
    ClusterMean(
      (0..<stores).map { store in
        let ours = scores.filter { $0.store == store && $0.method == .storecast }
        let theirs = scores.filter { $0.store == store && $0.method == simple }
        // Both lists have one score an origin, in the same order.
        return zip(theirs, ours).map { $0.crps - $1.crps }
      }
    )
  }
}
