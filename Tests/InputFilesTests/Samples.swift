import Foundation
import InputFiles
import StoreModel
import TestSupport
import Testing

/// Texts and vocabularies that the tests read.
enum Samples {
  /// The defaults that the program ships.
  static func defaults() throws -> ScenarioDefaults {
    let file = Repository.root.appendingPathComponent("rules/defaults.yaml").path
    return try ScenarioDefaults(fromYAML: TextFile.text(at: file), file: "rules/defaults.yaml")
  }

  /// Packs as a rules folder might hold them.
  static let packs: [PackVocabulary] = [
    PackVocabulary(
      id: "douyin.merchant_level@2020-04-10",
      platform: "douyin",
      categories: ["fresh food"],
      effectiveFrom: CalendarDay(iso: "2020-04-10"),
      ladders: ["level": (0...7).map { "LV\($0)" } + ["cleared_out"]],
      parameters: ["on_time_rate.up", "reviews.least"],
      requiredCounters: [.orders, .shippedOnTime, .dueToShip, .contacts, .firstReplySecondsTotal]
    ),
    PackVocabulary(
      id: "douyin.dsr_alliance@seed",
      platform: "douyin",
      gates: ["alliance"],
      displayed: ["dsr": ["description", "service", "logistics"]],
      scenarioKeys: ["demand.alliance_share": "alliance.share"],
      parameters: ["alliance.share", "threshold"],
      requiredCounters: Set(DayCounter.stars(of: "service") ?? [])
    ),
    PackVocabulary(
      id: "jd.service_score_100@seed",
      platform: "jd",
      ladders: ["tier": ["excellent", "pass", "fail_2000"]],
      parameters: ["audit.target", "audit.weight"],
      requiredCounters: [.reviews1]
    ),
    PackVocabulary(
      id: "douyin.gate@2025",
      platform: "douyin",
      effectiveFrom: CalendarDay(iso: "2025-01-01"),
      effectiveTo: CalendarDay(iso: "2026-07-01")
    ),
    PackVocabulary(
      id: "douyin.gate@2026",
      platform: "douyin",
      effectiveFrom: CalendarDay(iso: "2026-07-01")
    ),
  ]

  /// Files that scenarios of the tests may name.
  static let files: [String: String] = [
    "histories/fresh.csv": """
    date,orders,gmv,shipped,shipped_on_time,reviews_5,displayed_dsr
    2026-09-28,1400,86800.50,1390,1388,100,4.58
    2026-09-29,1380,85000,1385,1385,90,4.58
    2026-10-01,9,9,9,9,9,9
    """
  ]

  /// A reader of scenarios over the shipped defaults and the packs above.
  static func reader(files: [String: String] = files) throws -> ScenarioReader {
    ScenarioReader(defaults: try defaults(), packs: packs) { path throws(InputErrors) in
      if let text = files[path] { return text }
      return try TextFile.text(at: path)
    }
  }

  /// Reads a scenario text.
  static func read(_ text: String, files: [String: String] = files) throws -> ScenarioReading {
    try reader(files: files).scenario(fromYAML: text, file: "scenario.yaml")
  }

  /// The findings about a scenario text.
  static func diagnostics(of text: String) throws -> [Diagnostic] {
    let reader = try reader()
    do throws(InputErrors) {
      return try reader.scenario(fromYAML: text, file: "scenario.yaml").notices
    } catch {
      return error.diagnostics
    }
  }

  /// The smallest useful scenario.
  static let nineLines = """
    storecast: 1
    platform: douyin
    category: fresh food
    rules: [douyin.merchant_level@2020-04-10, douyin.dsr_alliance@seed]
    start: 2026-10-01
    horizon: 90 days
    standing: {level: LV2, level_since: 2026-09-12, displayed: {dsr: {description: 4.58, service: 4.60, logistics: 4.55, ratings: 10400}}}
    demand: {orders_per_day: 1300 to 1600, order_value: 62 yuan}
    service_desk: {agents: 4, hours: "08:00-23:00"}

    """

  /// Only what has no default.
  static let requiredOnly = """
    storecast: 1
    platform: douyin
    rules: []
    start: 2026-10-01
    horizon: 30 days
    demand: {orders_per_day: 100, order_value: 62 yuan}

    """

