import Foundation
import StoreModel
import TestSupport
import Testing

@testable import Reporting

/// Rows, order, changes and the answer of many stores.
@Suite struct PortfolioTests {
  private static let day = CalendarDay(year: 2026, month: 11, day: 11) ?? CalendarDay(ordinal: 0)

  private static func event(
    _ name: String,
    _ probability: Double,
    isSoAtStart: Bool = false
  ) -> StoreRisk.Event {
    StoreRisk.Event(
      name: name,
      label: name.replacingOccurrences(of: "_", with: " "),
      probability: probability,
      low: max(0, probability - 0.02),
      high: min(1, probability + 0.02),
      isSoAtStart: isSoAtStart
    )
  }

  private static func store(
    _ name: String,
    _ events: [StoreRisk.Event],
    penalty: Double? = nil,
    by date: CalendarDay = day
  ) -> StoreRisk {
    StoreRisk(
      store: name,
      path: "stores/\(name).yaml",
      platform: "board",
      category: "",
      byDate: date,
      events: events,
      expectedPenaltyInYuan: penalty
    )
  }

  /// Twelve stores, the first one with everything that a row can say.
  private static let stores: [StoreRisk] = {
    var first = store("鲜果一号", [event("falls", 0.83), event("removed", 0.83)], penalty: 1200.5)
    first.binding = "board.line"
    first.bindingLabel = "rating < 4.5"
    first.headroom = "rating < 4.5 (now 4.52): 29 one-star ratings to spare"
    first.changeSinceLast = 0.12
    var second = store("second", [event("falls", 0.6), event("removed", 0.1)])
    second.bindingLabel = "good ratings ≥ 90 %"
    second.changeSinceLast = -0.07
    let already = store(
      "out already",
      [event("falls", 1, isSoAtStart: true), event("removed", 1, isSoAtStart: true)]
    )
    let calm = (1...8).map { store("calm \($0)", [event("falls", 0.001 * Double($0))]) }
    return StoreRisk.ranked([first, second, already] + calm + [store("without rules", [])])
  }()

  @Test func theLikeliestEventIsTheHeadline() {
    let one = Self.store("a", [Self.event("mild", 0.4), Self.event("grave", 0.3)])
    #expect(one.headline?.name == "mild")
    let equal = Self.store("a", [Self.event("mild", 0.4), Self.event("grave", 0.4)])
    #expect(equal.headline?.name == "grave")
    let none = Self.store("a", [Self.event("mild", 0), Self.event("grave", 0)])
    #expect(none.headline?.name == "mild")
    let held = Self.store(
      "a",
      [Self.event("mild", 1, isSoAtStart: true), Self.event("grave", 0.2)]
    )
    #expect(held.headline?.name == "grave")
    let all = Self.store(
      "a",
      [Self.event("mild", 1, isSoAtStart: true), Self.event("grave", 1, isSoAtStart: true)]
    )
    #expect(all.headline?.name == "grave" && all.probability == 1)
    #expect(Self.store("a", []).headline == nil && Self.store("a", []).probability == 0)
  }

  @Test func tiesAreBrokenByPenaltyThenByName() {
    let risk = Self.event("falls", 0.5)
    let ranked = StoreRisk.ranked([
      Self.store("c", [risk]), Self.store("b", [risk], penalty: 10), Self.store("a", [risk]),
      Self.store("e", [risk], penalty: 300), Self.store("d", [Self.event("falls", 0.51)]),
    ])
    #expect(ranked.map(\.store) == ["d", "e", "b", "a", "c"])
  }

