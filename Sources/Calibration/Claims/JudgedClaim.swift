package import StoreModel

/// A claim of a store's forecast with what came of it.
package struct JudgedClaim<Claim: Hashable & Sendable, Truth: Hashable & Sendable>:
  Hashable, Sendable
{
  /// The store.
  package var store: String
  /// Day 1 of the forecast.
  package var start: CalendarDay
  /// Replications of the forecast.
  package var replications: Int
  /// The claim.
  package var claim: Claim
  /// What came of it; `nil` while its day has not passed.
  package var outcome: ClaimOutcome<Truth>?

  /// Creates a claim with its outcome.
  package init(
    store: String,
    start: CalendarDay,
    replications: Int,
    claim: Claim,
    outcome: ClaimOutcome<Truth>?
  ) {
    self.store = store
    self.start = start
    self.replications = replications
    self.claim = claim
    self.outcome = outcome
  }

  /// The truth where it is decided.
  package var truth: Truth? {
    if case .decided(let truth) = outcome { return truth }
    return nil
  }
}

/// A claim about an event with what came of it.
package typealias JudgedEvent = JudgedClaim<EventClaim, EventTruth>
/// A claim about a measure with what came of it.
package typealias JudgedMeasure = JudgedClaim<MeasureClaim, MeasureTruth>

extension JudgedClaim where Claim == EventClaim {
  /// The claims that share no day with another one about the same event of the same store, as many
  /// as there can be; in order of their last day.
  ///
  /// Claims whose days overlap speak of one outcome more than once and are no independent trials.
  package static func withoutOverlaps(_ claims: [Self]) -> [Self] {
    var ends: [String: CalendarDay] = [:]
    // First the one that ends first: the classic choice of the most intervals that do not meet.
    let order = claims.sorted {
      ($0.claim.date, $1.start, $0.store, $0.claim.event)
        < ($1.claim.date, $0.start, $1.store, $1.claim.event)
    }
    return order.filter { one in
      let key = [one.store, one.claim.pack, one.claim.event].joined(separator: "\n")
      if let end = ends[key], one.start <= end { return false }
      ends[key] = one.claim.date
      return true
    }
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
