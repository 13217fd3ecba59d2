import Rules
import Simulation

/// One measure over all days and replications.
struct MeasureTally: Equatable, Sendable {
  private let measure: Measure
  private let grid: TickGrid
  private let threshold: TickThreshold?
  private var days: [DistributionTally]
  private var onBadSide: [Int]
  private var clusters: [ClusterSums]

  init(measure: Measure, horizonInDays: Int, clusters: Int) {
    self.measure = measure
    grid = TickGrid(measure: measure)
    threshold = TickThreshold(measure: measure)
    days = Array(repeating: DistributionTally(), count: horizonInDays)
    onBadSide = Array(repeating: 0, count: horizonInDays)
    self.clusters = Array(repeating: ClusterSums(clusters: clusters), count: horizonInDays)
  }

  /// Adds the values that replications have of a day, which stand at `index` in each record.
  mutating func add(_ records: [ReplicationRecord], on day: Int, at index: Int) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: records.count) { values in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: records.count) { clusters in
        var count = 0
        // By index: a copy of a record for each of its values would cost more than the counting.
        for record in records.indices {
          let value = records[record].measures[index]
          guard value != Measure.absent else { continue }
          values[count] = value
          clusters[count] = records[record].cluster
          count += 1
        }
        days[day].addAbsent(records.count - count)
        add(UnsafeBufferPointer(rebasing: values[..<count]), in: clusters, on: day)
      }
    }
  }

  /// Adds a day's values; `clusters` holds the cluster of each.
  private mutating func add(
    _ values: UnsafeBufferPointer<Int64>,
    in clusters: UnsafeMutableBufferPointer<Int>,
    on day: Int
  ) {
    days[day].add(values, on: grid)
    self.clusters[day].add(values, clusters: UnsafeBufferPointer(clusters))
    guard let threshold else { return }
    for value in values where threshold.isBad(value) { onBadSide[day] += 1 }
  }

  mutating func merge(_ other: Self) {
    for day in days.indices {
      days[day].merge(other.days[day])
      onBadSide[day] += other.onBadSide[day]
      clusters[day].merge(other.clusters[day])
    }
  }

  func forecast(pack: String) -> MeasureForecast {
    let effect = designEffect(
      days.indices.compactMap {
        clusters[$0].varianceRatio(variance: days[$0].moments.variance)
      }
    )
    return MeasureForecast(
      pack: pack,
      measure: measure,
      days: days.indices.map { day in
        let count = days[day].moments.count
        let all = count + days[day].absent
        return MeasureForecast.Day(
          summary: days[day].summary(on: grid, unitsPerOne: measure.unitsPerOne, effect: effect),
          probabilityOnBadSide: threshold == nil || count == 0
            ? nil : Double(onBadSide[day]) / Double(all)
        )
      }
    )
  }
}
