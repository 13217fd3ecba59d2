package import Rules

/// What an alternative changes, on common random numbers.
package struct Comparison: Sendable {
  /// What a row compares.
  package enum Subject: Hashable, Sendable {
    /// The mean of a measure on the last day.
    case measure(Measure)
    /// The probability that an event happens by the horizon.
    case probability(EventDescription)
    /// The day by which half of the replications have the event.
    case medianDay(EventDescription)
    /// A money item over the horizon.
    case money(MoneyItem)
  }

  /// Which way a difference points.
  package enum Verdict: String, Hashable, Sendable {
    /// The interval excludes 0 on the good side.
    case better
    /// The interval excludes 0 on the bad side.
    case worse
    /// The interval holds 0, or nobody says which side is good.
    case undecided
  }

  /// One compared value.
  package struct Row: Hashable, Sendable {
    /// The pack.
    package var pack: String
    /// What is compared.
    package var subject: Subject
    /// The difference with its interval.
    package var paired: PairedDifference
    /// Which way it points.
    package var verdict: Verdict
  }

  /// The alternative.
  package var alternative: String
  /// What it is compared with.
  package var baseline: String
  /// Pairs of replications.
  package var replications: Int
  /// Measures, then events, then money items, each in the order of the layout.
  package var rows: [Row]
}

extension Comparison.Verdict {
  /// Reads the verdict off an interval; `isMoreGood` is `nil` where nobody says.
  init(_ interval: ConfidenceInterval?, isMoreGood: Bool?) {
    guard let interval, let isMoreGood, interval.low > 0 || interval.high < 0 else {
      self = .undecided
      return
    }
    self = (interval.low > 0) == isMoreGood ? .better : .worse
  }
}

extension Comparison.Subject {
  /// Money of the store itself that is good to have more of; every other item is a cost or a loss.
  private static let earnings: Set<String> = ["revenue", "margin", "net"]

  /// Whether more of it is good: away from the bad side of a threshold, more likely good events,
  /// later bad ones, more earned, less paid or lost; `nil` where nobody says.
  var isMoreGood: Bool? {
    switch self {
    case .measure(let measure): measure.badSide.map { $0 == .below }
    case .probability(let event): event.isGood
    case .medianDay(let event): event.isGood.map { !$0 }
    case .money(let item): Self.earnings.contains(item.name)
    }
  }
}
