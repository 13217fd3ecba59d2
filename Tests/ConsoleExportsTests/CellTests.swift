import ConsoleExports
import Foundation
import StoreModel
import TestSupport
import Testing

/// How single cells are read.
@Suite struct CellTests {
  @Test(arguments: [
    ("1300", 1300), ("1,300", 1300), ("1，300", 1300), ("12,345,678", 12_345_678), ("0", 0),
    ("1300.0", 1300), ("1300单", 1300), (" 1300 ", 1300), ("=\"1300\"", 1300),
  ])
  func aCountIsRead(text: String, value: Int) throws {
    let cell = text.replacing("\"", with: "\"\"")
    #expect(try HarborImport.values(.orders, "日期,泊位订单\n2026-10-01,\"\(cell)\"\n") == [value])
  }

  @Test(arguments: ["—", "-", "暂无", ""])
  func whatStandsForNothingIsNotObserved(text: String) throws {
    let csv = "日期,泊位订单,呼叫\n2026-10-01,\(text),5\n"
    #expect(try HarborImport.values(.orders, csv) == [nil])
    #expect(try HarborImport.values(.contacts, csv) == [5])
  }

  @Test(arguments: [
    "1,30", "13,0000", "1.5", "-3", "12abc", "约1300", "<5", "1e3", "50%", "3小时", "1.2.3",
    "999999999999",
  ])
  func whatIsNoCountIsRefused(text: String) throws {
    let csv = "日期,泊位订单\n2026-10-01,\"\(text)\"\n"
    #expect(try HarborImport.codes(csv) == ["IM303"], "\(text)")
  }

  @Test(arguments: [
    ("54048.05", 5_404_805), ("¥54,048.05", 5_404_805), ("54048.05元", 5_404_805), ("7", 700),
  ])
  func moneyIsReadToTheFen(text: String, fen: Int) throws {
    #expect(try HarborImport.values(.gmv, "日期,港务费\n2026-10-01,\"\(text)\"\n") == [fen])
  }

  /// A number of ten thousands is known to half its last digit: a count is then not known, money is to
  /// a tolerance, which is told.
  @Test func tenThousandsAreRounded() throws {
    let counts = try HarborImport.history("日期,泊位订单\n2026-10-01,1.2万\n")
    #expect(counts.history.days.map { $0.counts[.orders] } == [nil])
    #expect(counts.account.gaps.map(\.obstacle) == [.severalFit(1001)])
    let money = try HarborImport.history("日期,港务费(万元)\n2026-10-01,5.40\n2026-10-02,5.41\n")
    #expect(money.history.days.map { $0.counts[.gmv] } == [5_400_000, 5_410_000])
    let tolerance = try #require(money.account.tolerances.first)
    #expect(tolerance.days == 2 && abs(tolerance.greatest - 50 / 54000.0) < 1e-9)
  }

  @Test(arguments: [
    ("30", 300_000), ("30.0秒", 300_000), ("0.5分钟", 300_000), ("00:00:30", 300_000),
    ("0分30秒", 300_000),
  ])
  func timesAreReadInTheirUnits(text: String, milliseconds: Int) throws {
    let csv = "日期,应答,平均等待\n2026-10-01,10,\(text)\n2026-10-02,10,30.04\n"
    let value = try #require(try HarborImport.values(.firstReplySecondsTotal, csv)[0])
    #expect(abs(value - milliseconds) <= 3000)
  }

  @Test func aUnitInTheHeadingCounts() throws {
    let csv = "日期,应答,平均等待(分钟)\n2026-10-01,10,2.000\n"
    #expect(try HarborImport.values(.firstReplySecondsTotal, csv) == [1_200_000])
    #expect(try HarborImport.codes("日期,应答,平均等待\n2026-10-01,10,2元\n") == ["IM303"])
  }

  @Test(arguments: [
    "2026-10-01", "2026/10/1", "2026.10.1", "20261001", "2026年10月1日", "2026-10-01 00:00:00",
    "2026-10-01(周四)", "２０２６-10-01", "=\"2026-10-01\"", "2026-10-01~2026-10-01",
  ])
  func aDayIsRead(text: String) throws {
    let days = try HarborImport.history("日期,泊位订单\n\"\(text.replacing("\"", with: "\"\""))\",5\n")
      .history.days
    #expect(days.map(\.date) == [CalendarDay(year: 2026, month: 10, day: 1)])
  }

  @Test(arguments: ["10/1/2026", "2026-13-01", "2026-02-30", "2026-10", "星期四", "Q3", "1/10/26"])
  func whatIsNoDayIsRefused(text: String) throws {
    #expect(try HarborImport.codes("日期,泊位订单\n\(text),5\n") == ["IM301"], "\(text)")
  }

  @Test func aDayWithoutAYearTakesItFromAboveOrFromTheOption() throws {
    let body = "日期,泊位订单\n12月31日,5\n1月1日,6\n"
    #expect(try HarborImport.codes(body) == ["IM302", "IM302"])
    #expect(
      try HarborImport.history("统计时间:2026-12-01 至 2027-01-31\n" + body)
        .history.days.map(\.date.description) == ["2026-12-31", "2027-01-01"]
    )
    #expect(
      try HarborImport.history("日期,泊位订单\n10月1日,5\n", year: 2026)
        .history.days.map(\.date.description) == ["2026-10-01"]
    )
    // Two years have this day within the span above: nothing is chosen.
    let twice = "2025-10-01 至 2026-10-31\n日期,泊位订单\n10-01,5\n"
    #expect(try HarborImport.codes(twice) == ["IM302"])
  }
}
