/// Chats that need a human on each day of the horizon, over replications.
package struct HumanChats: Equatable, Sendable {
  private var days: [DistributionTally]

  /// Nothing yet, for a number of days.
  package init(horizonInDays: Int) {
    days = Array(repeating: DistributionTally(), count: horizonInDays)
  }

  /// Replications added.
  package var replications: Int { days.first?.moments.count ?? 0 }

  /// Adds one replication: chats that the bot left to people, from day 1 on.
  package mutating func add(_ counts: [Int]) {
    for (day, count) in counts.enumerated() { days[day].add(Int64(count), on: .logLinear) }
  }

  /// Mean number of a day, counted from 1.
  package func mean(ofDay day: Int) -> Double { days[day - 1].moments.mean ?? 0 }

  /// The number that a day does not exceed in `percent` of 100 replications (1…99).
  package func quantile(ofDay day: Int, percent: Int) -> Double {
    Double(days[day - 1].quantile(percent: percent, on: .logLinear) ?? 0)
  }
}
