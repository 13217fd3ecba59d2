package import Rules
package import StoreModel

/// The store's own stream in the files: its measures and money (names are pinned).
package enum StoreReport {
  /// Name of the stream.
  package static let pack = "store"

  /// What a measure counts.
  enum Source: Sendable {
    case counter(DayCounter)
    case reviewCount
    case starMean
    case firstReplyMean
  }

  static let measures: [(source: Source, measure: Measure)] = [
    count(.orders, "orders", "orders", "orders", "订单"),
    (
      .counter(.gmv),
      Measure(
        name: "gmv",
        unit: "yuan",
        unitsPerOne: 100,
        label: Label(english: "value of orders", chinese: "成交额")
      )
    ),
    count(.shipped, "shipped", "orders", "marked shipped", "发货"),
    count(.shippedOnTime, "shipped_on_time", "orders", "shipped on time", "准时发货"),
    count(.delivered, "delivered", "parcels", "delivered", "妥投"),
    count(.deliveredLate, "delivered_late", "parcels", "delivered late", "晚到"),
    (
      .reviewCount,
      Measure(
        name: "reviews",
        unit: "reviews",
        unitsPerOne: 1,
        label: Label(english: "reviews", chinese: "评价")
      )
    ),
    (
      .starMean,
      Measure(
        name: "star_mean",
        unit: "stars",
        unitsPerOne: 1_000_000,
        label: Label(english: "mean star of the day's reviews", chinese: "当日评价均分")
      )
    ),
    count(.qualityReturns, "quality_returns", "orders", "quality returns", "品退"),
    count(.refundOrders, "refunds", "orders", "refunds asked for", "退款"),
    count(.disputes, "disputes", "disputes", "disputes", "纠纷"),
    count(
      .disputesMerchantFault,
      "disputes_merchant_fault",
      "disputes",
      "merchant-fault disputes",
      "商责纠纷"
    ),
    count(
      .complaintsMerchantFault,
      "complaints_merchant_fault",
      "complaints",
      "merchant-fault complaints",
      "商责投诉"
    ),
    count(.contacts, "contacts", "chats", "chats", "咨询"),
    (
      .firstReplyMean,
      Measure(
        name: "first_reply_mean_s",
        unit: "s",
        unitsPerOne: 1000,
        label: Label(english: "mean first reply by a human", chinese: "人工平均首响")
      )
    ),
  ]

  static let money: [MoneyItem] = [
    item("revenue", "revenue", "收入"), item("lost_sales", "sales lost", "少卖"),
    item("staff_cost", "wages of the desk", "客服工资"),
    item("courier_cost", "couriers", "快递费"), item("refunds", "refunds", "退款"),
    item("compensation", "penalties and compensation", "违约金和赔付"),
    item("margin", "gross margin", "毛利"), item("net", "net", "净赚"),
    item("one_off_cost", "one-off cost", "一次性投入"),
  ]

  private static func count(
    _ counter: DayCounter,
    _ name: String,
    _ unit: String,
    _ english: String,
    _ chinese: String
  ) -> (source: Source, measure: Measure) {
    (
      .counter(counter),
      Measure(
        name: name,
        unit: unit,
        unitsPerOne: 1,
        label: Label(english: english, chinese: chinese)
      )
    )
  }

  private static func item(_ name: String, _ english: String, _ chinese: String) -> MoneyItem {
    MoneyItem(name: name, source: .charge, label: Label(english: english, chinese: chinese))
  }

  /// A measure of a day that was observed.
  package struct ObservedMeasure: Sendable {
    /// Name, unit and label.
    package let measure: Measure
    /// The value; `nil` where a count is missing or nothing was there to take a mean of.
    package let value: Double?
    /// Counts that it needs and the day lacks.
    package let missing: [DayCounter]
  }

  /// A measure of a day that was observed, by its name; `nil` where there is none of that name.
  package static func observed(
    _ name: String,
    in counts: [DayCounter: Int]
  ) -> ObservedMeasure? {
    guard let (source, measure) = measures.first(where: { $0.measure.name == name }) else {
      return nil
    }
    let needed: [DayCounter] =
      switch source {
      case .counter(let counter): [counter]
      case .reviewCount, .starMean: DayCounter.reviewStars
      case .firstReplyMean: [.contactsAnswered, .firstReplySecondsTotal]
      }
    let missing = needed.filter { counts[$0] == nil }
    guard missing.isEmpty else {
      return ObservedMeasure(measure: measure, value: nil, missing: missing)
    }
    var log = TallyLog(firstDay: 1, lastDay: 1)
    for counter in needed { log.add(counts[counter] ?? 0, to: counter, on: 1) }
    let ticks = ticks(source, on: 1, in: log)
    return ObservedMeasure(
      measure: measure,
      value: ticks == Measure.absent ? nil : Double(ticks) / Double(measure.unitsPerOne),
      missing: []
    )
  }

  /// Writes the values of some measures on a day, in ticks, from an index of `ticks` on.
  static func note(
    _ sources: [Source],
    on day: Int,
    in log: borrowing TallyLog,
    into ticks: inout [Int64],
    from first: Int
  ) {
    for (index, source) in sources.enumerated() {
      ticks[first + index] = Self.ticks(source, on: day, in: log)
    }
  }

  /// The value of a measure on a day, in ticks.
  private static func ticks(_ source: Source, on day: Int, in log: borrowing TallyLog) -> Int64 {
    switch source {
    case .counter(let counter): return Int64(log[day, counter])
    case .reviewCount:
      var count = 0
      for counter in DayCounter.reviewStars { count += log[day, counter] }
      return Int64(count)
    case .starMean:
      var (count, points) = (0, 0)
      for (index, counter) in DayCounter.reviewStars.enumerated() {
        count += log[day, counter]
        points += log[day, counter] * (index + 1)
      }
      return count > 0 ? Int64(points) * 1_000_000 / Int64(count) : Measure.absent
    case .firstReplyMean:
      let answered = log[day, .contactsAnswered]
      return answered > 0
        ? Int64(log[day, .firstReplySecondsTotal] / answered) : Measure.absent
    }
  }
}

extension RecordLayout {
  /// The layout of a scenario: the store's stream, then each pack.
  init(scenario: Scenario, programs: [RuleProgram], hasCosts: Bool, inputs: [String], clusters: Int)
  {
    let hasMargin = scenario.operation.economics.margin != nil
    let storeMoney = StoreReport.money.filter {
      switch $0.name {
      case "margin", "net": hasMargin
      case "one_off_cost": hasCosts
      default: true
      }
    }
    self.init(
      start: scenario.start,
      horizonInDays: scenario.horizonInDays,
      measures: StoreReport.measures.map {
        PackMeasure(pack: StoreReport.pack, measure: $0.measure)
      }
        + programs.flatMap { program in
          program.measures.map { PackMeasure(pack: program.packID, measure: $0) }
        },
      events: programs.flatMap { program in
        program.events.map { PackEvent(pack: program.packID, event: $0) }
      },
      ladders: programs.flatMap { program in
        program.ladders.map { PackLadder(pack: program.packID, ladder: $0) }
      },
      money: storeMoney.map { PackMoney(pack: StoreReport.pack, item: $0) }
        + programs.flatMap { program in
          program.money.map { PackMoney(pack: program.packID, item: $0) }
        },
      inputs: inputs,
      clusters: clusters
    )
  }
}
