import Rules
import Simulation

/// One money item over the horizon and each month, in fen.
struct MoneyTally: Equatable, Sendable {
  private let item: MoneyItem
  /// The horizon first, then each month.
  private var periods: [DistributionTally]
  private var positive: [Int]
  private var clusters: [ClusterSums]

  init(item: MoneyItem, months: Int, clusters: Int) {
    self.item = item
    periods = Array(repeating: DistributionTally(), count: months + 1)
    positive = Array(repeating: 0, count: months + 1)
    self.clusters = Array(repeating: ClusterSums(clusters: clusters), count: months + 1)
  }

  /// Adds a replication whose month p stands at `offset + p · stride`.
  mutating func add(_ record: ReplicationRecord, offset: Int, stride: Int) {
    var total: Int64 = 0
    for month in 0..<(periods.count - 1) {
      let amount = record.money[offset + month * stride]
      total += amount
      add(amount, to: month + 1, cluster: record.cluster)
    }
    add(total, to: 0, cluster: record.cluster)
  }

  mutating func merge(_ other: Self) {
    for period in periods.indices {
      periods[period].merge(other.periods[period])
      positive[period] += other.positive[period]
      clusters[period].merge(other.clusters[period])
    }
  }

  func forecast(pack: String, months: [String]) -> MoneyForecast {
    let effect = designEffect(
      periods.indices.compactMap {
        clusters[$0].varianceRatio(variance: periods[$0].moments.variance)
      }
    )
    return MoneyForecast(
      pack: pack,
      item: item,
      periods: periods.indices.map { index in
        let count = periods[index].moments.count
        return MoneyForecast.Period(
          name: index == 0 ? "horizon" : months[index - 1],
          summary: periods[index].summary(on: .logLinear, unitsPerOne: 100, effect: effect),
          probabilityPositive: count == 0 ? nil : Double(positive[index]) / Double(count)
        )
      }
    )
  }

  private mutating func add(_ amount: Int64, to period: Int, cluster: Int) {
    periods[period].add(amount, on: .logLinear)
    clusters[period].add(amount, cluster: cluster)
    if amount > 0 { positive[period] += 1 }
  }
}
