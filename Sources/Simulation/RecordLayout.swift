package import Rules
package import StoreModel

/// What one replication reports, and where each number stands in a ``ReplicationRecord``.
///
/// Everything is listed in the order of the files: the store's own stream first, then each pack in
/// the order of the scenario. The layout is the same for the baseline and every alternative.
package struct RecordLayout: Sendable {
  /// A measure with the pack it belongs to (`store` for the store itself).
  package struct PackMeasure: Sendable {
    /// The pack.
    package var pack: String
    /// The measure.
    package var measure: Measure

    /// Creates a measure of a pack.
    package init(pack: String, measure: Measure) {
      self.pack = pack
      self.measure = measure
    }
  }

  /// An event with its pack.
  package struct PackEvent: Sendable {
    /// The pack.
    package var pack: String
    /// The event.
    package var event: EventDescription

    /// Creates an event of a pack.
    package init(pack: String, event: EventDescription) {
      self.pack = pack
      self.event = event
    }
  }

  /// A ladder with its pack.
  package struct PackLadder: Sendable {
    /// The pack.
    package var pack: String
    /// The ladder.
    package var ladder: LadderDescription

    /// Creates a ladder of a pack.
    package init(pack: String, ladder: LadderDescription) {
      self.pack = pack
      self.ladder = ladder
    }
  }

  /// A money item with its pack.
  package struct PackMoney: Sendable {
    /// The pack.
    package var pack: String
    /// The item.
    package var item: MoneyItem

    /// Creates a money item of a pack.
    package init(pack: String, item: MoneyItem) {
      self.pack = pack
      self.item = item
    }
  }

  /// Day 1.
  package let start: CalendarDay
  /// Number of days.
  package let horizonInDays: Int
  /// Months that the horizon touches, `2026-10` …, in order.
  package let months: [String]
  /// Index in ``months`` of each day 1…H (at index day − 1).
  package let monthOfDay: [Int]
  /// All measures.
  package let measures: [PackMeasure]
  /// All events.
  package let events: [PackEvent]
  /// All ladders, gates and tiers.
  package let ladders: [PackLadder]
  /// All money items.
  package let money: [PackMoney]
  /// Dotted names of the inputs that are drawn anew in each replication.
  package let inputs: [String]
  /// Clusters of replications that share simulated desk days; 1 where all are independent.
  package let clusters: Int

  /// Creates the layout of a horizon.
  package init(
    start: CalendarDay,
    horizonInDays: Int,
    measures: [PackMeasure],
    events: [PackEvent],
    ladders: [PackLadder],
    money: [PackMoney],
    inputs: [String],
    clusters: Int = 1
  ) {
    self.start = start
    self.horizonInDays = horizonInDays
    self.measures = measures
    self.events = events
    self.ladders = ladders
    self.money = money
    self.inputs = inputs
    self.clusters = clusters
    let texts = (0..<horizonInDays).map { (start + $0).monthText }
    var months: [String] = []
    for text in texts where months.last != text { months.append(text) }
    self.months = months
    monthOfDay = texts.map { months.firstIndex(of: $0) ?? 0 }
  }
}

/// What happened in one replication of one alternative, as far as it is reported.
package struct ReplicationRecord: Sendable {
  /// The value of an event that never happened, in ``firstDays``.
  package static let never: Int32 = -1

  /// The cluster, 0 … clusters − 1.
  package var cluster = 0

  /// Ticks of measure `m` on day `d` (1…H) at `(d − 1) · measures + m`.
  package var measures: [Int64]

  /// State of ladder `l` on day `d` at `(d − 1) · ladders + l`.
  package var states: [UInt8]

  /// First day of each event: 0 when already so at the start, 1…H, or ``never``.
  package var firstDays: [Int32]

  /// The same in another future of the same store; empty where none was simulated.
  package var twinFirstDays: [Int32] = []

  /// Number of days with each event, at least 1 where the first day is not ``never``.
  package var eventCounts: [Int32]

  /// Fen of money item `i` in month `p` at `p · items + i`.
  package var money: [Int64]

  /// Standard score of each uncertain input: 0 is its median, ±1.2816 the ends of its 80 % range.
  package var inputScores: [Double]

  /// For each ladder, `[state · 64 + condition]`: days on which the condition stood in the way.
  package var blockedDays: [[Int32]]

  /// For each ladder and state: days evaluated there without a rise.
  package var evaluatedDays: [[Int32]]

  /// Creates an empty record.
  package init(layout: RecordLayout) {
    let days = layout.horizonInDays
    measures = Array(repeating: Measure.absent, count: days * layout.measures.count)
    states = Array(repeating: 0, count: days * layout.ladders.count)
    firstDays = Array(repeating: Self.never, count: layout.events.count)
    eventCounts = Array(repeating: 0, count: layout.events.count)
    money = Array(repeating: 0, count: layout.months.count * layout.money.count)
    inputScores = Array(repeating: 0, count: layout.inputs.count)
    blockedDays = layout.ladders.map {
      Array(repeating: 0, count: $0.ladder.states.count * 64)
    }
    evaluatedDays = layout.ladders.map { Array(repeating: 0, count: $0.ladder.states.count) }
  }
}
