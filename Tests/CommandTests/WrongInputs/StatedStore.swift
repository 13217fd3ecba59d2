import Foundation
import Sampling
import StoreModel

/// A store whose manager states each rate as an 80 % range, rightly or wrongly.
///
/// The middles differ from store to store, log-uniform between bounds that let events neither come for
/// sure nor never; a range reaches from a middle over 1.15 to 1.15 times it. The true rates are what the
/// engine draws from the right ranges, so that right forecasts have the law of the truth exactly.
struct StatedStore: Sendable {
  /// What a store is held to.
  enum Rules: CaseIterable, Sendable {
    case levels, penalties
  }

  /// How the inputs of a forecast are given.
  enum Way: CaseIterable, Sendable {
    /// The ranges that the true rates are drawn from.
    case right
    /// Each rate a fifth too high or too low, as a coin has it.
    case off
    /// Each rate a fifth to the side that the manager would like.
    case rosy
    /// The middles for sure; no level wanders.
    case still
    /// No incidents.
    case calm
  }

  private struct Rate {
    enum Kind {
      /// A share of what fails, told as the share of what goes well.
      case amount, share, failure
    }

    let name: String
    let kind: Kind
    /// Bounds of the middle.
    let middle: ClosedRange<Double>
    /// 1 where a manager would like more, −1 where less.
    let liking: Double

    init(_ name: String, _ kind: Kind, _ middle: ClosedRange<Double>, liking: Double = -1) {
      (self.name, self.kind, self.middle, self.liking) = (name, kind, middle, liking)
    }

    /// How a scenario says it, the middle being wrong by a share of itself.
    func text(middle: Double, isSure: Bool) -> String {
      var ends = isSure ? [middle] : [middle / StatedStore.width, middle * StatedStore.width]
      if kind == .failure { ends = ends.reversed().map { 1 - $0 } }
      return ends.map { String(format: "%.5f", kind == .amount ? $0 : 100 * $0) }
        .joined(separator: " to ") + (kind == .amount ? "" : " %")
    }
  }

  /// Day 1 of every forecast.
  static let start = CalendarDay(ordinal: 20_524)  // Thursday 12 March 2026
  /// Days that a store with a history was watched.
  static let watchedDays = 90
  /// Days of a forecast.
  static let horizonInDays = 60

  private static let fifth = 0.2
  private static let width = 1.15
  /// The process of the draws here, of no process of the engine.
  private static let process: UInt32 = 905

  private static func rates(of rules: Rules) -> [Rate] {
    switch rules {
    case .levels:
      [
        Rate("orders", .amount, 128...260, liking: 1),
        Rate("reviews", .share, 0.06...0.15, liking: 1), Rate("defects", .share, 0.002...0.05),
        Rate("ship", .amount, 9...15), Rate("transit", .amount, 36...90),
        Rate("chats", .amount, 0.12...0.2), Rate("handle", .amount, 400...900),
        Rate("complaints", .share, 0.0001...0.0006), Rate("refunds", .share, 0.04...0.06),
      ]
    case .penalties:
      [
        Rate("orders", .amount, 180...320, liking: 1), Rate("refunds", .share, 0.02...0.04),
        Rate("returns", .share, 0.08...0.14), Rate("task", .amount, 120...360),
        Rate("surveys", .share, 0.12...0.2, liking: 1), Rate("unhappy", .failure, 0.015...0.09),
        Rate("slow", .failure, 0.1...0.4), Rate("inspections", .amount, 20...45),
        Rate("failed", .failure, 0.01...0.08), Rate("pending", .share, 0.04...0.1),
      ]
    }
  }

  let rules: Rules
  let index: Int

