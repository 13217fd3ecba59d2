import Forecasting
import Rules
import Simulation
import StoreModel

/// A layout of three days with one of everything, and records for it.
enum SmallStore {
  static let label = Label(english: "it", chinese: "它")

  static let score = Measure(
    name: "score",
    unit: "stars",
    unitsPerOne: 1_000_000,
    threshold: 4.5,
    badSide: .below,
    label: label
  )

  static func layout(clusters: Int = 1) -> RecordLayout {
    RecordLayout(
      start: CalendarDay(year: 2026, month: 10, day: 30) ?? CalendarDay(ordinal: 0),
      horizonInDays: 3,
      measures: [
        .init(
          pack: "store",
          measure: Measure(name: "orders", unit: "orders", unitsPerOne: 1, label: label)
        ),
        .init(pack: "p", measure: score),
      ],
      events: [
        .init(
          pack: "p",
          event: EventDescription(
            name: "rise",
            threshold: "",
            label: label,
            section: label,
            isHeadline: true,
            isGood: true,
            reaches: nil
          )
        )
      ],
      ladders: [
        .init(
          pack: "p",
          ladder: LadderDescription(
            name: "ladder",
            states: ["low", "high"],
            stateLabels: [label, label],
            conditions: ["reviews", "speed"],
            conditionLabels: [label, label],
            label: label
          )
        )
      ],
      money: [
        .init(
          pack: "store",
          item: MoneyItem(name: "net", source: .charge, label: label)
        ),
        .init(pack: "p", item: MoneyItem(name: "penalty", source: .charge, label: label)),
      ],
      inputs: ["demand", "stars"],
      clusters: clusters
    )
  }

  /// The same orders and score on each day; net and penalty fall in the first month.
  static func record(
    orders: Int64 = 0,
    score: Int64? = nil,
    firstDay: Int32 = ReplicationRecord.never,
    net: Int64 = 0,
    penalty: Int64 = 0,
    scores: [Double] = [0, 0]
  ) -> ReplicationRecord {
    let layout = layout()
    var record = ReplicationRecord(layout: layout)
    for day in 0..<3 {
      record.measures[day * 2] = orders
      if let score { record.measures[day * 2 + 1] = score }
      record.states[day] = firstDay >= 0 && day + 1 >= Int(firstDay) ? 1 : 0
    }
    record.firstDays[0] = firstDay
    record.eventCounts[0] = firstDay < 0 ? 0 : 1
    record.money[0] = net
    record.money[1] = penalty
    record.inputScores = scores
    return record
  }

  /// Records without pattern, from a linear congruential generator.
  static func varied(_ count: Int, seed: UInt64 = 1) -> [ReplicationRecord] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<count).map { _ in
      var record = record(
        orders: Int64(next(5000)),
        score: next(10) == 0 ? nil : Int64(4_000_000 + next(1_000_000)),
        firstDay: Int32(next(5)) - 1 > 3 ? -1 : Int32(next(5)) - 1,
        net: Int64(next(2_000_000)) - 1_000_000,
        penalty: Int64(next(3)) * 200_000,
        scores: [Double(next(4000)) / 1000 - 2, Double(next(4000)) / 1000 - 2]
      )
      record.blockedDays[0][next(2)] = Int32(next(3))
      record.evaluatedDays[0][0] = 3
      return record
    }
  }

  static func accumulated(_ records: [ReplicationRecord]) -> ForecastAccumulator {
    var accumulator = ForecastAccumulator(layout: layout())
    for record in records { accumulator.add(record) }
    return accumulator
  }
}

extension SmallStore {
  /// Demand without shows, promotions or chance.
  static let demand: Demand = {
    func known(_ value: Double) -> Uncertain { Uncertain(path: "demand", law: .known(value)) }
    return Demand(
      ordersPerDay: known(100),
      trendPerMonth: known(0),
      weekdayFactors: Array(repeating: 1, count: 7),
      dispersion: 1e6,
      walkPerDay: 0,
      shockSD: 0,
      shockHalfLifeInDays: 3,
      promotions: [],
      spikesPerMonth: known(0),
      spikeFactor: known(1),
      orderValue: known(60),
      orderValueCV: 0.5,
      cashOnDelivery: known(0),
      refusedOnDelivery: known(0),
      cancelledBeforeShipping: known(0),
      scoreElasticity: known(0)
    )
  }()
}