  @Test func theTableHasThePinnedColumns() {
    let lines = Table.portfolio(Self.stores).csv.split(separator: "\n").map(String.init)
    #expect(
      lines[0]
        == "\u{FEFF}store,platform,category,event,probability,ci_low,ci_high,by_date,"
        + "expected_penalty_yuan,binding,headroom,change_since_last,label"
    )
    #expect(
      lines[2]
        == "鲜果一号,board,,removed,0.83,0.8099999999999999,0.85,2026-11-11,1200.5,board.line,"
        + "rating < 4.5 (now 4.52): 29 one-star ratings to spare,0.12,removed"
    )
    #expect(lines.last == "without rules,board,,,,,,2026-11-11,,,,,")
    #expect(lines.count == 13)
  }

  @Test func changesAreToldAgainstTheListBefore() {
    var stores = [Self.store("a", [Self.event("falls", 0.5)]), Self.store("b", [])]
    let row = EarlierPortfolio.Row(
      event: "falls",
      probability: 0.25,
      byDate: "2026-11-04",
      change: 0.1
    )
    EarlierPortfolio(["a": row, "gone": row]).tellChanges(of: &stores)
    #expect(stores[0].changeSinceLast == 0.25)
    #expect(stores[1].changeSinceLast == nil)
  }

  @Test func aRepetitionKeepsTheChanges() {
    func row(_ probability: Double, change: Double?) -> EarlierPortfolio.Row {
      EarlierPortfolio.Row(
        event: "falls",
        probability: probability,
        byDate: "2026-11-11",
        change: change
      )
    }
    let plain = [
      Self.store("a", [Self.event("falls", 0.5)]), Self.store("b", [Self.event("falls", 0.2)]),
    ]
    var same = plain
    EarlierPortfolio(["a": row(0.5, change: 0.1), "b": row(0.2, change: nil)])
      .tellChanges(of: &same)
    #expect(same.map(\.changeSinceLast) == [0.1, nil])
    // One store differs: then the other one has not changed since.
    var moved = plain
    EarlierPortfolio(["a": row(0.5, change: 0.1), "b": row(0.25, change: nil)])
      .tellChanges(of: &moved)
    #expect(moved[0].changeSinceLast == 0)
    #expect(moved[1].changeSinceLast.map { abs($0 + 0.05) < 1e-12 } == true)
  }

  @Test func anInterruptedListKeepsTheLastWholeOne() throws {
    let folder = try TemporaryFolder()
    let file = PortfolioFile(folder.url.appending(path: "lists/portfolio.csv").path)
    func rows(_ url: URL) throws -> Int {
      try String(contentsOf: url, encoding: .utf8).split(separator: "\n").count - 1
    }
    try file.check()
    try file.write(Array(Self.stores.prefix(3)), isWhole: false)
    #expect(try rows(file.url) == 3)
    #expect(try rows(file.earlier) == 0)
    try file.write(Array(Self.stores.prefix(5)), isWhole: true)
    #expect(try rows(file.earlier) == 5 && file.earlier == file.url)
    try file.write(Array(Self.stores.prefix(1)), isWhole: false)
    try file.write(Array(Self.stores.prefix(2)), isWhole: false)
    #expect(try rows(file.url) == 2)
    #expect(try rows(file.earlier) == 5)
    try file.write(Self.stores, isWhole: true)
    #expect(try rows(file.url) == 12)
    #expect(!FileManager.default.fileExists(atPath: file.kept.path))
  }

  @Test func aFileThatIsNoListIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "portfolio.csv")
    try "date,orders\n".write(to: url, atomically: true, encoding: .utf8)
    let error = #expect(throws: ForecastFolderError.self) { try PortfolioFile(url.path).check() }
    #expect(error?.message(.en).contains("--portfolio") == true)
  }

  private static var course: PortfolioAnswer.Course {
    var course = PortfolioAnswer.Course()
    course.failed = ["stores/bad.yaml"]
    course.reused = 9
    course.unfinished = 2
    course.unconcerned = 1
    course.addedPacks = ["board.level@2"]
    course.files = ["forecasts/portfolio.csv", "forecasts/second"]
    return course
  }

  @Test(arguments: ReportLanguage.allCases)
  func theAnswerReadsAsWritten(language: ReportLanguage) throws {
    let answer = PortfolioAnswer(stores: Self.stores, course: Self.course, language: language)
    let name = "portfolio.\(language.rawValue).txt"
    try AnswerTests().check(answer.text, against: name)
    for line in answer.text.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: line) <= 100)
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func differentDatesStandInTheTable(language: ReportLanguage) {
    let answer = PortfolioAnswer(
      stores: [
        Self.store("a", [Self.event("falls", 0.2)]),
        Self.store("b", [Self.event("falls", 0.1)], by: Self.day + 80),
      ],
      course: PortfolioAnswer.Course(),
      language: language
    )
    let isChinese = language == .zh
    #expect(answer.text.contains(isChinese ? "按各店日期" : "each by its own date"))
    #expect(answer.text.contains(isChinese ? "2027-01-30" : "30 Jan 2027"))
    #expect(answer.sentences[0].contains(isChinese ? "没有一家" : "none of them"))
  }

  @Test func theJSONDocumentHasItsKeys() throws {
    let answer = PortfolioAnswer(stores: Self.stores, course: Self.course, language: .en)
    let finding = JSONText.object([("code", .text("SC201"))])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(answer.json(findings: [finding]).text.utf8))
        as? [String: Any]
    )
    #expect(
      Set(object.keys) == [
        "answer", "portfolio", "files", "failed", "findings", "reused", "unfinished",
        "unconcerned",
      ]
    )
    let rows = try #require(object["portfolio"] as? [[String: Any]])
    #expect(rows.count == 12)
    #expect(rows[1]["probability"] as? Double == 0.83)
    #expect(rows[11]["event"] is NSNull)
  }
}
