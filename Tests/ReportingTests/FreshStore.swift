import Forecasting
import Foundation
import Reporting
import Rules
import Simulation
import StoreModel

/// A store of ninety days whose thousand replications are written down rather than simulated.
enum FreshStore {
  static let pack = "board.level@1"

  static func label(_ english: String, _ chinese: String) -> Label {
    Label(english: english, chinese: chinese)
  }

  static func event(
    _ name: String,
    _ label: Label,
    section: Label,
    isGood: Bool,
    isHeadline: Bool = true
  ) -> RecordLayout.PackEvent {
    RecordLayout.PackEvent(
      pack: pack,
      event: EventDescription(
        name: name,
        threshold: isGood ? "" : "4.5",
        label: label,
        section: section,
        isHeadline: isHeadline,
        isGood: isGood,
        reaches: nil
      )
    )
  }

  static let layout = RecordLayout(
    start: CalendarDay(year: 2026, month: 10, day: 1) ?? CalendarDay(ordinal: 0),
    horizonInDays: 90,
    measures: [
      RecordLayout.PackMeasure(
        pack: pack,
        measure: Measure(
          name: "dsr",
          unit: "stars",
          unitsPerOne: 1_000_000,
          threshold: 4.5,
          badSide: .below,
          label: label("rating, all three", "综合评分")
        )
      )
    ],
    events: [
      event(
        "level_up",
        label("moves up a level", "升级"),
        section: label("LEVEL", "升级"),
        isGood: true
      ),
      event(
        "dsr_below_4.5",
        label("rating falls below 4.5", "评分跌破 4.5"),
        section: label("RATING", "掉线"),
        isGood: false
      ),
      event(
        "removed",
        label("removed", "被清出"),
        section: label("RATING", "掉线"),
        isGood: false,
        isHeadline: false
      ),
    ],
    ladders: [
      RecordLayout.PackLadder(
        pack: pack,
        ladder: LadderDescription(
          name: "level",
          states: ["second", "third"],
          stateLabels: [label("level 2", "二级"), label("level 3", "三级")],
          conditions: ["good", "on_time"],
          conditionLabels: [
            label("good ratings ≥ 90 %", "好评率 ≥ 90%"),
            label("shipped on time ≥ 99.9 %", "准时发货率 ≥ 99.9%"),
          ],
          label: label("level", "等级")
        )
      )
    ],
    money: [
      RecordLayout.PackMoney(
        pack: "store",
        item: MoneyItem(name: "staff_cost", source: .charge, label: label("wages", "工资"))
      ),
      RecordLayout.PackMoney(
        pack: "store",
        item: MoneyItem(name: "net", source: .charge, label: label("net", "净赚"))
      ),
      RecordLayout.PackMoney(
        pack: pack,
        item: MoneyItem(
          name: "lost_sales_to_cap",
          source: .salesLostToCap,
          label: label("sales beyond the cap", "超出单量上限的销售额")
        )
      ),
    ],
    inputs: ["demand.orders_per_day", "reviews.stars"]
  )

  /// Replication `index` of a thousand; `more` of a hundred further ones rise, for `wages` yuan.
  static func record(_ index: Int, more: Int = 0, wages: Int64 = 0) -> ReplicationRecord {
    var record = ReplicationRecord(layout: layout)
    let rank = index % 100
    let rises = rank < 54 + more
    let falls = rank >= 96
    record.firstDays = [rises ? Int32(13 + rank) : -1, falls ? Int32(60 + index % 7) : -1, -1]
    record.firstDays[0] = rises ? min(Int32(13 + rank), 90) : -1
    record.eventCounts = record.firstDays.map { $0 < 0 ? 0 : 1 }
    for day in 0..<90 {
      record.measures[day] = Int64(4_580_000 - rank * 1000 - (falls ? 80_000 : 0))
      record.states[day] = rises && day + 1 >= Int(record.firstDays[0]) ? 1 : 0
    }
    record.evaluatedDays[0][0] = 20
    record.blockedDays[0][0] = Int32(10 + rank % 10)
    record.blockedDays[0][1] = Int32(rank % 11)
    record.money[0] = 60_000_00 + wages * 100
    record.money[1] = Int64(rank - 30) * 10_000_00 - wages * 100
    record.money[2] = Int64(rank) * 9_500_00
    record.inputScores = [
      Double(50 - rank + index * 37 % 200) / 60 - 1.5, Double(index * 7 % 101 - 50) / 29,
    ]
    return record
  }

  /// The forecast of the unchanged store.
  static let baseline = forecast(Forecast.baselineName)

  static func forecast(
    _ alternative: String,
    more: Int = 0,
    wages: Int64 = 0
  ) -> Forecast {
    var accumulator = ForecastAccumulator(layout: layout)
    for index in 0..<1000 { accumulator.add(record(index, more: more, wages: wages)) }
    return accumulator.forecast(alternative: alternative)
  }

  static func comparison(_ alternative: String, more: Int, wages: Int64) -> Comparison {
    var accumulator = ComparisonAccumulator(layout: layout)
    for index in 0..<1000 {
      accumulator.add(
        baseline: record(index),
        alternative: record(index, more: more, wages: wages)
      )
    }
    return accumulator.comparison(
      baseline: baseline,
      alternative: forecast(alternative, more: more, wages: wages)
    )
  }

  static func context(_ language: ReportLanguage) -> AnswerContext {
    AnswerContext(
      name: language == .zh ? "生鲜店冲刺三级" : "Fresh-food store aiming for level 3",
      language: language,
      packs: [
        AnswerContext.PackDates(
          label: label("Level rules 2020", "2020 年等级规则"),
          from: CalendarDay(year: 2020, month: 4, day: 10),
          to: CalendarDay(year: 2026, month: 11, day: 30)
        )
      ],
      assumptions: [
        Assumption(
          path: "demand.orders_per_day",
          value: "1300 to 1600",
          unit: "orders",
          origin: "assumption",
          source: "",
          usedBy: "store",
          label: language == .zh ? "日常单量" : "orders on an ordinary day"
        )
      ],
      remarks: [
        AnswerContext.Remark(
          section: label("LEVEL", "升级"),
          text: language == .zh
            ? "10-12 之前不评级(二级未满 30 天)。" : "No review before 12 Oct (30 days at level 2)."
        )
      ],
      roomLines: [
        language == .zh ? "再迟 13 单就升不了级" : "13 more late orders and the store cannot move up"
      ],
      nextStep: "storecast compare scenarios/fresh.yaml",
      folder: "forecasts/fresh/"
    )
  }

  static let manifest = Manifest(
    command: "run",
    version: "1.0.0",
    seed: .max,
    replications: 1000,
    replicationsWanted: 1000,
    precision: 0.005,
    horizonInDays: 90,
    byDates: ["2026-11-11"],
    paths: 0,
    language: .zh,
    scenario: Manifest.ScenarioText(
      path: "fresh.yaml",
      text: "name: \"生鲜\"\n\tdemand: 1\\2\u{1}\n"
    ),
    history: Manifest.File(name: "fresh.csv", sha256: FileDigest.sha256("date\n")),
    packs: [Manifest.File(name: pack, sha256: FileDigest.sha256("pack"))],
    threads: 2,
    samplers: "gsl",
    times: Manifest.Times(started: .init(timeIntervalSince1970: 1_790_812_800), seconds: 1.5)
  )
}
