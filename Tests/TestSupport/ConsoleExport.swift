package import Foundation

/// Exports as a platform's console would write them, made from the counts of a simulated store.
///
/// The headings are written out here and not taken from the tables of aliases, so that a mistake in
/// a table is seen.
package struct ConsoleExport: Sendable {
  /// The platform's key.
  package let platform: String
  /// Headings by column of a history.
  package let headings: [String: String]
  private let history: ForecastCSV

  /// Exports of a history file for a platform.
  package init(platform: String, history: URL) throws {
    self.platform = platform
    headings = Self.common.merging(Self.own[platform] ?? [:]) { $1 }
    self.history = try ForecastCSV(history)
  }

  private static let common = [
    "orders": "下单订单数", "gmv": "成交金额", "due_to_ship": "应发货订单数",
    "shipped": "发货订单数", "shipped_on_time": "准时发货订单数", "fake_shipped": "虚假发货订单数",
    "delivered": "送达包裹数", "delivered_late": "超时送达包裹数", "cancelled": "取消订单数",
    "refund_orders": "退款订单数", "quality_returns": "品质退货数", "disputes": "纠纷数",
    "disputes_merchant_fault": "商责纠纷数", "complaints_merchant_fault": "商责投诉数",
    "reviews_1": "一星评价数", "reviews_2": "二星评价数", "reviews_3": "三星评价数",
    "reviews_4": "四星评价数", "reviews_5": "五星评价数", "service_1": "服务评价一星",
    "service_2": "服务评价二星", "service_3": "服务评价三星", "service_4": "服务评价四星",
    "service_5": "服务评价五星", "logistics_1": "物流评价一星", "logistics_2": "物流评价二星",
    "logistics_3": "物流评价三星", "logistics_4": "物流评价四星", "logistics_5": "物流评价五星",
    "contacts": "咨询量", "contacts_answered": "人工接待量", "bot_answered": "机器人接待量",
    "replied_within_3min": "3分钟内回复数",
  ]

  private static let own: [String: [String: String]] = [
    "douyin": ["gmv": "支付金额", "contacts": "人工会话请求数"],
    "jd": ["orders": "下单单量", "gmv": "成交金额"],
    "kuaishou": ["gmv": "GMV"],
    "tmall": ["orders": "下单笔数", "gmv": "支付金额"],
  ]

  /// Days, oldest first.
  package var days: [String] { history.values("date") }

  /// The counts of a column, as the history writes them.
  package func counts(_ column: String) -> [String] { history.values(column) }

  /// Columns of the history that have a heading, in the history's order.
  package var columns: [String] { history.columns.filter { headings[$0] != nil } }

  /// Layout A: one wide file, UTF-8 with byte order mark.
  package var wideFile: Data {
    let lines = days.indices.map { row in
      ([days[row]] + columns.map { counts($0)[row] }).joined(separator: ",")
    }
    let heading = (["日期"] + columns.compactMap { headings[$0] }).joined(separator: ",")
    return Data(("\u{FEFF}" + ([heading] + lines).joined(separator: "\r\n") + "\r\n").utf8)
  }

  /// Layout B: several files in GB18030 with title lines, rows of totals, 万, separators of thousands,
  /// percent signs, newest day first, and a means in place of a total.
  package var severalFiles: [(name: String, data: Data)] {
    let title = "统计时间:\(days.first ?? "") ~ \(days.last ?? "")"
    func file(_ columns: [(heading: String, cells: [String])], date: (String) -> String) -> Data {
      let order = days.indices.reversed()
      let rows = order.map { row in
        ([date(days[row])] + columns.map { "\"\($0.cells[row])\"" }).joined(separator: ",")
      }
      let head = (["日期"] + columns.map(\.heading)).joined(separator: ",")
      let total = (["合计"] + columns.map { _ in "9,999" }).joined(separator: ",")
      let text = ([title, "", head, total] + rows + ["注:数据每日更新"]).joined(separator: "\n")
      return Self.gb18030(text)
    }
    func named(_ columns: [String]) -> [(heading: String, cells: [String])] {
      columns.filter(self.columns.contains).map { (headings[$0] ?? "", counts($0)) }
    }
    let trade = [
      (headings["orders"] ?? "", counts("orders").map(Self.grouped)),
      ((headings["gmv"] ?? "") + "(元)", counts("gmv").map(Self.inTenThousands)),
      ("访客数", counts("orders")),
    ]
    let shipping =
      named(["due_to_ship", "shipped", "delivered"]) + [
        ("发货及时率", rates("shipped_on_time", "due_to_ship")),
        ("配送超时率", rates("delivered_late", "delivered")),
      ]
    let stars = (1...5).flatMap { star in ["reviews_\(star)", "service_\(star)"] }
    let chats =
      named(["contacts", "contacts_answered", "bot_answered"]) + [
        ("平均首次响应时长(秒)", means("first_reply_seconds_total", "contacts_answered")),
        ("3分钟回复率", rates("replied_within_3min", "contacts_answered")),
      ]
    return [
      ("trade.csv", file(trade) { $0.replacing("-", with: "/") }),
      ("shipping.csv", file(shipping) { $0.replacing("-", with: "") }),
      ("reviews.csv", file(named(stars)) { String($0.dropFirst(5)) }),
      ("chats.csv", file(chats, date: Self.inChinese)),
    ]
  }

  /// Layout C: a spreadsheet with serial dates in two sheets, one of counts, one of rates over 30
  /// days, and one that is no table of days.
  package var spreadsheet: SpreadsheetText {
    let kept = ["orders", "gmv", "due_to_ship", "shipped", "delivered", "refund_orders"]
    let counted = columns.filter(kept.contains)
    let first = Self.serial(days.first ?? "")
    let titles: [[SpreadsheetText.Cell]] = [[.shared("经营数据日报")], []]
    let head: [SpreadsheetText.Cell] =
      [.shared("日期")] + counted.map { .shared(headings[$0] ?? "") } + [.shared("配送超时率")]
    let late = ratio("delivered_late", "delivered", window: 1)
    let rows: [[SpreadsheetText.Cell]] = days.indices.map { row in
      [.number(String(first + row), style: 1)]
        + counted.enumerated().map { index, column in
          index == 0 ? .inline(counts(column)[row]) : .number(counts(column)[row], style: 0)
        } + [late[row].map { .number($0, style: 2) } ?? .inline("—")]
    }
    let onTime = ratio("shipped_on_time", "due_to_ship", window: 30)
    let fake = ratio("fake_shipped", "shipped", window: 30)
    let isOfDouyin = platform == "douyin"
    let rateHead: [SpreadsheetText.Cell] =
      [.shared("统计日期"), .shared("近30天发货及时率")] + (isOfDouyin ? [.shared("虚假发货率(近30天)")] : [])
    let rates: [[SpreadsheetText.Cell]] = days.indices.map { row in
      let cells = [onTime[row]] + (isOfDouyin ? [fake[row]] : [])
      return [.number(String(first + row), style: 3)]
        + cells.map { $0.map { .number($0, style: 2) } ?? .shared("暂无数据") }
    }
    return SpreadsheetText([
      ("说明", [[.shared("本表由后台导出")]]), ("日报", titles + [head] + rows),
      ("近30天", [rateHead] + rates),
    ])
  }

  private func numbers(_ column: String) -> [Double] { counts(column).map { Double($0) ?? 0 } }

  private func rates(_ part: String, _ whole: String) -> [String] {
    zip(numbers(part), numbers(whole)).map {
      $1 == 0 ? "—" : String(format: "%.2f%%", $0 / $1 * 100)
    }
  }

  private func means(_ total: String, _ whole: String) -> [String] {
    zip(numbers(total), numbers(whole)).map { $1 == 0 ? "-" : String(format: "%.1f", $0 / $1) }
  }

  /// Shares over the days up to each, rounded to four digits as a console keeps them.
  private func ratio(_ part: String, _ whole: String, window: Int) -> [String?] {
    let (parts, wholes) = (numbers(part), numbers(whole))
    return days.indices.map { row in
      guard row + 1 >= window else { return nil }
      let span = (row + 1 - window)...row
      let sum = span.reduce(0) { $0 + wholes[$1] }
      return sum == 0
        ? nil : String(format: "%.4f", span.reduce(0) { $0 + parts[$1] } / sum)
    }
  }

  private static func grouped(_ count: String) -> String {
    count.count > 3 ? count.dropLast(3) + "," + count.suffix(3) : count
  }

  private static func inTenThousands(_ yuan: String) -> String {
    let value = Double(yuan) ?? 0
    return value < 10_000 ? yuan : String(format: "%.2f万", value / 10_000)
  }

  private static func inChinese(_ day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return "\(parts[0])年\(parts[1])月\(parts[2])日"
  }

  /// The number of a day in a spreadsheet.
  package static func serial(_ day: String) -> Int {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = calendar.date(
      from: DateComponents(year: parts[0], month: parts[1], day: parts[2])
    )
    return Int((date?.timeIntervalSince1970 ?? 0) / 86400) + 25_569
  }

  /// A text in GB18030.
  package static func gb18030(_ text: String) -> Data {
    text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data()
  }
}
