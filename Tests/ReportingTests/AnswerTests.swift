import Forecasting
import Foundation
import Reporting
import Rules
import StoreModel
import TestSupport
import Testing

/// With `STORECAST_UPDATE=1` in the environment the golden answers are written anew, for review.
@Suite struct AnswerTests {
  func check(_ text: String, against name: String) throws {
    let file = Repository.root.appending(path: "Tests/Fixtures/answers/\(name)")
    if ProcessInfo.processInfo.environment["STORECAST_UPDATE"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  static let options = [
    CompareAnswer.Option(
      from: CalendarDay(year: 2026, month: 10, day: 15),
      forecast: FreshStore.forecast("one more agent", more: 19, wages: 15_200),
      comparison: FreshStore.comparison("one more agent", more: 19, wages: 15_200)
    ),
    CompareAnswer.Option(
      from: nil,
      forecast: FreshStore.forecast("nothing new"),
      comparison: FreshStore.comparison("nothing new", more: 0, wages: 0)
    ),
  ]

  @Test(arguments: ReportLanguage.allCases)
  func theAnswerReadsAsWritten(language: ReportLanguage) throws {
    let answer = RunAnswer(forecast: FreshStore.baseline, context: FreshStore.context(language))
    try check(answer.text, against: "run.\(language.rawValue).txt")
  }

  @Test(arguments: ReportLanguage.allCases)
  func optionsReadAsWritten(language: ReportLanguage) throws {
    let answer = CompareAnswer(
      baseline: FreshStore.baseline,
      options: Self.options,
      context: FreshStore.context(language)
    )
    try check(answer.text, against: "compare.\(language.rawValue).txt")
  }

  @Test(arguments: ReportLanguage.allCases)
  func noLineIsWiderThanAHundredColumns(language: ReportLanguage) {
    var context = FreshStore.context(language)
    context.name = String(repeating: "一家名字很长的店", count: 12)
    context.notes = [String(repeating: "a long note and 一条很长的说明,", count: 12)]
    context.byDates = (1...9).map { CalendarDay(ordinal: 20730 + $0) }
    let text = RunAnswer(forecast: FreshStore.baseline, context: context).text
    for line in text.split(separator: "\n") { #expect(DisplayWidth.columns(of: line) <= 100) }
  }

  @Test func badNewsThatHoldsAlreadyIsSaidSoAndGoodNewsIsNot() {
    var forecast = FreshStore.baseline
    forecast.events[0].isCertainAtStart = true
    forecast.events[1].isCertainAtStart = true
    let text = RunAnswer(forecast: forecast, context: FreshStore.context(.en)).text
    #expect(!text.contains("oves up a level: already so"))
    #expect(text.contains("Rating falls below 4.5: already so on 1 Oct."))
  }

  @Test(arguments: ReportLanguage.allCases)
  func whatMustBeSetStandsBeforeEverythingElse(language: ReportLanguage) {
    var context = FreshStore.context(language)
    let requirements = [
      language == .zh ? "违约金不可靠:请填写。" : "The penalty is not reliable: set it.", "second",
    ]
    context.requirements = requirements
    let run = RunAnswer(forecast: FreshStore.baseline, context: context)
    let compare = CompareAnswer(
      baseline: FreshStore.baseline,
      options: Self.options,
      context: context
    )
    for (sentences, text) in [(run.sentences, run.text), (compare.sentences, compare.text)] {
      #expect(Array(sentences.prefix(2)) == requirements)
      #expect(sentences[2].hasPrefix(context.name))
      #expect(text.hasPrefix(requirements[0] + "\n" + requirements[1] + "\n"))
    }
  }

  @Test func chargesAreToldUnderTheirOwnName() {
    var forecast = FreshStore.baseline
    forecast.money[2].item.source = .charge
    forecast.money[2].item.label = FreshStore.label("penalty", "违约金")
    let english = RunAnswer(forecast: forecast, context: FreshStore.context(.en)).sentences
    #expect(
      english.contains(
        "PENALTY: Anything to pay: 99 in 100; on average about 470,000 yuan"
          + " (90 %: 38,000 to 890,000)."
      )
    )
    let chinese = RunAnswer(forecast: forecast, context: FreshStore.context(.zh)).sentences
    #expect(
      chinese.contains("【违约金】要付的可能性约 99%,平均约 47 万元(九成在 3.8 到 89 万元之间)。")
    )
  }

  @Test func headingsAreBoldOnlyInColor() {
    var context = FreshStore.context(.zh)
    #expect(!RunAnswer(forecast: FreshStore.baseline, context: context).text.contains("\u{1B}"))
    context.isColored = true
    let text = RunAnswer(forecast: FreshStore.baseline, context: context).text
    #expect(text.contains("\n\u{1B}[1m【升级】\u{1B}[0m到 12-29"))
  }

  @Test func theJSONDocumentHasThePinnedKeys() throws {
    let tables = ForecastTables.all(
      forecasts: [FreshStore.baseline],
      assumptions: FreshStore.context(.en).assumptions,
      language: .en
    )
    let text = RunAnswer.json(
      sentences: ["one"],
      tables: tables,
      files: ["forecasts/fresh/daily.csv"],
      manifest: FreshStore.manifest
    ).text
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(
      Set(object.keys) == ["answer", "events", "money", "assumptions", "files", "manifest"]
    )
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events[0]["probability"] as? Double == 0.54)
    #expect(events[2]["median_day"] is NSNull)
    #expect(events[1]["threshold"] as? String == "4.5")
    let manifest = try #require(object["manifest"] as? [String: Any])
    #expect(manifest["seed"] as? UInt64 == .max)
  }
}
