import StoreModel

/// A number read from one replication's log and compared between two simulators.
struct Output: Sendable {
  let name: String
  let value: @Sendable (borrowing TallyLog) -> Double

  /// The total of some counters over days 1…30.
  static func total(_ name: String, _ counters: [DayCounter]) -> Output {
    Output(name: name) { log in Double(sum(of: counters, in: log)) }
  }

  /// The value of some counters on one day.
  static func day(_ day: Int, _ name: String, _ counters: [DayCounter]) -> Output {
    Output(name: "\(name) on day \(day)") { log in
      var sum = 0
      for counter in counters { sum += log[day, counter] }
      return Double(sum)
    }
  }

  /// The ratio of two totals over days 1…30, 0 without a denominator.
  static func ratio(_ name: String, _ over: [DayCounter], _ under: [DayCounter]) -> Output {
    Output(name: name) { log in
      Double(sum(of: over, in: log)) / max(1, Double(sum(of: under, in: log)))
    }
  }

  /// The sum of stars over days 1…30.
  static func stars(_ stream: String, mean: Bool = false) -> Output {
    let counters = DayCounter.stars(of: stream) ?? []
    return Output(name: mean ? "mean star of \(stream)" : "stars of \(stream)") { log in
      var stars = 0
      for (index, counter) in counters.enumerated() {
        stars += (index + 1) * log.sum(of: counter, over: 1...30)
      }
      return mean ? Double(stars) / max(1, Double(sum(of: counters, in: log))) : Double(stars)
    }
  }

  private static func sum(of counters: [DayCounter], in log: borrowing TallyLog) -> Int {
    var sum = 0
    for counter in counters { sum += log.sum(of: counter, over: 1...30) }
    return sum
  }
}
