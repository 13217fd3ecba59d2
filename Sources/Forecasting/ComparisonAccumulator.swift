import Rules
package import Simulation

/// Gathers pairs of replications with the same index of the baseline and one alternative.
package struct ComparisonAccumulator: Equatable, Sendable {
  private let layout: RecordLayout
  /// Pairs added.
  package private(set) var replications = 0
  private var measures: [PairedMoments]
  private var events: [PairedPassage]
  private var money: [PairedMoments]

  /// An accumulator of no pair.
  package init(layout: RecordLayout) {
    self.layout = layout
    measures = layout.measures.map { _ in PairedMoments(clusters: layout.clusters) }
    events = layout.events.map { _ in PairedPassage(clusters: layout.clusters) }
    money = layout.money.map { _ in PairedMoments(clusters: layout.clusters) }
  }

  /// Whether two accumulators hold the same counts and sums; layouts are taken to agree.
  package static func == (first: Self, second: Self) -> Bool {
    first.replications == second.replications && first.measures == second.measures
      && first.events == second.events && first.money == second.money
  }

  /// Adds the two records of one replication index.
  ///
  /// A measure is paired where both have a value on the last day.
  package mutating func add(baseline: ReplicationRecord, alternative: ReplicationRecord) {
    replications += 1
    let lastDay = (layout.horizonInDays - 1) * measures.count
    for index in measures.indices {
      let first = baseline.measures[lastDay + index]
      let second = alternative.measures[lastDay + index]
      if first != Measure.absent, second != Measure.absent {
        measures[index].add(baseline: first, alternative: second, cluster: baseline.cluster)
      }
    }
    for index in events.indices {
      events[index].add(
        baseline: Int(baseline.firstDays[index]),
        alternative: Int(alternative.firstDays[index]),
        cluster: baseline.cluster
      )
    }
    for index in money.indices {
      var (first, second): (Int64, Int64) = (0, 0)
      for month in layout.months.indices {
        first += baseline.money[month * money.count + index]
        second += alternative.money[month * money.count + index]
      }
      money[index].add(baseline: first, alternative: second, cluster: baseline.cluster)
    }
  }

  /// Adds the pairs of another accumulator of the same layout.
  package mutating func merge(_ other: Self) {
    replications += other.replications
    for index in measures.indices { measures[index].merge(other.measures[index]) }
    for index in events.indices { events[index].merge(other.events[index]) }
    for index in money.indices { money[index].merge(other.money[index]) }
  }

  /// The comparison of two forecasts made from the same replications.
  package func comparison(baseline: Forecast, alternative: Forecast) -> Comparison {
    var rows: [Comparison.Row] = []
    func append(_ pack: String, _ subject: Comparison.Subject, _ paired: PairedDifference) {
      rows.append(
        Comparison.Row(
          pack: pack,
          subject: subject,
          paired: paired,
          verdict: Comparison.Verdict(paired.interval, isMoreGood: subject.isMoreGood)
        )
      )
    }
    for (entry, sums) in zip(layout.measures, measures) {
      let difference = sums.difference(unitsPerOne: entry.measure.unitsPerOne)
      append(entry.pack, .measure(entry.measure), difference)
    }
    for index in events.indices {
      let entry = layout.events[index]
      append(entry.pack, .probability(entry.event), events[index].probability)
      let median = events[index].medianDay(
        baseline: baseline.events[index],
        alternative: alternative.events[index]
      )
      append(entry.pack, .medianDay(entry.event), median)
    }
    for (entry, sums) in zip(layout.money, money) {
      append(entry.pack, .money(entry.item), sums.difference(unitsPerOne: 100))
    }
    return Comparison(
      alternative: alternative.alternative,
      baseline: baseline.alternative,
      replications: replications,
      rows: rows
    )
  }
}
