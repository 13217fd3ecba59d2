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
