package import StoreModel

/// Why a claim whose day has passed cannot be decided.
package struct OpenReason: Hashable, Sendable {
  /// The kind of reason; the raw value stands in the journal and in files.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Columns that decide it are not in the history; the detail names them.
    case missingColumns = "missing_columns"
    /// Days that decide it are not in the history; the detail is `3/30` of the worst window.
    case unobservedDays = "unobserved_days"
    /// The history ends before the day; the detail is its last day.
    case historyTooShort = "history_too_short"
    /// The platform may or may not act; the history does not say.
    case leftToChance = "left_to_chance"
    /// The rules or the scenario of the forecast cannot be used any more; the detail says why.
    case rulesUnusable = "rules_unusable"
    /// The rules know the event or measure no more.
    case notInRules = "not_in_rules"
    /// The measure had no value on the day.
    case noValue = "no_value"
  }

  /// The kind.
  package var kind: Kind
  /// More about it; may be empty.
  package var detail: String

  /// Creates a reason.
  package init(_ kind: Kind, detail: String = "") {
    self.kind = kind
    self.detail = detail
  }
}

/// What came of a claim.
package enum ClaimOutcome<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Decided.
  case decided(Value)
  /// The day has passed and nobody can say.
  case open(OpenReason)
}

/// Whether an event had happened by the day of its claim.
package struct EventTruth: Hashable, Sendable {
  /// The first day since the start on which it happened; `nil` where it had not by the claim's day.
  package var firstDay: CalendarDay?
  /// What people read for the event.
  package var english, chinese: String

  /// Creates the truth about an event.
  package init(firstDay: CalendarDay?, english: String, chinese: String) {
    self.firstDay = firstDay
    self.english = english
    self.chinese = chinese
  }
}

/// The value that a measure had.
package struct MeasureTruth: Hashable, Sendable {
  /// The value in the measure's unit.
  package var value: Double
  /// What people read for the measure.
  package var english, chinese: String

  /// Creates the truth about a measure.
  package init(value: Double, english: String, chinese: String) {
    self.value = value
    self.english = english
    self.chinese = chinese
  }
}

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
