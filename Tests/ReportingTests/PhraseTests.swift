import Forecasting
import Reporting
import StoreModel
import Testing

@Suite struct PhraseTests {
  let english = Phrase(language: .en, start: CalendarDay(ordinal: 20727))
  let chinese = Phrase(language: .zh, start: CalendarDay(ordinal: 20727))

  @Test(arguments: [
    (0.0, "under 1 in 100", "低于 1%"), (0.009, "under 1 in 100", "低于 1%"),
    (0.54, "54 in 100 (±4)", "约 54%(±4)"), (0.999, "over 99 in 100", "高于 99%"),
  ])
  func chancesAreInHundredthsAndNeverNone(value: Double, en: String, zh: String) {
    let interval = ConfidenceInterval(low: value - 0.031, high: value + 0.031)
    #expect(english.chance(value, interval: interval) == en)
    #expect(chinese.chance(value, interval: interval) == zh)
  }

  @Test(arguments: [
    (409_876.0, "410,000 yuan", "41 万元"), (0, "0 yuan", "0 元"), (-1_234, "−1,200 yuan", "−1,200 元"),
    (15_200, "15,000 yuan", "1.5 万元"), (123_456_789, "120,000,000 yuan", "1.2 亿元"),
    (9_999, "10,000 yuan", "1 万元"), (7.4, "7 yuan", "7 元"),
    (.infinity, "1,000,000,000,000,000 yuan", "10000000 亿元"),
  ])
  func moneyIsToldInRoundNumbers(amount: Double, en: String, zh: String) {
    #expect(english.yuan(amount) == en)
    #expect(chinese.yuan(amount) == zh)
  }

  @Test func rangesNameTheirUnitOnce() {
    #expect(english.yuanRange(0, 940_000) == "0 to 940,000")
    #expect(chinese.yuanRange(0, 940_000) == "0 到 94 万元之间")
    #expect(chinese.yuanRange(-200_000, 940_000) == "−20 到 94 万元之间")
    #expect(chinese.yuanRange(410_000, 120_000_000) == "41 万 到 1.2 亿元之间")
  }

  @Test func datesOfAnotherYearNameIt() {
    #expect(english.span(to: CalendarDay(ordinal: 20816)) == "1 Oct to 29 Dec 2026")
    #expect(chinese.span(to: CalendarDay(ordinal: 20816)) == "2026-10-01 至 12-29")
    #expect(english.span(to: CalendarDay(ordinal: 20830)) == "1 Oct 2026 to 12 Jan 2027")
    #expect(chinese.date(CalendarDay(ordinal: 20830)) == "2027-01-12")
  }
}
