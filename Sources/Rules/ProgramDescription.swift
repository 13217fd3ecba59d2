/// A name in the two languages of the program.
package struct Label: Hashable, Sendable {
  /// English text.
  package var english: String

  /// Chinese text.
  package var chinese: String

  /// Creates a name.
  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

/// The side of a threshold on which a store does not want to be.
package enum BadSide: Hashable, Sendable {
  /// Values below the threshold are bad.
  case below
  /// Values above the threshold are bad.
  case above
}

/// A number that is reported for each day.
///
/// Reported values travel as integer *ticks*, `unitsPerOne` to one unit, so that sums over
/// replications are exact; ``absent`` marks a day without a value (no denominator).
package struct Measure: Hashable, Sendable {
  /// The tick value of a day without a value.
  package static let absent = Int64.min

  /// Name in the files, unique in its pack.
  package var name: String

  /// Unit in the files, as `orders`, `yuan`, `share`, `stars`, `s`.
  package var unit: String

  /// Ticks per unit: 1 for counts, 1,000,000 for shares and scores.
  package var unitsPerOne: Int

  /// The threshold in force, in units; `nil` without one.
  package var threshold: Double?

  /// The bad side of the threshold.
  package var badSide: BadSide?

  /// What people read.
  package var label: Label

  /// Creates a measure.
  package init(
    name: String,
    unit: String,
    unitsPerOne: Int,
    threshold: Double? = nil,
    badSide: BadSide? = nil,
    label: Label
  ) {
    self.name = name
    self.unit = unit
    self.unitsPerOne = unitsPerOne
    self.threshold = threshold
    self.badSide = badSide
    self.label = label
  }
}

/// A state of a ladder, by index.
package struct ReachedState: Hashable, Sendable {
  /// Index of the ladder in its pack.
  package var ladder: Int

  /// Index of the state in the ladder.
  package var state: Int

  /// Creates a reference to a state.
  package init(ladder: Int, state: Int) {
    self.ladder = ladder
    self.state = state
  }
}

/// Something that can happen on a day, at most once a day.
package struct EventDescription: Hashable, Sendable {
  /// Name in the files, unique in its pack.
  package var name: String

  /// The threshold in force as text, empty without one.
  package var threshold: String

  /// What people read: "falls below 4.5".
  package var label: Label

  /// The heading under which the answer speaks of it: "LEVEL", "RATING".
  package var section: Label

  /// Whether the event is a sentence of the answer rather than only a row of a file.
  package var isHeadline: Bool

  /// The ladder and state that are reached when it happens, by index; `nil` for other events.
  package var reaches: ReachedState?

  /// Whether the event is good news, bad news or neither.
  package var isGood: Bool?

  /// Creates an event.
  package init(
    name: String,
    threshold: String,
    label: Label,
    section: Label,
    isHeadline: Bool,
    isGood: Bool?,
    reaches: ReachedState?
  ) {
    self.name = name
    self.threshold = threshold
    self.label = label
    self.section = section
    self.isHeadline = isHeadline
    self.isGood = isGood
    self.reaches = reaches
  }
}

/// A ladder, gate or tier: exactly one of its states holds on each day.
package struct LadderDescription: Hashable, Sendable {
  /// Name in the files, unique in its pack.
  package var name: String

  /// State names, in order.
  package var states: [String]

  /// What people read for each state.
  package var stateLabels: [Label]

  /// Conditions that can stand in the way of a rise, by name; at most 64.
  package var conditions: [String]

  /// What people read for each condition: "good ratings ≥ 90 %".
  package var conditionLabels: [Label]

  /// What people read for the ladder.
  package var label: Label

  /// Whether it is a tier: states from the best, no memory, no rise.
  package var isTier: Bool

  /// Creates a ladder.
  package init(
    name: String,
    states: [String],
    stateLabels: [Label],
    conditions: [String],
    conditionLabels: [Label],
    label: Label,
    isTier: Bool = false
  ) {
    self.name = name
    self.states = states
    self.stateLabels = stateLabels
    self.conditions = conditions
    self.conditionLabels = conditionLabels
    self.label = label
    self.isTier = isTier
  }
}

/// An amount of money that is reported for the horizon and each month.
package struct MoneyItem: Hashable, Sendable {
  /// How an amount comes about.
  package enum Source: Hashable, Sendable {
    /// The rules compute it (a penalty, a compensation).
    case charge
    /// Value of orders wanted but refused by the pack's caps.
    case salesLostToCap
    /// Value of orders that did not arrive because of the pack's share of demand.
    case salesLostToShare
    /// Value of orders refused while the pack stops all sales.
    case salesLostToStop
  }

  /// Name in the files, unique in its pack.
  package var name: String

  /// What people read.
  package var label: Label

  /// How its amount comes about.
  package var source: Source

  /// Creates an item.
  package init(name: String, source: Source, label: Label) {
    self.name = name
    self.source = source
    self.label = label
  }
}

/// What a pack does to the store from the morning of an evaluation on.
package struct RuleEffects: Hashable, Sendable {
  /// Most orders accepted today; `nil` is no cap.
  package var orderCap: Int?

  /// Highest value of orders accepted today, in fen; `nil` is no cap.
  package var gmvCapInFen: Int?

  /// Share of demand that still arrives, 0…1.
  package var demandShare: Double

  /// Whether nothing can be sold today.
  package var salesStopped: Bool

  /// Effects that change nothing.
  package static let none = RuleEffects(
    orderCap: nil,
    gmvCapInFen: nil,
    demandShare: 1,
    salesStopped: false
  )

  /// Creates effects.
  package init(orderCap: Int?, gmvCapInFen: Int?, demandShare: Double, salesStopped: Bool) {
    self.orderCap = orderCap
    self.gmvCapInFen = gmvCapInFen
    self.demandShare = demandShare
    self.salesStopped = salesStopped
  }
}

/// What a pack's evaluation of one morning produced; reused from day to day.
package struct RuleOutcome: Sendable {
  /// Measures in ticks, in the order of the program's measures.
  package var measures: [Int64]

  /// Index of the state that holds from this morning on, for each ladder.
  package var states: [Int]

  /// Whether each event carries this day's date.
  package var events: [Bool]

  /// For each ladder: whether it was evaluated this morning and did not rise, and a bit mask of the
  /// conditions that stood in the way.
  package var blocked: [UInt64?]

  /// Money that fell due this morning, in fen, in the order of the program's money items.
  package var moneyInFen: [Int]

  /// Effects from this morning on.
  package var effects: RuleEffects

  /// Creates an outcome with nothing in it.
  package init(measures: Int, ladders: Int, events: Int, moneyItems: Int) {
    self.measures = Array(repeating: Measure.absent, count: measures)
    states = Array(repeating: 0, count: ladders)
    self.events = Array(repeating: false, count: events)
    blocked = Array(repeating: nil, count: ladders)
    moneyInFen = Array(repeating: 0, count: moneyItems)
    effects = .none
  }
}
