import Calibration
import Foundation
import Reporting
import StoreModel

extension Scenario {
  /// Starts levels where the history leaves them, and says so among the assumptions.
  mutating func startFromHistory(language: ReportLanguage) {
    let learnt = startFromHistory()
    if let orders = learnt.ordersPerDay {
      replaceAssumptions(
        ["demand.orders_per_day", "demand.weekday", "demand.dispersion", "demand.walk"]
          + ["demand.shock", "demand.shock_half_life"]
          + ["demand.spikes.per_month", "demand.spikes.times"],
        by: Assumption(
          path: "demand.orders_per_day",
          value: "\(rounded(orders.level)) ± \(rounded(orders.deviation * 100)) %",
          unit: "orders per day",
          origin: "history",
          source: language.pick(
            "the whole history, recent days most; how it wanders and scatters is learnt with it",
            "由全部历史推断，越近的日子越重要；波动大小一并推断"
          ),
          usedBy: "store",
          label: language.pick("orders on an ordinary day", "平日订单量")
        )
      )
    }
    if let travel = learnt.travel { tell(travel, language) }
    if let stars = learnt.meanStar {
      replaceAssumptions(
        ["walk", "shock", "half_life", "level"].map { "uncertainty.stars.\($0)" },
        by: Assumption(
          path: "uncertainty.stars",
          value: "\(rounded(stars.level)) ± \(rounded(stars.deviation))",
          unit: "stars",
          origin: "history",
          source: language.pick(
            "ratings of the whole history, recent days most; how they wander is learnt with them",
            "由全部历史评价推断，越近的日子越重要；波动大小一并推断"
          ),
          usedBy: "store",
          label: language.pick("mean star at the start", "起始平均星级")
        )
      )
    }
  }

  private mutating func tell(
    _ travel: (meanInHours: Double, lateShare: Double),
    _ language: ReportLanguage
  ) {
    guard let path = operation.couriers.first?.transitMeanInHours.path else { return }
    replaceAssumptions(
      [path] + ["walk", "shock", "half_life"].map { "uncertainty.late.\($0)" },
      by: Assumption(
        path: path,
        value: rounded(travel.meanInHours),
        unit: "hours",
        origin: "history",
        source: language.pick(
          "explains that \(rounded(travel.lateShare * 100)) % are late today; how lateness wanders is learnt with it",
          "由目前约 \(rounded(travel.lateShare * 100))% 的超时签收反推；波动大小一并推断"
        ),
        usedBy: "store",
        label: language.pick("hours on the way", "在途时长")
      )
    )
  }

  private mutating func replaceAssumptions(_ paths: [String], by learnt: Assumption) {
    let place = assumptions.firstIndex { paths.contains($0.path) } ?? assumptions.endIndex
    assumptions.insert(learnt, at: place)
    let kept = assumptions[place]
    assumptions.removeAll { paths.contains($0.path) && $0 != kept }
  }

  /// Three significant digits.
  private func rounded(_ value: Double) -> String {
    value.formatted(.number.precision(.significantDigits(1...3)).grouping(.never))
  }
}
