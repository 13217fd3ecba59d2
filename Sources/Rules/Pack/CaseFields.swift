/// A value that only worked examples give, with what it can hold.
package struct RuleField: Hashable, Sendable {
  /// What a value can hold.
  package enum Kind: Hashable, Sendable {
    /// A number, a truth, or a moment as `2026-03-01T12:00:00`, a date or a time of day.
    case number, truth, moment
    /// A word out of a list; any word where the list is empty.
    case word([String])
  }

  /// Name, unique among inputs, nodes, fields and parameters.
  package var name: String
  /// What it can hold.
  package var kind: Kind

  /// Creates a field.
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A list of single cases that only worked examples give: refunds, replies, ratings.
package struct RecordList: Hashable, Sendable {
  /// How a plain value, or an element of an inner list, is called.
  package static let plainValue = "it"

  /// Name of the list.
  package var name: String
  /// Values of a record; one named `it` where the list holds plain values.
  package var values: [RuleField]
  /// Key of the inner list each of whose elements makes a record, called `it`; `nil` without one.
  package var innerList: String?

  /// Creates a list.
  package init(name: String, values: [RuleField], innerList: String?) {
    self.name = name
    self.values = values
    self.innerList = innerList
  }

  /// Whether its elements are plain values.
  package var isPlain: Bool { innerList == nil && values.map(\.name) == [Self.plainValue] }
}

/// A number over the records of a list.
package struct Aggregate: Hashable, Sendable {
  /// What is computed; absent values are left out.
  package enum Summary: String, CaseIterable, Hashable, Sendable {
    /// How many records count, and their sum: 0 where none does.
    case count, sum
    /// Absent where nothing counts.
    case mean, min, max
  }

  /// The first few records of each group of equal keys.
  package struct Leading: Hashable, Sendable {
    /// How many of a group count.
    package var most: Formula
    /// Values that are equal within a group; none makes one group of all.
    package var keys: [String]

    /// Creates a choice of records.
    package init(most: Formula, keys: [String]) {
      self.most = most
      self.keys = keys
    }
  }

  /// What is computed.
  package var summary: Summary
  /// The list.
  package var records: String
  /// The number of a record; `nil` for a count.
  package var value: Formula?
  /// Which records count; `nil` is all.
  package var condition: Formula?
  /// The records kept before the condition is asked; `nil` is all.
  package var leading: Leading?

  /// Creates an aggregate.
  package init(
    summary: Summary,
    records: String,
    value: Formula?,
    condition: Formula?,
    leading: Leading?
  ) {
    self.summary = summary
    self.records = records
    self.value = value
    self.condition = condition
    self.leading = leading
  }
}

/// A calculation with moments; the raw value is the operator's name in a pack.
package enum MomentOperator: String, CaseIterable, Hashable, Sendable {
  /// Hours from the first moment to the second.
  case hours
  /// Minutes between two moments that lie between two hours of the day.
  case openMinutes = "open_minutes"
  /// A moment some hours, days or calendar months later.
  case plusHours = "plus_hours"
  case plusDays = "plus_days"
  case plusMonths = "plus_months"
  /// An hour of the day of a moment.
  case atHour = "at_hour"
  /// Hours since the midnight before.
  case hourOf = "hour_of"

  /// Whether each operand is a moment.
  package var momentOperands: [Bool] {
    switch self {
    case .hours: [true, true]
    case .openMinutes: [true, true, false, false]
    case .plusHours, .plusDays, .plusMonths, .atHour: [true, false]
    case .hourOf: [true]
    }
  }

  /// Whether the result is a moment rather than a number.
  package var givesMoment: Bool {
    switch self {
    case .hours, .openMinutes, .hourOf: false
    case .plusHours, .plusDays, .plusMonths, .atHour: true
    }
  }
}
