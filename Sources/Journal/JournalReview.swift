package import Calibration
package import StoreModel

/// How good the claims of a journal were, in numbers.
package struct JournalReview: Sendable {
  /// Some claims about events that belong together.
  package struct Group: Sendable {
    /// What they have in common: a store, a month, a number of days.
    package var name: String
    /// The same for people, where it has a label.
    package var english, chinese: String
    /// Their scores.
    package var scores: ProbabilityScores
  }

  /// How often a measure lay where it was said to.
  package struct Coverage: Hashable, Sendable {
    /// The pack of the measure.
    package var pack: String
    /// The name of the measure.
    package var measure: String
    /// What people read for it.
    package var english, chinese: String
    /// Number of claims decided.
    package var count: Int
    /// Values from the 25 % to the 75 % quantile, from the 5 % to the 95 % one, below, above.
    package var inHalf, inNinety, below, above: Int
  }

  /// Claims that cannot be decided, for one reason.
  package struct Undecided: Hashable, Sendable {
    /// The reason.
    package var reason: OpenReason
    /// Number of claims.
    package var count: Int
  }

  /// Every claim about an event, by store and start.
  package let events: [JudgedEvent]
  /// Every claim about a measure, by store and start.
  package let measures: [JudgedMeasure]
  /// Scores of all claims about events that are decided; `nil` without any.
  package let all: ProbabilityScores?
  /// Scores of those that share no day with another one about the same event of the same store.
  package let apart: ProbabilityScores?
  /// Claims by what they told.
  package let reliability: [ReliabilityBin]
  /// The same of claims that share no day.
  package let reliabilityApart: [ReliabilityBin]
  /// Scores by event, by store, by month of the start, by number of days.
  package let byEvent, byStore, byMonth, byDay: [Group]
  /// How often measures lay where they were said to.
  package let coverage: [Coverage]
  /// Why claims are not decided, the most frequent reason first.
  package let undecided: [Undecided]
  /// Claims whose day has not passed.
  package let pending: Int
  /// Decided claims about events that told under 1 or over 99 in 100.
  package let nearlySure: Int
  /// Numbers of stores, of forecasts' starts by store, and of weeks of such starts behind the
  /// decided claims about events.
  package let stores, forecasts, weeks: Int

  /// Reviews claims.
  package init(events: [JudgedEvent], measures: [JudgedMeasure]) {
    self.events = events
    self.measures = measures
    let decided = events.filter { $0.truth != nil }
    let apart = JudgedEvent.withoutOverlaps(decided)
    all = ProbabilityScores(decided.compactMap(\.forecastOutcome))
    self.apart = ProbabilityScores(apart.compactMap(\.forecastOutcome))
    reliability = ReliabilityBin.bins(of: decided.compactMap(\.forecastOutcome))
    reliabilityApart = ReliabilityBin.bins(of: apart.compactMap(\.forecastOutcome))
    byEvent = Self.groups(of: decided) {
      "\($0.claim.pack) \($0.claim.event)"
    } label: {
      ($0.truth?.english ?? "", $0.truth?.chinese ?? "")
    }
    byStore = Self.groups(of: decided) {
      $0.store
    } label: {
      ($0.store, $0.store)
    }
    byMonth = Self.groups(of: decided) {
      $0.start.monthText
    } label: {
      ($0.start.monthText, $0.start.monthText)
    }
    byDay = Self.groups(of: decided) {
      Self.lead($0.claim.day)
    } label: {
      let day = Self.lead($0.claim.day)
      return ("by day \(day)", "\(day) 天内")
    }
    coverage = Self.coverage(of: measures)
    let reasons = events.compactMap(\.openReason) + measures.compactMap(\.openReason)
    undecided = Dictionary(grouping: reasons) { $0 }.map { Undecided(reason: $0, count: $1.count) }
      .sorted { ($1.count, $0.reason.detail) < ($0.count, $1.reason.detail) }
    pending =
      events.count { $0.outcome == nil } + measures.count { $0.outcome == nil }
    nearlySure = decided.count { $0.claim.probability < 0.01 || $0.claim.probability > 0.99 }
    stores = Set(decided.map(\.store)).count
    forecasts = Set(decided.map { "\($0.start) \($0.store)" }).count
    weeks = Set(decided.map { ($0.start - $0.start.weekday).ordinal }).count
  }

  /// The usual days by themselves, others in tens.
  private static func lead(_ day: Int) -> String {
    ClaimDays.usual.contains(day) || day < 7 ? "\(day)" : "\(day / 10 * 10)+"
  }

  private static func groups(
    of claims: [JudgedEvent],
    by key: (JudgedEvent) -> String,
    label: (JudgedEvent) -> (String, String)
  ) -> [Group] {
    var order: [String] = []
    var grouped: [String: [JudgedEvent]] = [:]
    for claim in claims {
      let name = key(claim)
      if grouped[name] == nil { order.append(name) }
      grouped[name, default: []].append(claim)
    }
    return order.compactMap { name in
      guard let members = grouped[name], let last = members.last,
        let scores = ProbabilityScores(members.compactMap(\.forecastOutcome))
      else { return nil }
      let (english, chinese) = label(last)
      return Group(name: name, english: english, chinese: chinese, scores: scores)
    }
  }

  private static func coverage(of claims: [JudgedMeasure]) -> [Coverage] {
    var order: [String] = []
    var found: [String: Coverage] = [:]
    for claim in claims {
      guard let truth = claim.truth else { continue }
      let told = claim.claim
      let key = "\(told.pack) \(told.measure)"
      if found[key] == nil { order.append(key) }
      var coverage =
        found[key]
        ?? Coverage(
          pack: told.pack,
          measure: told.measure,
          english: truth.english,
          chinese: truth.chinese,
          count: 0,
          inHalf: 0,
          inNinety: 0,
          below: 0,
          above: 0
        )
      let (value, quantiles) = (truth.value, told.quantiles)
      coverage.count += 1
      if value >= quantiles.q25, value <= quantiles.q75 { coverage.inHalf += 1 }
      if value < quantiles.q05 {
        coverage.below += 1
      } else if value > quantiles.q95 {
        coverage.above += 1
      } else {
        coverage.inNinety += 1
      }
      found[key] = coverage
    }
    return order.compactMap { found[$0] }
  }
}

extension JudgedClaim {
  /// Why it is not decided; `nil` where it is, or where its day has not passed.
  package var openReason: OpenReason? {
    if case .open(let reason) = outcome { return reason }
    return nil
  }
}

extension JudgedClaim where Claim == EventClaim, Truth == EventTruth {
  /// What was told and what came of it; `nil` where it is not decided.
  package var forecastOutcome: ForecastOutcome? {
    truth.map {
      ForecastOutcome(
        probability: claim.probability,
        happened: $0.firstDay != nil,
        replications: replications
      )
    }
  }
}
