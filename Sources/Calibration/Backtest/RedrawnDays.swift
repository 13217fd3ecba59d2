internal import Sampling

/// Past days from which simple methods redraw the future: what they counted, and of how many.
struct RedrawnDays {
  /// Days of a block.
  static let blockLength = 7
  /// Standard deviation of the level shock, in stars.
  static let shock = 0.25

  /// Sum of values and number of things of each past day that was observed, oldest first.
  let days: [(sum: Double, count: Double)]

  /// What redrawn days add up to.
  typealias Total = (sum: Double, count: Double)

  /// Redraws `number` days one by one, at the sampler's position.
  func single(_ number: Int, _ sampler: inout Sampler) -> Total {
    var total: Total = (0, 0)
    for _ in 0..<number {
      let day = days[index(below: days.count, &sampler)]
      total.sum += day.sum
      total.count += day.count
    }
    return total
  }

  /// Redraws `number` days in blocks of seven that followed each other; the last block is cut.
  func blocks(_ number: Int, _ sampler: inout Sampler) -> Total {
    var total: Total = (0, 0)
    var left = number
    while left > 0 {
      let first = index(below: max(days.count - Self.blockLength + 1, 1), &sampler)
      for day in days[first...].prefix(min(left, Self.blockLength)) {
        total.sum += day.sum
        total.count += day.count
      }
      left -= Self.blockLength
    }
    return total
  }

  private func index(below count: Int, _ sampler: inout Sampler) -> Int {
    min(Int(sampler.uniform() * Double(count)), count - 1)
  }
}
