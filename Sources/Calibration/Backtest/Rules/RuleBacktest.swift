internal import StoreModel

/// How good claims about rule events and measures from past dates were.
package struct RuleBacktest: Sendable {
  /// What people read for an event or a measure.
  package struct Subject: Hashable, Sendable {
    /// The pack.
    package var pack: String
    /// The name in the files.
    package var name: String
    /// The label.
    package var english, chinese: String
    /// Days from the date of the forecast; the first is day 1.
    package var day: Int
  }

  /// How good the odds of one method were.
  package struct MethodScores: Hashable, Sendable {
    /// The method.
    package var method: RuleMethod
    /// Its scores over all claims.
    package var scores: ProbabilityScores
    /// Its Brier score with an interval by stores.
    package var brier: ClusterMean
  }

  /// Claims about events that belong together.
  package struct Events: Sendable {
    /// The event and the number of days; `nil` of all claims together.
    package var subject: Subject?
    /// Every method over the same claims, this program's first.
    package var methods: [MethodScores]
    /// This program's claims by what they told.
    package var reliability: [ReliabilityBin]
    /// The same of claims that share no day.
    package var reliabilityApart: [ReliabilityBin]
    /// This program's claims that share no day with another one about the same event of the same store.
    package var apart: ProbabilityScores
    /// How much lower this program's Brier score is than that of the best simple method, claim by claim, with
    /// an interval by stores.
    package var gain: ClusterMean

    /// This program's own scores.
    package var own: MethodScores { methods[0] }
    /// The simple method with the lowest Brier score; the first of equals.
    package var bestSimple: MethodScores {
      methods.dropFirst().min { $0.scores.brier < $1.scores.brier } ?? own
    }
  }

  /// Claims about one measure on one day.
  package struct Measures: Sendable {
    /// The measure and the number of days.
    package var subject: Subject
    /// Its unit.
    package var unit: String
    /// How often it lay where it was said to.
    package var coverage: MeasureCoverage
    /// Mean scores of both methods, with an interval by stores.
    package var crps, bootstrapCRPS: ClusterMean
    /// How much lower this program's score is, with an interval by stores.
    package var gain: ClusterMean
  }

  /// Names of the stores.
  package let storeNames: [String]
  /// The numbers of days that were asked for.
  package let days: [Int]
  /// Simulated futures of each past forecast.
  package let replications: Int
  /// Past forecasts.
  package let origins: Int
  /// Every claim about an event, with all methods.
  package let events: [RuleEventClaim]
  /// Every claim about a measure.
  package let measures: [RuleMeasureClaim]
  /// All decided claims about events; `nil` without any.
  package let all: Events?
  /// The same by event and number of days.
  package let byEvent: [Events]
  /// Decided claims about measures, by measure and number of days.
  package let byMeasure: [Measures]
  /// Why claims are not decided, the most frequent reason first.
  package let undecided: [UndecidedClaims]

  /// Summarises claims.
  package init(
    storeNames: [String],
    days: [Int],
    replications: Int,
    origins: Int,
    events: [RuleEventClaim],
    measures: [RuleMeasureClaim]
  ) {
    self.storeNames = storeNames
    self.days = days
    self.replications = replications
    self.origins = origins
    self.events = RuleEventClaim.withBaseRates(events)
    self.measures = measures
    let stores = storeNames.count
    all = Self.summary(of: self.events, subject: nil, stores: stores)
    byEvent = Self.groups(self.events, by: Self.subject(ofEvent:)).compactMap {
      Self.summary(of: $1, subject: $0, stores: stores)
    }
    byMeasure = Self.groups(measures, by: Self.subject(ofMeasure:)).compactMap {
      Self.summary(of: $1, subject: $0, stores: stores)
    }
    undecided = UndecidedClaims.all(
      events.compactMap(\.judged.openReason) + measures.compactMap(\.judged.openReason)
    )
  }

  private static func subject(ofEvent one: RuleEventClaim) -> Subject? {
    one.judged.truth.map { truth in
      Subject(
        pack: one.judged.claim.pack,
        name: one.judged.claim.event,
        english: truth.english,
        chinese: truth.chinese,
        day: one.judged.claim.day
      )
    }
  }

  private static func subject(ofMeasure one: RuleMeasureClaim) -> Subject? {
    guard one.crps != nil else { return nil }
    return one.judged.truth.map { truth in
      Subject(
        pack: one.judged.claim.pack,
        name: one.judged.claim.measure,
        english: truth.english,
        chinese: truth.chinese,
        day: one.judged.claim.day
      )
    }
  }

  /// What is decided, by subject, in the order in which subjects come.
  private static func groups<Claim>(
    _ claims: [Claim],
    by subject: (Claim) -> Subject?
  ) -> [(Subject, [Claim])] {
    var order: [Subject] = []
    var grouped: [Subject: [Claim]] = [:]
    for claim in claims {
      guard let subject = subject(claim) else { continue }
      if grouped[subject] == nil { order.append(subject) }
      grouped[subject, default: []].append(claim)
    }
    return order.map { ($0, grouped[$0] ?? []) }
  }

  private static func summary(
    of claims: [RuleEventClaim],
    subject: Subject?,
    stores: Int
  ) -> Events? {
    let decided = claims.filter { $0.judged.truth != nil }
    func clustered(_ value: (RuleEventClaim) -> Double) -> ClusterMean? {
      ClusterMean((0..<stores).map { store in decided.filter { $0.store == store }.map(value) })
    }
    func error(_ claim: RuleEventClaim, _ method: RuleMethod) -> Double {
      let distance =
        claim.probability(method) - (claim.judged.truth?.firstDay == nil ? 0 : 1)
      return distance * distance
    }
    let methods = RuleMethod.allCases.compactMap { method -> MethodScores? in
      guard let scores = ProbabilityScores(decided.compactMap { $0.outcome(method) }),
        let brier = clustered({ error($0, method) })
      else { return nil }
      return MethodScores(method: method, scores: scores, brier: brier)
    }
    let apart = JudgedEvent.withoutOverlaps(decided.map(\.judged))
    guard methods.count == RuleMethod.allCases.count,
      let scoresApart = ProbabilityScores(apart.compactMap(\.forecastOutcome))
    else { return nil }
    var summary = Events(
      subject: subject,
      methods: methods,
      reliability: ReliabilityBin.bins(of: decided.compactMap { $0.outcome(.storecast) }),
      reliabilityApart: ReliabilityBin.bins(of: apart.compactMap(\.forecastOutcome)),
      apart: scoresApart,
      gain: methods[0].brier
    )
    let best = summary.bestSimple.method
    guard let gain = clustered({ error($0, best) - error($0, .storecast) }) else { return nil }
    summary.gain = gain
    return summary
  }

  private static func summary(
    of claims: [RuleMeasureClaim],
    subject: Subject,
    stores: Int
  ) -> Measures? {
    func clustered(_ value: (RuleMeasureClaim) -> Double) -> ClusterMean? {
      ClusterMean((0..<stores).map { store in claims.filter { $0.store == store }.map(value) })
    }
    guard let coverage = MeasureCoverage.all(of: claims.map(\.judged)).first,
      let crps = clustered({ $0.crps ?? 0 }),
      let bootstrap = clustered({ $0.bootstrapCRPS ?? 0 }),
      let gain = clustered({ ($0.bootstrapCRPS ?? 0) - ($0.crps ?? 0) })
    else { return nil }
    return Measures(
      subject: subject,
      unit: claims[0].judged.claim.unit,
      coverage: coverage,
      crps: crps,
      bootstrapCRPS: bootstrap,
      gain: gain
    )
  }
}
