/// First days of an event over replications, censored at the horizon only.
package struct FirstPassage: Equatable, Sendable {
  /// Number of replications whose first day is d = 0…H, at index d.
  package private(set) var firstDays: [Int]
  /// The same by cluster of replications that share desk days; empty for a single cluster.
  private var clusters: [[Int]]
  private var clusterSizes: [Int]
  /// Number of replications.
  package private(set) var replications = 0
  /// Number of days with the event, over all replications.
  package private(set) var occurrences = 0

  /// An event of which no replication is known yet.
  package init(horizonInDays: Int, clusters: Int = 1) {
    firstDays = Array(repeating: 0, count: horizonInDays + 1)
    clusterSizes = Array(repeating: 0, count: clusters > 1 ? clusters : 0)
    self.clusters = clusterSizes.map { _ in Array(repeating: 0, count: horizonInDays + 1) }
  }

  /// Adds a replication: its first day (0…H, negative for never) and number of days.
  package mutating func add(firstDay: Int, occurrences: Int, cluster: Int = 0) {
    replications += 1
    if !clusters.isEmpty {
      clusterSizes[cluster] += 1
      if firstDays.indices.contains(firstDay) { clusters[cluster][firstDay] += 1 }
    }
    self.occurrences += occurrences
    if firstDays.indices.contains(firstDay) { firstDays[firstDay] += 1 }
  }

  /// Adds the replications of another tally of the same event.
  package mutating func merge(_ other: Self) {
    replications += other.replications
    occurrences += other.occurrences
    for day in firstDays.indices { firstDays[day] += other.firstDays[day] }
    for cluster in clusters.indices {
      clusterSizes[cluster] += other.clusterSizes[cluster]
      for day in firstDays.indices { clusters[cluster][day] += other.clusters[cluster][day] }
    }
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
  package var interval: ConfidenceInterval {
    interval(hits: hits, designEffect: designEffect)
  }

  /// Interval of the probability of `hits` of the replications at a ``designEffect``.
  package func interval(hits: Int, designEffect: Double) -> ConfidenceInterval {
    isCertainAtStart
      ? ConfidenceInterval(low: 1, high: 1)
      : .wilson(hits: hits, of: replications, designEffect: designEffect)
  }

  /// Factor on the variance of the probabilities, from how they differ between clusters.
  ///
  /// The days are weighted by p(1 − p), so that days on which hardly anything differs say little.
  package var designEffect: Double {
    guard let fewest = clusterSizes.min(), fewest > 1 else { return 1 }
    var running = clusters.map { _ in 0 }
    var (hits, between, within) = (0, 0.0, 0.0)
    let n = Double(replications)
    for day in firstDays.indices {
      hits += firstDays[day]
      let share = Double(hits) / n
      within += share * (1 - share) * n / (n - 1)
      for cluster in clusters.indices {
        running[cluster] += clusters[cluster][day]
        let size = Double(clusterSizes[cluster])
        let distance = Double(running[cluster]) / size - share
        between += size * distance * distance / Double(clusters.count - 1)
      }
    }
    return within > 0 ? max(1, between / within) : 1
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
    let effect = designEffect
    guard let ranks = BinomialRanks.median(count: Int(Double(replications) / effect)) else {
      return (nil, nil)
    }
    // Shared days leave as much to know as fewer independent replications would.
    let lower = max(1, Int(Double(ranks.lower) * effect))
    let upper = min(replications, Int((Double(ranks.upper) * effect).rounded(.up)))
    return (firstDay(atRank: lower), firstDay(atRank: upper))
  }

  /// Mean of min(T, H) in days, T the first day and H the horizon; `nil` of no replication.
  package var restrictedMeanDays: Double? {
    guard replications > 0 else { return nil }
    let horizon = firstDays.count - 1
    let days = firstDays.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return Double(days + horizon * (replications - hits)) / Double(replications)
  }
}
