import ConsoleExports
import Foundation
import InputFiles
import StoreModel
import TestSupport
import Testing

/// How tables are read, merged and turned into counts.
@Suite struct TableTests {
  private func days(_ count: Int, _ row: (Int) -> String) -> String {
    (1...count).map { day in
      let date = CalendarDay(ordinal: 20_000 + day)
      return "\(date),\(row(day))\n"
    }.joined()
  }

  @Test func totalsRemarksAndSpansAreLeftOut() throws {
    let csv = """
      港务日报,,
      ,,
      日期,泊位订单,海鸥,海狮
      合计,99,1,1
      2026-10-01,5,1,2
      2026-10-01~2026-10-07,35,1,2
      2026-10-02,6,1,2
      注:次日更新
      汇总(2天),11,,
      """
    let result = try HarborImport.history(csv)
    #expect(result.history.days.map { $0.counts[.orders] } == [5, 6])
    let left = result.account.omissions.map(\.omission)
    #expect(left.contains(.totals(2)) && left.contains(.remarks(1)) && left.contains(.spans(1)))
    #expect(left.contains(.meaningless("海鸥", why: "nobody counts gulls")))
    #expect(left.contains(.unknownHeading("海狮", nearest: "海鸥")))
  }

  @Test func aDayTwiceMustAgree() throws {
    let same = "日期,泊位订单\n2026-10-01,5\n2026-10-01,5\n2026-10-02,6\n"
    let result = try HarborImport.history(same)
    #expect(result.history.days.count == 2)
    #expect(result.account.omissions.map(\.omission) == [.repeated(1)])
    #expect(
      try HarborImport.codes(same.replacing(",5\n2026-10-02", with: ",7\n2026-10-02")) == ["IM304"]
    )
  }

  @Test func filesAreMergedByDayAndMustAgree() throws {
    let trade = Data("日期,泊位订单\n2026-10-01,12034\n2026-10-03,7\n".utf8)
    let chats = Data("日期\t呼叫\t泊位订单\n2026-10-02\t8\t\n2026-10-01\t9\t1.2万\n".utf8)
    let result = try HarborImport.history([("trade.csv", trade), ("chats.tsv", chats)])
    #expect(result.history.days.map { $0.counts[.orders] } == [12_034, nil, 7])
    #expect(result.history.days.map { $0.counts[.contacts] } == [9, 8, nil])
    let other = Data("日期;泊位订单\n2026-10-01;12033\n".utf8)
    do {
      _ = try HarborImport.history([("trade.csv", trade), ("other.csv", other)])
      Issue.record("a contradiction was taken")
    } catch let error as InputErrors {
      #expect(error.diagnostics.map(\.code) == ["IM304"])
      #expect(error.diagnostics[0].message.contains("trade.csv:2"))
      #expect(error.diagnostics[0].file.hasSuffix("other.csv"))
    }
  }

  @Test func aRateGivesCountsWhereOneFits() throws {
    let csv = "日期,应离港,准点率\n2026-10-01,625,99.52%\n2026-10-02,0,—\n2026-10-03,30000,99.5%\n"
    let result = try HarborImport.history(csv)
    #expect(result.history.days.map { $0.counts[.shippedOnTime] } == [622, 0, nil])
    let gap = try #require(result.account.gaps.first)
    #expect(gap.days == 1 && gap.obstacle == .severalFit(3))
  }

  @Test func aRateWithoutItsDenominatorGivesNothing() throws {
    let result = try HarborImport.history("日期,泊位订单,准点率\n2026-10-01,5,99.5%\n")
    #expect(result.history.days.map(\.counts) == [[.orders: 5]])
    #expect(result.account.gaps.map(\.obstacle) == [.noDenominator([.dueToShip])])
  }

  @Test func aShareWithoutAUnitIsReadOnlyWhereItIsClear() throws {
    let clear = "日期,应离港,准点率\n2026-10-01,100,99\n2026-10-02,100,1\n"
    #expect(try HarborImport.values(.shippedOnTime, clear) == [99, 1])
    let unclear = try HarborImport.history("日期,应离港,准点率\n2026-10-01,100,1\n")
    #expect(unclear.history.days.map { $0.counts[.shippedOnTime] } == [nil])
    #expect(unclear.account.omissions.map(\.omission) == [.unclearShare("准点率")])
    let told = "日期,应离港,准点率(%)\n2026-10-01,100,1\n"
    #expect(try HarborImport.values(.shippedOnTime, told) == [1])
  }

  @Test func aRateOfTheRestIsTurnedRound() throws {
    let csv = "日期,工单,工单回复率\n2026-10-01,40,97.5%\n"
    #expect(try HarborImport.values(.ticketsOver3h, csv) == [1])
  }

  @Test func aSumDoesNotSayHowItDividesUnlessTheRestIsKnown() throws {
    let alone = try HarborImport.history("日期,亮灯数\n2026-10-01,9\n2026-10-02,0\n")
    #expect(alone.history.days.map { $0.counts[.service4] } == [nil, 0])
    #expect(alone.account.gaps.map(\.obstacle) == [.sumOnly])
    let csv = "日期,灯数,五灯,亮灯率\n2026-10-01,20,14,85%\n"
    let both = try HarborImport.history(csv)
    #expect(both.history.days.map { $0.counts[.service4] } == [3])
    #expect(both.history.days.map { $0.counts[.service1] } == [nil])
  }

  /// A rate over 30 days tells of rare things: none in the window is none on each day, and the day on
  /// which the first one comes into the window is the day it happened.
  @Test func aWindowTellsTheDayOfARareThing() throws {
    let csv =
      "日期,已离港,近30天空船率\n"
      + days(60) { day in
        let share = day < 30 ? "—" : day >= 41 ? "0.03%" : "0.00%"
        return "100,\(share)"
      }
    let values = try HarborImport.values(.fakeShipped, csv)
    #expect(values == (1...60).map { $0 == 41 ? 1 : 0 })
  }

  /// Where 30 days are known from elsewhere, windows that follow give the days one by one.
  @Test func windowsGoOnFromKnownDays() throws {
    let truth = (1...75).map { 100 - ($0 * 7) % 5 }
    let rates = (1...75).map { day in
      day < 30
        ? "—"
        : String(
          format: "%.2f%%",
          Double(truth[(day - 30)..<day].reduce(0, +)) / 30
        )
    }
    let csv =
      "日期,应离港,准点数,近30天准点率\n"
      + days(75) { "100,\($0 <= 30 ? String(truth[$0 - 1]) : ""),\(rates[$0 - 1])" }
    #expect(try HarborImport.values(.shippedOnTime, csv) == truth)
  }

  @Test func aWindowThatHidesItsDaysGivesItsTotal() throws {
    let csv = "日期,应离港,近30天准点率\n" + days(30) { "100,\($0 == 30 ? "97.33%" : "—")" }
    let result = try HarborImport.history(csv)
    #expect(result.totals.map(\.total) == [2920])
    #expect(result.account.gaps.map(\.obstacle) == [.windowOnly(30)])
  }

  @Test func aRateOfSomethingElseIsLeftOut() throws {
    let csv = "日期,应离港,准点数,准点率\n2026-10-01,100,90,90%\n2026-10-02,100,90,80%\n"
    let result = try HarborImport.history(csv)
    #expect(result.history.days.map { $0.counts[.shippedOnTime] } == [90, 90])
    guard case .contradicted("准点率", days: 1, let first)? = result.account.omissions.first?.omission
    else { return #expect(Bool(false), "the rate was taken") }
    #expect(first.description == "2026-10-02")
  }

  @Test func aPartThatExceedsItsWholeIsAnError() throws {
    #expect(try HarborImport.codes("日期,已离港,准点数\n2026-10-01,90,91\n") == ["IM305"])
  }

  @Test func scoresAndLevelsAreKept() throws {
    let csv = "日期,泊位订单,灯分,泊位级别\n2026-10-01,5,4.6,B1\n2026-10-02,5,4.7,B2\n2026-10-03,5,4.71,B2\n"
    let result = try HarborImport.history(csv)
    #expect(result.history.days.map { $0.displayed["lamp"] } == [4.6, 4.7, 4.71])
    #expect(result.displayed == ["lamp": ["lamp": 4.71]])
    #expect(result.levels["berth"]?.state == "B2")
    #expect(result.levels["berth"]?.since?.description == "2026-10-02")
  }

  @Test func noHeadingsAndNoDaysAreErrors() throws {
    #expect(try HarborImport.codes("a,b\n1,2\n") == ["IM208"])
    #expect(try HarborImport.codes("日期,海狮\n2026-10-01,2\n") == ["IM208"])
    #expect(try HarborImport.codes("日期,泊位订单\n合计,2\n") == ["IM306"])
  }
}