  /// The scenario file.
  ///
  /// - Parameters:
  ///   - way: how the inputs are given.
  ///   - seed: the seed.
  ///   - start: day 1.
  ///   - days: the horizon.
  ///   - history: a history file that tells what the orders are; `nil` without one.
  /// - Returns: its text.
  func scenario(
    _ way: Way,
    seed: Int,
    start: CalendarDay = Self.start,
    days: Int = Self.horizonInDays,
    history: String? = nil
  ) -> String {
    let said = said(way)
    let isStill = way == .still
    let demand =
      (history == nil ? "orders_per_day: \(said("orders")), " : "") + "order_value: 60 yuan"
      + (isStill ? ", walk: 0 per day, shock: 0" : "")
    return """
      storecast: 1
      start: \(start)
      horizon: \(days) days
      seed: \(seed)
      \(history.map { "history: \($0)" } ?? "")
      demand: {\(demand)}
      \(isStill ? Self.nothingWanders : "")
      incidents: {per_quarter: \(way == .calm ? "0" : "0.2 to 0.8")}
      \(rules == .levels ? levels(said) : penalties(said))
      """
  }

  private static let nothingWanders =
    "uncertainty: {stars: {walk: 0 per day, shock: 0, level: 0}, late: {walk: 0 per day, shock: 0}}"

  /// The first evaluation comes 20 days after `start`, also of stores that were watched before.
  private func levels(_ said: (String) -> String) -> String {
    """
    platform: douyin
    category: fresh food
    rules:
      - pack: douyin.merchant_level@2020-04-10
        set: {first_evaluation_after_days: \(Self.watchedDays + 20)}
      - {pack: douyin.dsr_alliance@seed, set: {window: rolling_90d, window_days: 30}}
    standing: {level: LV1, level_since: \(Self.start - Self.watchedDays)}
    warehouse: {pay_to_ship: {median: \(said("ship")) h}}
    couriers: [{name: standard, share: 100 %, transit: {mean: \(said("transit")) h}}]
    service_desk:
      agents: 1
      hours: "08:30-23:00"
      contacts_per_order: \(said("chats"))
      handle_time: \(said("handle")) s
    satisfaction: {on_time: [95, 4, 1]}
    quality: {defects: \(said("defects"))}
    reviews: {rate: \(said("reviews"))}
    after_sales: {complaints: \(said("complaints")), refund_only: \(said("refunds"))}
    """
  }

  private func penalties(_ said: (String) -> String) -> String {
    """
    platform: jd
    category: household
    rules:
      - pack: jd.service_score_100@seed
        set:
          satisfaction.target: 95 %
          audit.target: 88 %
          processing.target: 90 %
          compliance.target: 96 %
          pending_feedback.target: 8 %
    service_desk:
      agents: 2
      hours: "08:30-23:00"
      contacts_per_order: 0.05
      after_sales: {agents: 1, from: "08:30", to: "20:00", handle_time: \(said("task")) s}
    after_sales:
      refund_only: \(said("refunds"))
      return_refund: \(said("returns"))
      survey:
        {rate: \(said("surveys")), satisfied: \(said("unhappy")), satisfied_when_slow: \(said("slow"))}
      inspections: {per_month: \(said("inspections")), pass: \(said("failed"))}
      pending_feedback: \(said("pending"))
    """
  }

  /// Texts of the rates by name.
  private func said(_ way: Way) -> (String) -> String {
    var sampler = Sampler(seed: rules == .levels ? 1 : 2)
    var texts: [String: String] = [:]
    for (call, rate) in Self.rates(of: rules).enumerated() {
      sampler.seek(replication: index, process: Self.process, day: 0, call: call)
      let coin = sampler.uniform() < 0.5 ? -1.0 : 1.0
      let span = log(rate.middle.upperBound / rate.middle.lowerBound)
      let mistake =
        switch way {
        case .off: coin
        case .rosy: rate.liking
        case .right, .still, .calm: 0.0
        }
      texts[rate.name] = rate.text(
        middle: rate.middle.lowerBound * exp(span * sampler.uniform())
          * (1 + Self.fifth * mistake),
        isSure: way == .still
      )
    }
    let said = texts
    return { said[$0, default: "nothing said of \($0)"] }
  }
}
