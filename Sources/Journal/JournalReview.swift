package import Calibration
import StoreModel

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
  package let coverage: [MeasureCoverage]
  /// Why claims are not decided, the most frequent reason first.
  package let undecided: [UndecidedClaims]
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
    coverage = MeasureCoverage.all(of: measures)
    undecided = UndecidedClaims.all(
      events.compactMap(\.openReason) + measures.compactMap(\.openReason)
    )
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
}
