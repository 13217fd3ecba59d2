internal import StoreModel

/// A way to tell the odds of a rule event, or the value of a measure.
package enum RuleMethod: String, CaseIterable, Hashable, Sendable {
  /// The simulation of the store, from the scenario as `fit` fills it in.
  case storecast
  /// Days redrawn from the last 90, under the same rules.
  case bootstrap
  /// The share of earlier past forecasts of the same event in which it happened.
  case baseRate = "base_rate"

  /// Whether it is a simple method to be beaten.
  package var isSimple: Bool { self != .storecast }
}

/// A claim about a rule event made on a past date, with what simple methods said and what came of it.
package struct RuleEventClaim: Hashable, Sendable {
  /// The claim, and whether it came true.
  package var judged: JudgedEvent
  /// Index of the store.
  package var store: Int
  /// What redrawn days say, 0…1.
  package var bootstrap: Double
  /// The share of earlier claims, known on the date, that came true; .5 before there are any.
  package var baseRate = 0.5

  /// Creates a claim.
  package init(judged: JudgedEvent, store: Int, bootstrap: Double) {
    self.judged = judged
    self.store = store
    self.bootstrap = bootstrap
  }

  /// What a method says, 0…1.
  package func probability(_ method: RuleMethod) -> Double {
    switch method {
    case .storecast: judged.claim.probability
    case .bootstrap: bootstrap
    case .baseRate: baseRate
    }
  }

  /// What a method said and what came of it; `nil` where it is not decided.
  func outcome(_ method: RuleMethod) -> ForecastOutcome? {
    judged.truth.map {
      ForecastOutcome(
        probability: probability(method),
        happened: $0.firstDay != nil,
        replications: judged.replications
      )
    }
  }

  /// Gives each claim the share of those about the same event and number of days that had come true by its
  /// date, of all stores: k of n count as (k + ½) / (n + 1), so that few never make sure.
  static func withBaseRates(_ claims: [RuleEventClaim]) -> [RuleEventClaim] {
    func key(_ claim: RuleEventClaim) -> String {
      "\(claim.judged.claim.pack)\n\(claim.judged.claim.event)\n\(claim.judged.claim.day)"
    }
    let decided = Dictionary(grouping: claims.filter { $0.judged.truth != nil }, by: key)
    return claims.map { claim in
      // A day's events are known on its morning.
      let known = (decided[key(claim)] ?? []).filter { $0.judged.claim.date <= claim.judged.start }
      let hits = known.count { $0.judged.truth?.firstDay != nil }
      var claim = claim
      claim.baseRate = (Double(hits) + 0.5) / Double(known.count + 1)
      return claim
    }
  }
}

/// A claim about a pack's measure made on a past date, with the scores of both methods.
package struct RuleMeasureClaim: Hashable, Sendable {
  /// The claim, and the value that came.
  package var judged: JudgedMeasure
  /// Index of the store.
  package var store: Int
  /// Fair continuous ranked probability scores, in the measure's unit; `nil` where no value came, or where
  /// no future of redrawn days has one.
  package private(set) var crps, bootstrapCRPS: Double?

  /// Creates a claim.
  ///
  /// - Parameters:
  ///   - judged: the claim and what came of it.
  ///   - store: index of the store.
  ///   - draws: what the simulated futures have.
  ///   - bootstrap: what redrawn days have.
  package init(judged: JudgedMeasure, store: Int, draws: [Double], bootstrap: [Double]) {
    self.judged = judged
    self.store = store
    guard let truth = judged.truth, !draws.isEmpty, !bootstrap.isEmpty else { return }
    crps = Ensemble(draws).crps(of: truth.value)
    bootstrapCRPS = Ensemble(bootstrap).crps(of: truth.value)
  }
}
