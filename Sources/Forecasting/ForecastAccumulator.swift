package import Simulation
import StoreModel

/// Gathers the replications of one alternative in memory that does not grow with their number.
///
/// Everything is counted or summed in integers: adding and merging commute, so any sharding over
/// threads gives the same forecast bit for bit. Measured: about 16 ns a measure and day.
package struct ForecastAccumulator: Equatable, Sendable {
  /// What the records hold.
  package let layout: RecordLayout
  /// Replications added.
  package private(set) var replications = 0
  /// First passages in the order of the layout's events.
  package private(set) var firstPassages: [FirstPassage]
  private var measures: [MeasureTally]
  private var ladders: [LadderTally]
  private var money: [MoneyTally]
  private var inputs: InputTally
  private var twins: [TwinTally]

  /// An accumulator of no replication.
  package init(layout: RecordLayout) {
    self.layout = layout
    let days = layout.horizonInDays
    firstPassages = layout.events.map { _ in
      FirstPassage(horizonInDays: days, clusters: layout.clusters)
    }
    measures = layout.measures.map {
      MeasureTally(measure: $0.measure, horizonInDays: days, clusters: layout.clusters)
    }
    ladders = layout.ladders.map { LadderTally(ladder: $0.ladder, horizonInDays: days) }
    money = layout.money.map {
      MoneyTally(item: $0.item, months: layout.months.count, clusters: layout.clusters)
    }
    inputs = InputTally(layout: layout)
    twins = layout.events.map { _ in TwinTally() }
  }

  /// Whether two accumulators hold the same counts and sums; layouts are taken to agree.
  package static func == (first: Self, second: Self) -> Bool {
    first.replications == second.replications && first.firstPassages == second.firstPassages
      && first.measures == second.measures && first.ladders == second.ladders
      && first.money == second.money && first.inputs == second.inputs
      && first.twins == second.twins
  }

  /// Adds a replication laid out by ``layout``; many at once are quicker.
  package mutating func add(_ record: ReplicationRecord) {
    add([record])
  }

  /// Adds replications laid out by ``layout``.
  package mutating func add(_ records: [ReplicationRecord]) {
    // Day by day, so that neither what a day counts nor what the records have of it leaves the cache.
    for day in 0..<layout.horizonInDays {
      for index in measures.indices {
        measures[index].add(records, on: day, at: day * measures.count + index)
      }
    }
    for record in records { addExceptMeasures(record) }
  }

  private mutating func addExceptMeasures(_ record: ReplicationRecord) {
    replications += 1
    for index in firstPassages.indices {
      firstPassages[index].add(
        firstDay: Int(record.firstDays[index]),
        occurrences: Int(record.eventCounts[index]),
        cluster: record.cluster
      )
      if !record.twinFirstDays.isEmpty {
        twins[index].add(
          record.firstDays[index] != ReplicationRecord.never,
          record.twinFirstDays[index] != ReplicationRecord.never
        )
      }
    }
    for index in ladders.indices {
      ladders[index].add(record, index: index, count: ladders.count)
    }
    for index in money.indices {
      money[index].add(record, offset: index, stride: money.count)
    }
    inputs.add(record)
  }

  /// Adds the replications of another accumulator of the same layout.
  package mutating func merge(_ other: Self) {
    replications += other.replications
    for index in measures.indices { measures[index].merge(other.measures[index]) }
    for index in firstPassages.indices { firstPassages[index].merge(other.firstPassages[index]) }
    for index in ladders.indices { ladders[index].merge(other.ladders[index]) }
    for index in money.indices { money[index].merge(other.money[index]) }
    inputs.merge(other.inputs)
    for index in twins.indices { twins[index].merge(other.twins[index]) }
  }

  /// The forecast that the replications added so far give.
  package func forecast(alternative: String) -> Forecast {
    Forecast(
      alternative: alternative,
      start: layout.start,
      horizonInDays: layout.horizonInDays,
      replications: replications,
      measures: zip(layout.measures, measures).map { $1.forecast(pack: $0.pack) },
      events: layout.events.indices.map { index in
        EventForecast(
          pack: layout.events[index].pack,
          event: layout.events[index].event,
          passage: firstPassages[index],
          influences: inputs.influences(on: index),
          ignorance: twins[index].ignorance
        )
      },
      ladders: zip(layout.ladders, ladders).map {
        $1.forecast(pack: $0.pack, replications: replications)
      },
      money: zip(layout.money, money).map { $1.forecast(pack: $0.pack, months: layout.months) }
    )
  }
}
