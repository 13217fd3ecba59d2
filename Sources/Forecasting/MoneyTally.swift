import Rules

/// One money item over the horizon and each month, in fen.
struct MoneyTally: Equatable, Sendable {
  private let item: MoneyItem
  /// The horizon first, then each month.
  private var periods: [DistributionTally]
  private var positive: [Int]

  init(item: MoneyItem, months: Int) {
    self.item = item
    periods = Array(repeating: DistributionTally(), count: months + 1)
    positive = Array(repeating: 0, count: months + 1)
  }

  /// Adds a replication whose month p stands at `offset + p · stride`.
  mutating func add(_ fen: [Int64], offset: Int, stride: Int) {
    var total: Int64 = 0
    for month in 0..<(periods.count - 1) {
      let amount = fen[offset + month * stride]
      total += amount
      add(amount, to: month + 1)
    }
    add(total, to: 0)
  }

  mutating func merge(_ other: Self) {
    for period in periods.indices {
      periods[period].merge(other.periods[period])
      positive[period] += other.positive[period]
    }
  }

  func forecast(pack: String, months: [String]) -> MoneyForecast {
    MoneyForecast(
      pack: pack,
      item: item,
      periods: periods.indices.map { index in
        let count = periods[index].moments.count
        return MoneyForecast.Period(
          name: index == 0 ? "horizon" : months[index - 1],
          summary: periods[index].summary(on: .logLinear, unitsPerOne: 100),
          probabilityPositive: count == 0 ? nil : Double(positive[index]) / Double(count)
        )
      }
    )
  }

  private mutating func add(_ amount: Int64, to period: Int) {
    periods[period].add(amount, on: .logLinear)
    if amount > 0 { positive[period] += 1 }
  }
}
