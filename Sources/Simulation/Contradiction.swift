package import Rules
package import StoreModel

/// Something that the history says one way and the standing another.
package struct Contradiction: Hashable, Sendable {
  /// What the two speak of.
  package enum Subject: Hashable, Sendable {
    /// An item of a displayed score: mean stars.
    case score(name: String, item: String)
    /// The total of a counter over the 30 days before the start.
    case lastThirtyDays(DayCounter)
    /// The total of a counter from the 1st of the start's month to the day before the start.
    case monthToDate(DayCounter)
  }

  /// What the two speak of.
  package let subject: Subject

  /// What the history adds up to, in the subject's unit.
  package let fromHistory: Double

  /// What the standing says.
  package let fromStanding: Double

  /// Whether the forecast starts from the history rather than from the standing.
  ///
  /// A score over the store's lifetime starts from what the console displays, which knows more than
  /// the history; days that were observed stand as they were observed.
  package let historyCounts: Bool
}

extension Plan {
  /// Where history and standing disagree by more than the console's rounding.
  package var contradictions: [Contradiction] {
    displayedContradictions + totalContradictions
  }

  private var displayedContradictions: [Contradiction] {
    programs.flatMap { program in
      program.displayedItems.compactMap { contradiction(program, $0) }
    }
  }

  private func contradiction(_ program: RuleProgram, _ item: DisplayedItem) -> Contradiction? {
    guard let shown = displayed(item) else { return nil }
    let isLifetime = item.stars.contains { program.lifetimeCounters.contains($0) }
    let days = isLifetime ? nil : program.longestWindowInDays
    var (count, points) = (0, 0)
    for (index, counter) in item.stars.enumerated() {
      let stars = observedTotal(counter, lastDays: days)
      count += stars
      points += stars * (index + 1)
    }
    guard count > 0 else { return nil }
    let computed = Double(points) / Double(count)
    guard abs(computed - shown.mean) >= 0.005 else { return nil }
    return Contradiction(
      subject: .score(name: item.score, item: item.item),
      fromHistory: computed,
      fromStanding: shown.mean,
      historyCounts: !isLifetime
    )
  }

  /// Sum of a star counter over the whole history or its last days, in which a single stream stands
  /// for dimensions that were not observed.
  private func observedTotal(_ counter: DayCounter, lastDays: Int?) -> Int {
    guard let lastDays else { return lifetimeTotals[counter] ?? 0 }
    let star = counter.name.suffix(1)
    let single = DayCounter(name: "reviews_\(star)")
    return (1 - lastDays...0).reduce(0) { sum, day in
      sum + (observed[day]?[counter] ?? single.flatMap { observed[day]?[$0] } ?? 0)
    }
  }

  private var totalContradictions: [Contradiction] {
    let standing = scenario.standing
    return contradictions(standing.lastThirtyDays, over: -29..<1) { .lastThirtyDays($0) }
      + contradictions(standing.monthToDate, over: monthToDate) { .monthToDate($0) }
  }

  /// Totals of counters that were observed on all of some days and add up to something else.
  private func contradictions(
    _ totals: [DayCounter: Int],
    over days: Range<Int>,
    subject: (DayCounter) -> Contradiction.Subject
  ) -> [Contradiction] {
    totals.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { counter, total in
      let counts = days.compactMap { observed[$0]?[counter] }
      guard !days.isEmpty, counts.count == days.count, counts.reduce(0, +) != total else {
        return nil
      }
      let unit = Double(counter.unitsPerOne)
      return Contradiction(
        subject: subject(counter),
        fromHistory: Double(counts.reduce(0, +)) / unit,
        fromStanding: Double(total) / unit,
        historyCounts: true
      )
    }
  }
}

/// How the rules stand on the morning of day 1.
package struct FirstMorning: Sendable {
  /// The counts before it.
  package let log: TallyLog
  /// A state for each of the plan's programs.
  package let rules: [RuleState]
  /// What lies before the first day of ``log``, for what counts over the store's lifetime.
  package let lifetimeBase: [DayCounter: Int]
}
