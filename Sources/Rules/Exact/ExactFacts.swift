import StoreModel

/// What the exact interpreter knows about the store, apart from where it stands.
protocol ExactFacts {
  /// The sum of an input on the morning of a day, in the input's unit.
  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational?

  /// The value of a field that only examples give.
  func field(_ name: String) -> ExactValue

  /// The value that replaces a node's formula; `nil` where the formula counts.
  func pinned(node: String, on morning: Int) -> ExactValue?

  /// The mornings on which the days since a change, up to today, can be looked back at.
  func mornings(after change: Int, until today: Int) -> [Int]

  /// The date of a morning; `nil` where the play has no dates.
  func date(of morning: Int) -> CalendarDay?

  /// Whether anything is known of a morning.
  func knows(morning: Int) -> Bool
}

/// Facts of a pack that is asked only for its parameters.
struct NoFacts: ExactFacts {
  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? { nil }
  func field(_ name: String) -> ExactValue { .absent }
  func pinned(node: String, on morning: Int) -> ExactValue? { nil }
  func mornings(after change: Int, until today: Int) -> [Int] { [] }
  func date(of morning: Int) -> CalendarDay? { nil }
  func knows(morning: Int) -> Bool { false }
}
