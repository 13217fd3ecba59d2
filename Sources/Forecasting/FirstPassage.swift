/// First days of an event over replications, censored at the horizon only.
package struct FirstPassage: Equatable, Sendable {
  /// Number of replications whose first day is d = 0…H, at index d.
  package private(set) var firstDays: [Int]
  /// Number of replications.
  package private(set) var replications = 0
  /// Number of days with the event, over all replications.
  package private(set) var occurrences = 0

  /// An event of which no replication is known yet.
  package init(horizonInDays: Int) {
    firstDays = Array(repeating: 0, count: horizonInDays + 1)
  }

  /// Adds a replication: its first day (0…H, negative for never) and number of days.
  package mutating func add(firstDay: Int, occurrences: Int) {
    replications += 1
    self.occurrences += occurrences
    if firstDays.indices.contains(firstDay) { firstDays[firstDay] += 1 }
  }

  /// Adds the replications of another tally of the same event.
  package mutating func merge(_ other: Self) {
    replications += other.replications
    occurrences += other.occurrences
    for day in firstDays.indices { firstDays[day] += other.firstDays[day] }
  }

  /// Replications in which it has happened by the end of each day 0…H.
  package var hitsByDay: [Int] {
    var sum = 0
    return firstDays.map { count in
      sum += count
      return sum
    }
  }

  /// Replications in which it has happened by the horizon.
  package var hits: Int { firstDays.reduce(0, +) }

  /// Whether every replication begins with it: then nothing about it is uncertain.
  package var isCertainAtStart: Bool { replications > 0 && firstDays[0] == replications }

  /// Interval of the probability by the horizon: Wilson's, or [1, 1] where certain at the start.
  package var interval: ConfidenceInterval { interval(hits: hits) }

  /// Interval of the probability of `hits` of the replications.
  package func interval(hits: Int) -> ConfidenceInterval {
    isCertainAtStart
      ? ConfidenceInterval(low: 1, high: 1)
      : .wilson(hits: hits, of: replications)
  }

  /// The `rank`-th earliest first day, ranks from 1; `nil` where that replication never had it.
  package func firstDay(atRank rank: Int) -> Int? {
    hitsByDay.firstIndex { $0 >= rank }
  }

  /// The first day by which at least half of the replications have it; `nil` where fewer have.
  package var medianDay: Int? {
    replications > 0 ? firstDay(atRank: (replications + 1) / 2) : nil
  }

  /// Days between which the median lies with 95 % confidence, by order statistics.
  ///
  /// The upper end is `nil` where it lies beyond the horizon; both are without a median, and for
  /// fewer than six replications.
  package var medianInterval: (low: Int?, high: Int?) {
    guard let median = medianDay else { return (nil, nil) }
    if isCertainAtStart { return (median, median) }
    guard let ranks = BinomialRanks.median(count: replications) else { return (nil, nil) }
    return (firstDay(atRank: ranks.lower), firstDay(atRank: ranks.upper))
  }

  /// Mean of min(T, H) in days, T the first day and H the horizon; `nil` of no replication.
  package var restrictedMeanDays: Double? {
    guard replications > 0 else { return nil }
    let horizon = firstDays.count - 1
    let days = firstDays.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return Double(days + horizon * (replications - hits)) / Double(replications)
  }
}