  /// Every key of the format.
  static let reference = """
    storecast: 1
    name: 生鲜店冲刺 LV3
    platform: douyin
    category: fresh food
    start: 2026-10-01
    horizon: 90 days
    replications: 10000
    seed: 7
    rules:
      - douyin.merchant_level
      - pack: douyin.dsr_alliance@seed
        set: {threshold: 4.5}
      - pack: jd.service_score_100@seed
        set: {audit.target: 97 %}
        consequences: off
    standing:
      level: LV2
      level_since: 2026-09-12
      tier: pass
      membership: {alliance: {member: true, removals: 0}}
      displayed: {dsr: {description: 4.58, service: 4.60, logistics: 4.55, ratings: 10400}}
      last_30_days: {orders: 41800, due_to_ship: 41500, shipped: 41520, shipped_on_time: 41469, gmv: 2600000 yuan, first_reply_seconds_total: 120 h}
      open: {unshipped: 900, in_transit: 3100, chats: 12, service_orders: 30}
    history: histories/fresh.csv
    demand:
      orders_per_day: 1300 to 1600
      trend: 3 % per month
      weekday: {mon: 1.00, tue: 1.00, wed: 1.00, thu: 1.00, fri: 0.98, sat: 0.97, sun: 1.05}
      busiest_and_quietest_day: 2100 and 900
      walk: 0.02 per day
      shock_half_life: 4 days
      promotions:
        - {name: 双11, from: 2026-11-01, to: 2026-11-11, multiplier: 1.3 to 1.6, peak: {2026-11-11: 2 to 5}, ship_within: 15 days}
      live_shows: [{days: [fri, sat], from: "20:00", hours: 3, share_of_day: 35 %}]
      spikes: {per_month: 0.5, times: 2 to 6}
      order_value: {mean: 62 yuan, cv: 0.6}
      cash_on_delivery: 3 %
      refused_on_delivery: 10 %
      cancelled_before_shipping: 4 %
      alliance_share: 35 %
      score_elasticity: 0
    money: {margin: 22 %, refund_only_goods_lost: 100 %, return_freight: 5 yuan, platform_fee: 5 %}
    warehouse:
      capacity: 2200 per day
      cut_off: "16:00"
      closed: [sun]
      ship_promise: 48 h
      pay_to_ship: {median: 14 h, sigma: 0.38}
      fake_shipments: 0.05 %
    couriers:
      - name: economy
        share: 100 %
        price: 2.6 yuan
        pickup: {median: 6 h, sigma: 0.7}
        transit: {mean: 50 h, sigma: 0.35}
        delivery_promise: 120 h
        stalls: 0.6 %
        stall_delay: 4 days
        lost_or_damaged: 0.1 %
        surge: 0.25
    incidents: {per_quarter: 1, days: 1 to 4, late_times: 2 to 6, late_shipping: 3 % to 30 %, defect_times: 1 to 3}
    service_desk:
      contacts_per_order: 0.35
      bot: {resolves: 30 %, hours: "20:00-09:00"}
      handle_time: {mean: 480 s, sigma: 0.7}
      exact: no
      concurrency: 3
      efficiency: 2.5
      reaction: 13 s
      turns_quiet_after: 120 s
      shrinkage: 10 %
      hourly_profile: [2.0, 1.2, 0.8, 0.5, 0.5, 0.6, 1.0, 1.8, 3.2, 4.6, 5.4, 6.4, 6.6, 5.8, 5.2, 5.0, 5.0, 5.0, 5.4, 6.4, 8.0, 8.2, 6.8, 4.6]
      ratings: {rate: 20 %, dissatisfied: 6 %, dissatisfied_when_slow: 30 %}
      shifts:
        - {name: day, from: "08:00", to: "16:00", agents: 3, wage: 180 yuan per day, breaks: [{from: "12:00", to: "12:30", away: 1}, {from: "12:30", to: "13:00"}]}
        - {name: evening, from: "15:00", to: "23:00", agents: 4, wage: 200 yuan per day}
        - {name: night, from: "23:00", to: "02:00", agents: 1, wage: 120 yuan per day}
      after_sales: {agents: 1, from: "09:00", to: "21:00", wage: 180 yuan per day, handle_time: {mean: 180 s, sigma: 0.8}}
    automation: {quick_refund: no, auto_agree_returns: yes}
    quality: {defects: 0.8 %}
    satisfaction: {on_time: [92, 6, 2], late_1_2_days: [70, 18, 12], late_3_plus: [25, 25, 50], defect: [10, 20, 70], slow_reply: -6 %}
    reviews:
      rate: 8 %
      returned_factor: 0.25
      before_delivery: 0 %
      delay: {mean: 4 days, within: 15 days}
      silent_count_as_good: false
      single_stream: no
      stars: {happy: [88, 7, 2.5, 1, 1.5], neutral: [30, 35, 25, 6, 4], unhappy: [8, 7, 10, 20, 55]}
    after_sales:
      refund_only: 5 %
      return_refund: 0.5 %
      quality_returns: 1 %
      disputes: 0.4 %
      merchant_fault: 7.5 %
      complaints: 0.06 %
      completion: {refund_only: 10.9 h, return_refund: 28 h}
      tickets: 0.6 %
      survey: {rate: 15 %, satisfied: 96.5 %, satisfied_when_slow: 80 %}
      inspections: {per_month: 30, pass: 97 %}
      pending_feedback: 6 %
    uncertainty:
      stars: {walk: 0.006 per day, shock: 0.2, half_life: 20 days, level: 0.1}
      late: {walk: 0.004 per day, shock: 0.14, half_life: 67 days}
    alternatives:
      - name: 晚班加一人
        from: 2026-10-15
        set: {service_desk.shifts.evening.agents: 5}
      - name: 换更好的快递
        set: {couriers.economy.share: 40 %}
        add: {couriers: {name: premium, share: 60 %, price: 5.8 yuan, transit: {mean: 34 h, sigma: 0.3}, delivery_promise: 120 h, stalls: 0.2 %}}
        cost: 3000 yuan
      - name: 开机器人
        set: {service_desk.bot.resolves: 40 %}

    """
}
