import Testing

@testable import Reporting

@Suite struct LayoutTests {
  @Test(arguments: [
    ("abc", 3), ("升级", 4), ("±≥…", 3), ("DSR 跌破 4.5", 12), ("(±1)", 4), ("\u{FF08}±1\u{FF09}", 6),
    ("", 0),
  ])
  func wideCharactersTakeTwoColumns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func tablesLineUpWhateverTheScript() {
    let grid = TextGrid(
      headings: ["到11-01", "half"],
      rows: [("升级", ["29%", "12-15"]), ("a longer name", ["<1%", "多数模拟没有发生"])]
    )
    let lines = grid.lines(width: 100)
    #expect(
      lines == [
        "                 到11-01              half",
        "  升级               29%             12-15",
        "  a longer name      <1%  多数模拟没有发生",
      ]
    )
    #expect(Set(lines.map(DisplayWidth.columns(of:))).count == 1)
  }

  @Test func tablesStayWithinTheirWidth() {
    let name = String(repeating: "很长的名字", count: 20)
    let grid = TextGrid(
      headings: (1...9).map { "到 2026-11-0\($0)" },
      rows: [(name, Array(repeating: "29%", count: 9))]
    )
    for line in grid.lines(width: 100) { #expect(DisplayWidth.columns(of: line) <= 100) }
    #expect(grid.lines(width: 100)[0].contains("到 2026-11-09"))
  }

  @Test func linesBreakAtWordsAndBetweenWideCharacters() {
    #expect(
      LineWrap.lines("one two three", width: 8, indent: 2) == ["one two", "  three"]
    )
    #expect(LineWrap.lines("升级可能,或不能", width: 8, indent: 0) == ["升级可", "能,或不", "能"])
    #expect(LineWrap.lines("", width: 8, indent: 0) == [""])
  }

  @Test func noLineBeginsWithClosingPunctuation() {
    let text = String(repeating: "可能性约 54%(±1),升级。", count: 30)
    for line in LineWrap.lines(text, width: 100, indent: 0) {
      #expect(DisplayWidth.columns(of: line) <= 102)
      #expect(!",。)%".contains(line.first ?? ","))
    }
  }

  @Test(arguments: [
    (0, 10_000, 1.0, "0 of 10,000 simulated futures (0 %)"),
    (4_000, 10_000, 8.0, "4,000 of 10,000 simulated futures (40 %), about 12 s left"),
    (10, 10_000, 6.0, "10 of 10,000 simulated futures (0 %), about 100 min left"),
    (10_000, 10_000, 20.0, "10,000 of 10,000 simulated futures (100 %)"),
  ])
  func progressTellsTheTimeLeft(done: Int, total: Int, seconds: Double, text: String) {
    let line = ProgressLine.text(done: done, total: total, seconds: seconds, language: .en)
    #expect(line == text.replacing("100 min", with: "2 h"))
  }

  @Test func progressSpeaksChinese() {
    let line = ProgressLine.text(done: 4_000, total: 10_000, seconds: 8, language: .zh)
    #expect(line == "已模拟 4,000 / 10,000 次(40%),约剩 12 秒")
  }

  @Test func colorsNeedATerminalThatWantsThem() {
    #expect(AnswerContext.wantsColor(environment: [:], isTerminal: true))
    #expect(!AnswerContext.wantsColor(environment: ["NO_COLOR": "1"], isTerminal: true))
    #expect(!AnswerContext.wantsColor(environment: [:], isTerminal: false))
  }

  @Test func theLocaleChoosesTheLanguage() {
    #expect(ReportLanguage(environment: ["LANG": "zh_CN.UTF-8"]) == .zh)
    #expect(ReportLanguage(environment: ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"]) == .en)
    #expect(ReportLanguage(environment: [:]) == .en)
  }
}
