package import StoreModel

/// One pack's score of a real history, on the morning of a date.
package struct PackScore: Sendable {
  /// A pack in force from a day of the play on.
  package struct Version: Hashable, Sendable {
    /// `platform.name@version`.
    package var packID: String
    /// First morning that it scores.
    package var from: CalendarDay
  }

  /// Where the store stands on a ladder, at a gate or in a tier.
  package struct State: Hashable, Sendable {
    /// What holds states.
    package enum Kind: String, Hashable, Sendable {
      /// Steps, membership, bands.
      case ladder, gate, tier
    }

    /// What it is.
    package var kind: Kind
    /// Its name.
    package var name: String
    /// What people read for it.
    package var label: Label
    /// Name of the state; `nil` where what places it is not known.
    package var state: String?
    /// What people read for the state.
    package var stateLabel: Label?
    /// First day at the level, of ladders.
    package var since: CalendarDay?
  }

  /// Something that happened on a day of the play.
  package struct Event: Hashable, Sendable {
    /// The day.
    package var date: CalendarDay
    /// Name in the files.
    package var name: String
    /// What people read.
    package var label: Label
    /// Whether it is good news.
    package var isGood: Bool?
  }

  /// Money that fell due on a day of the play.
  package struct Charge: Hashable, Sendable {
    /// The day.
    package var date: CalendarDay
    /// Name in the files.
    package var name: String
    /// What people read.
    package var label: Label
    /// The amount in fen.
    package var fen: Int
  }

  /// A console's figure beside what is computed.
  package struct Displayed: Sendable {
    /// Name of the score, or of the score and its item.
    package var name: String
    /// What people read.
    package var label: Label
    /// What is computed; `nil` where it cannot be.
    package var computed: Rational?
    /// What the console showed.
    package var displayed: Rational
    /// The day of the console's figure.
    package var date: CalendarDay
    /// Computed less displayed.
    package var difference: Rational? { computed.flatMap { $0.subtracting(displayed) } }
  }

  /// The numbers and states of one morning.
  package struct Morning: Sendable {
    /// The morning.
    package var date: CalendarDay
    /// The pack in force.
    package var packID: String
    /// The pack's measures.
    package var measures: [Measure]
    /// What the rules made of it, with the measures in ticks.
    package var outcome: RuleOutcome
  }

  /// The pack that scores the as-of date.
  package var pack: RulePack
  /// Every version that scored a morning, in order.
  package var versions: [Version]
  /// The morning scored.
  package var asOf: CalendarDay
  /// Rates, means and counts that measures and conditions rest on.
  package var indicators: [ScoredIndicator]
  /// Measures.
  package var measures: [ScoredMeasure]
  /// Ladders, gates, tiers.
  package var states: [State]
  /// Events by day.
  package var events: [Event]
  /// Money by day.
  package var charges: [Charge]
  /// Room to every threshold that people can count towards.
  package var rooms: [RoomLeft]
  /// Figures of the console; the first is the score itself.
  package var displayed: [Displayed]
  /// Columns that the pack needs and the history lacks.
  package var missing: [DayCounter]
  /// Parameters that were set.
  package var overrides: [RuleOverride]
  /// Assumed parameters that the score rests on.
  package var assumptions: [RuleParameter]
  /// What must be set before the score can be relied on.
  package var requirements: [Label]
  /// Gates where chance decides and the likelier outcome was taken.
  package var gatesByChance: [Label]
  /// Events of those gates, by name, with the first morning on which chance decided.
  package var eventsByChance: [String: CalendarDay]
  /// Names of the events that are true already where the play begins.
  package var eventsAtStart: Set<String>
  /// What people read for each event, by name.
  package var eventLabels: [String: Label]
  /// Mornings that rest on days that were not observed, where they were asked for.
  package var gaps: [ObservationGap]
  /// Whether a window counts from before the first row, of which nothing or only a total is known.
  package var readsBeforeHistory: Bool
  /// Whether totals of the time before the first row were told.
  package var hasLifetimeBase: Bool
  /// Every morning played, in order.
  package var mornings: [Morning]
  /// How each number and condition came about.
  package var trace: [TraceStep]
}

/// A rate, a mean or a count behind a score.
package struct ScoredIndicator: Sendable {
  /// The node or input.
  package var id: String
  /// What people read.
  package var label: Label
  /// `share`, `stars`, `s`, `h`, `yuan` or a word of the pack.
  package var unit: String
  /// The value; `nil` where absent.
  package var value: Rational?
  /// Above the line; a count itself.
  package var numerator: Rational?
  /// Below the line; `nil` of a count.
  package var denominator: Rational?
  /// The days counted; `nil` where none are.
  package var span: InputSpan?
  /// Whether its rows are columns that the history lacks.
  package var isMissing: Bool
}

/// A measure on the morning scored.
package struct ScoredMeasure: Sendable {
  /// Name, unit, threshold, label.
  package var measure: Measure
  /// The value; `nil` where absent.
  package var value: Rational?
  /// Whether it is a score in points or stars rather than an indicator.
  package var isScore: Bool { Self.scoreUnits.contains(measure.unit) }

  private static let scoreUnits: Set<String> = ["points", "stars", "score"]
}
