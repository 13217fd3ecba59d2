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

  /// Adds replications whose day d stands at `offset + (d − 1) · stride`.
  ///
  /// Day by day over the replications, so that the counts of a day stay in the cache.
  mutating func add(_ records: ArraySlice<ReplicationRecord>, offset: Int, stride: Int) {
    for day in days.indices {
      // By index: a copy of a record for each of its values would cost more than the counting.
      for index in records.indices {
        let value = records[index].measures[offset + day * stride]
        if value == Measure.absent {
          days[day].addAbsent()
        } else {
          days[day].add(value, on: grid)
          clusters[day].add(value, cluster: records[index].cluster)
          if let threshold, threshold.isBad(value) { onBadSide[day] += 1 }
        }
      }
    }
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
