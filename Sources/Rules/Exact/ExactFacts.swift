import StoreModel

/// What the exact interpreter knows about the store, apart from where it stands.
protocol ExactFacts {
  /// The sum of an input on the morning of a day, in the input's unit.
  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational?

  /// The value of a field that only examples give.
  func field(_ name: String) -> ExactValue

  /// The records of a list that only examples give.
  func records(_ list: String) -> [[String: ExactValue]]

  /// The value that replaces a node's formula; `nil` where the formula counts.
  func pinned(node: String, on morning: Int) -> ExactValue?

  /// The mornings on which the days since a change, up to today, can be looked back at.
  func mornings(after change: Int, until today: Int) -> [Int]

  /// The date of a morning; `nil` where the play has no dates.
  func date(of morning: Int) -> CalendarDay?

  /// Whether a morning begins a natural period.
  func begins(_ period: NaturalPeriod, on morning: Int) -> Bool

  /// Whether anything is known of a morning.
  func knows(morning: Int) -> Bool

  /// Whether a sum without a value is one that was not observed.
  var knowsGaps: Bool { get }

  /// The days that an input counts on a morning and how many of them were observed; `nil` where the
  /// facts hold sums alone.
  func span(of input: RuleInput, on morning: Int, standing: ExactStanding) -> InputSpan?

  /// The sum of an input's counters over the last days before a morning; `nil` where not known.
  func recentSum(of input: RuleInput, days: Int, before morning: Int) -> Rational?
}

extension ExactFacts {
  func field(_ name: String) -> ExactValue { .absent }
  func records(_ list: String) -> [[String: ExactValue]] { [] }
  func pinned(node: String, on morning: Int) -> ExactValue? { nil }
  func mornings(after change: Int, until today: Int) -> [Int] { [] }
  func date(of morning: Int) -> CalendarDay? { nil }
  func begins(_ period: NaturalPeriod, on morning: Int) -> Bool {
    date(of: morning).map { period.begins(on: $0) } ?? false
  }
  func knows(morning: Int) -> Bool { false }
  var knowsGaps: Bool { false }
  func span(of input: RuleInput, on morning: Int, standing: ExactStanding) -> InputSpan? { nil }
  func recentSum(of input: RuleInput, days: Int, before morning: Int) -> Rational? { nil }
}

/// Facts of a pack that is asked only for its parameters.
struct NoFacts: ExactFacts {
  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? { nil }
}
