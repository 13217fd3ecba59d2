package import StoreModel

/// The counts of a history before a day, by day.
package struct DailyCounts: Sendable {
  /// The day that is not known any more.
  package let start: CalendarDay
  /// The first day of the history; `nil` without one before the start.
  package let first: CalendarDay?
  /// The last one before the start.
  package let last: CalendarDay?
  private let byOrdinal: [Int: [DayCounter: Int]]

  /// Days of a stretch: a week, so that weekdays do not look like scatter.
  static let stretch = 7
  /// Least probability of the delays that must be known for a day's exposure.
  private static let leastKnown = 0.9

  /// Takes the days before `start`.
  package init(_ history: StoreHistory, before start: CalendarDay) {
    let days = history.days.filter { $0.date < start }
    self.start = start
    (first, last) = (days.first?.date, days.last?.date)
    byOrdinal = Dictionary(days.map { ($0.date.ordinal, $0.counts) }, uniquingKeysWith: { $1 })
  }

  /// Days observed.
  package var count: Int { byOrdinal.count }

  /// A count of a day; `nil` where it was not observed.
  subscript(day: CalendarDay, counter: DayCounter) -> Int? { byOrdinal[day.ordinal]?[counter] }

  /// The sum of counters on a day; `nil` where any was not observed.
  func sum(_ counters: [DayCounter], on day: CalendarDay) -> Int? {
    guard let counts = byOrdinal[day.ordinal] else { return nil }
    var sum = 0
    for counter in counters {
      guard let count = counts[counter] else { return nil }
      sum += count
    }
    return sum
  }

  /// Whether all counters were ever observed on one day.
  func hasObserved(_ counters: [DayCounter]) -> Bool {
    byOrdinal.values.contains { counts in counters.allSatisfy { counts[$0] != nil } }
  }

  /// Parcels delivered before or on a day, each by the probability that its event comes on that day; `nil` where
  /// too many of those days are not known.
  func delivered(expectedOn day: CalendarDay, delays: [Double]) -> Double? {
    var (sum, known) = (0.0, 0.0)
    for (delay, probability) in delays.enumerated() where probability > 0 {
      guard let delivered = self[day - delay, .delivered] ?? self[day - delay, .signedOrders] else {
        continue
      }
      sum += probability * Double(delivered)
      known += probability
    }
    return known >= Self.leastKnown ? sum / known : nil
  }

  /// Weeks of events and occasions, oldest first; the last ends with the day before the start.
  func stretches(
    events: (CalendarDay) -> Int?,
    occasions: (CalendarDay) -> Double?
  ) -> [StretchCount] {
    guard let first else { return [] }
    var counts: [StretchCount] = []
    let weeks = (start - first + Self.stretch - 1) / Self.stretch
    for week in stride(from: weeks, to: 0, by: -1) {
      var count = StretchCount(end: start - (week - 1) * Self.stretch, events: 0, occasions: 0)
      for back in 1...Self.stretch {
        let day = count.end - back
        guard let seen = events(day), let possible = occasions(day) else { continue }
        count.events += Double(seen)
        count.occasions += possible
      }
      if count.occasions > 0 { counts.append(count) }
    }
    return counts
  }
}
