import Simulation
import Testing

@testable import Forecasting

/// Replications that share desk days: what clusters have in common widens every interval.
@Suite struct DesignEffectTests {
  /// Records in `clusters` clusters of `size` whose orders are the cluster's own number plus the place
  /// in it, so that both mean squares are known.
  private func records(clusters: Int, size: Int, step: Int64) -> [ReplicationRecord] {
    (0..<clusters * size).map { index in
      var record = SmallStore.record(
        orders: 1000 + Int64(index % clusters) * step + Int64(index / clusters),
        firstDay: index % clusters < clusters / 2 ? 2 : -1
      )
      record.cluster = index % clusters
      return record
    }
  }

  private func ratio(of records: [ReplicationRecord], clusters: Int) -> Double? {
    var sums = ClusterSums(clusters: clusters)
    var moments = ExactMoments()
    for record in records {
      sums.add(record.measures[0], cluster: record.cluster)
      moments.add(record.measures[0])
    }
    return sums.varianceRatio(variance: moments.variance)
  }

  @Test func theRatioIsTheMeanSquareBetweenClustersOverTheVariance() throws {
    // 4 clusters of 10 with means 40 apart: between = 80,000 / 3; the ten places of a cluster add
    // 4 · 82.5 to the sum of squares, which is over 39.
    let value = try #require(ratio(of: records(clusters: 4, size: 10, step: 40), clusters: 4))
    let between = 80_000.0
    let within = 330.0
    let expected = (between / 3) / ((between + within) / 39)
    #expect(abs(value - expected) < 1e-12)
  }

  @Test func clustersAlikeLeaveTheErrorAlone() throws {
    let value = try #require(ratio(of: records(clusters: 4, size: 10, step: 0), clusters: 4))
    #expect(value == 0)
    #expect(designEffect([value]) == 1)
  }

  @Test func oneClusterSaysNothing() {
    #expect(ratio(of: records(clusters: 1, size: 10, step: 0), clusters: 1) == nil)
  }

  @Test func theForecastCarriesIt() throws {
    let records = records(clusters: 4, size: 10, step: 40)
    var plain = ForecastAccumulator(layout: SmallStore.layout())
    var clustered = ForecastAccumulator(layout: SmallStore.layout(clusters: 4))
    for var record in records {
      clustered.add(record)
      record.cluster = 0
      plain.add(record)
    }
    let (narrow, wide) = (plain.forecast(alternative: "a"), clustered.forecast(alternative: "a"))
    let effect = try #require(ratio(of: records, clusters: 4))
    let errors = try (
      #require(narrow.measures[0].days[0].summary.standardError),
      #require(wide.measures[0].days[0].summary.standardError)
    )
    #expect(abs(errors.1 / errors.0 - effect.squareRoot()) < 1e-12)
    // Two clusters always have the event and two never: 40 replications say as little as some 3.
    let interval = wide.events[0].interval
    #expect(interval.halfWidth > 2.5 * narrow.events[0].interval.halfWidth)
    #expect(wide.events[0].probability == narrow.events[0].probability)
  }

  @Test func pairsCarryIt() throws {
    var plain = PairedMoments()
    var clustered = PairedMoments(clusters: 4)
    for record in records(clusters: 4, size: 10, step: 40) {
      plain.add(baseline: 0, alternative: record.measures[0])
      clustered.add(baseline: 0, alternative: record.measures[0], cluster: record.cluster)
    }
    let narrow = try #require(plain.difference(unitsPerOne: 1).standardError)
    let wide = try #require(clustered.difference(unitsPerOne: 1).standardError)
    #expect(wide > 2 * narrow)
    #expect(
      plain.difference(unitsPerOne: 1).varianceReduction
        == clustered.difference(unitsPerOne: 1).varianceReduction
    )
  }

  @Test func mergingInAnyOrderGivesTheSameEffect() {
    let records = records(clusters: 4, size: 10, step: 7)
    var forwards = ForecastAccumulator(layout: SmallStore.layout(clusters: 4))
    var pieces = forwards
    var rest = forwards
    forwards.add(records)
    pieces.add(Array(records[25...]))
    rest.add(Array(records[..<25]))
    pieces.merge(rest)
    #expect(forwards == pieces)
  }
}
