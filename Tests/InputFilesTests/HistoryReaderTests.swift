import Foundation
import InputFiles
import StoreModel
import TestSupport
import Testing

@Suite struct HistoryReaderTests {
  private func read(_ text: String, start: String? = nil) throws -> HistoryReading {
    try HistoryReader.history(
      fromCSV: text,
      file: "h.csv",
      start: start.flatMap { CalendarDay(iso: $0) }
    )
  }

  @Test func countsAreStoredInTheirSmallestUnit() throws {
    let days = try read(
      "date,orders,gmv,refund_only_hours_total,first_reply_seconds_total,displayed_dsr\n"
        + "2026-09-01,10,620.505,2.5,12.3456,4.58\n"
    ).history.days
    #expect(days[0].counts[.orders] == 10)
    #expect(days[0].counts[.gmv] == 62_051)
    #expect(days[0].counts[.refundOnlyHoursTotal] == 9000)
    #expect(days[0].counts[.firstReplySecondsTotal] == 12_346)
    #expect(days[0].displayed == ["dsr": 4.58])
  }

  @Test func emptyIsNotObservedAndZeroIs() throws {
    let days = try read("date,orders,shipped\n2026-09-01,,0\n2026-09-02\n").history.days
    #expect(days[0].counts == [.shipped: 0])
    #expect(days[1].counts == [:])
  }

  @Test func byteOrderMarkQuotesAndCRLFMakeNoDifference() throws {
    let plain = try read("date,orders\n2026-09-01,5\n2026-09-02,6\n").history
    let other = "\u{FEFF}\"date\",\"orders\"\r\n\"2026-09-01\",\"5\"\r\n2026-09-02, 6 \r\n\r\n"
    #expect(try read(other).history == plain)
    let data = Data([0xEF, 0xBB, 0xBF]) + Data("date,orders\n2026-09-01,5\n2026-09-02,6".utf8)
    #expect(try read(TextFile.text(of: data, file: "h.csv")).history == plain)
  }

  @Test func campaignsAreMarkedByAOne() throws {
    let days = try read("date,orders,campaign\n2026-09-01,5,\n2026-09-02,6,1\n2026-09-03,7,0\n")
      .history.days
    #expect(days.map(\.beginsCampaign) == [false, true, false])
    let error = #expect(throws: InputErrors.self) {
      try read("date,campaign\n2026-09-01,yes\n")
    }
    #expect(error?.diagnostics.map(\.code) == ["HI203"])
    let near = #expect(throws: InputErrors.self) { try read("date,campain\n2026-09-01,1\n") }
    #expect(near?.diagnostics.first?.message.contains("'campaign'") == true)
  }

  @Test func missingDaysAndDaysFromTheStartOnAreNoticed() throws {
    let text = "date,orders\n2026-09-01,5\n2026-09-04,5\n2026-09-05,7\n2026-09-06,8\n"
    let reading = try read(text, start: "2026-09-05")
    #expect(reading.notices.map(\.code) == ["HI108", "HI107"])
    #expect(reading.notices.map(\.location.line) == [3, 4])
    #expect(reading.history.days.map(\.date.description) == ["2026-09-01", "2026-09-04"])
  }

  @Test func largeNumbersAreRefusedRatherThanWrapped() throws {
    for cell in ["9223372036854775807", "100000001", "1e9", "-0.5", "0x1", "+5", "١"] {
      #expect(throws: InputErrors.self, "\(cell)") { try read("date,orders\n2026-09-01,\(cell)\n") }
    }
    #expect(
      try read("date,orders\n2026-09-01,100000000\n").history.days[0].counts[.orders] == 100_000_000
    )
    #expect(try read("date,orders\n2026-09-01,12.00\n").history.days[0].counts[.orders] == 12)
  }

  @Test func realHistoriesReadWhole() throws {
    let environment = ProcessInfo.processInfo.environment
    let beside = Repository.root.deletingLastPathComponent().appendingPathComponent("shared").path
    let folder = URL(filePath: environment["STORECAST_SHARED"] ?? beside).appendingPathComponent(
      "data"
    )
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: no real histories at $STORECAST_SHARED or ../shared")
      return
    }
    for name in [
      "olist/store_D1.csv", "uci_retail/store_France_y1.csv", "bank_calls/bank_calls_daily.csv",
    ] {
      let path = folder.appendingPathComponent(name).path
      let reading = try HistoryReader.history(fromCSV: TextFile.text(at: path), file: name)
      #expect(reading.history.days.count > 100)
      #expect(reading.notices.allSatisfy { $0.code == "HI108" })
    }
  }

  @Test func aHistoryFillsWhatTheScenarioLeavesOut() throws {
    var csv = "date,orders,gmv,reviews_1,reviews_5\n"
    for index in 0..<140 {
      guard let first = CalendarDay(iso: "2026-05-01") else { return }
      let day = first + index
      csv += "\(day),\(day.weekday == 6 ? 140 : 100),\(6200),1,9\n"
    }
    let text = """
      storecast: 1
      platform: douyin
      rules: []
      start: 2026-10-01
      horizon: 30 days
      history: h.csv

      """
    let scenario = try Samples.read(text, files: ["h.csv": csv]).scenario
    let demand = scenario.operation.demand
    // Mean of four weeks: (6·100 + 140)/7 = 105.714; sd of the mean √((m + m²/8)/28) = 7.325, so
    // the log sd is 0.06921 and the range 105.714·e^(±1.2816·0.06921).
    #expect(demand.ordersPerDay.path == "demand.orders_per_day")
    guard case .amount(let low, let high) = demand.ordersPerDay.law else {
      Issue.record("the orders are no range")
      return
    }
    #expect(abs(low - 96.7) < 0.06 && abs(high - 115.5) < 0.06)
    #expect(demand.orderValue.law == .known(58.65))
    #expect(demand.weekdayFactors[6] > 1.25 && demand.weekdayFactors[0] < 1)
    #expect(scenario.operation.reviews.singleStream)
    let fromHistory = scenario.assumptions.filter { $0.origin == "history" }.map(\.path)
    #expect(
      fromHistory.sorted() == [
        "demand.order_value.mean", "demand.orders_per_day", "demand.weekday",
        "reviews.single_stream",
      ]
    )
  }
}
