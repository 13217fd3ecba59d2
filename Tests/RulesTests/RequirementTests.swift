import InputFiles
import Rules
import Testing

/// Numbers that only a store knows: what an answer says first, and `check` warns of.
@Suite struct RequirementTests {
  private static let targets = [
    "satisfaction.target", "audit.target", "processing.target", "compliance.target",
    "pending_feedback.target",
  ]

  @Test func oneSentenceTellsEveryNumberThatIsOpen() throws {
    let open = try RulesFolder.pack(RulesFolder.serviceScore).openRequirements(overrides: [:])
    #expect(
      open.map(\.english) == [
        "The penalty is not reliable: JD's targets are assumed (after-sales satisfaction 96 %, "
          + "audited within 20 minutes 95 %, processed within 20 minutes 95 %, samples that pass "
          + "95 %, pending customer feedback 10 %); set them from the merchant console."
      ]
    )
    #expect(
      open.map(\.chinese) == [
        "违约金不可靠:京东的目标值是假设的(售后满意度 96%、审核 20 分钟达标率 95%、处理 20 分钟达标率 95%、"
          + "服务规范达标率 95%、待客户反馈率 10%),请按商家后台填写。"
      ]
    )
  }

  @Test func whatIsSetIsOpenNoMore() throws {
    let pack = try RulesFolder.pack(RulesFolder.serviceScore)
    // Setting a number to what the pack assumes says that it is known.
    var overrides = ["audit.target": "95 %", "shortfall_mode": "ceil"]
    let open = try #require(pack.openRequirements(overrides: overrides).first)
    #expect(!open.english.contains("audited"))
    #expect(open.english.contains("(after-sales satisfaction 96 %, processed"))
    for target in Self.targets { overrides[target] = "0.9" }
    #expect(pack.openRequirements(overrides: overrides).isEmpty)
    let place = InputFiles.SourceLocation(line: 1, column: 1)
    #expect(pack.requirementWarnings(overrides: overrides, file: "", location: place).isEmpty)
  }

  @Test func numbersOfOneSentenceAreToldTogether() throws {
    let pack = try RulesFolder.pack(RulesFolder.lighthouse)
    let open = pack.openRequirements(overrides: [:])
    #expect(
      open.map(\.english) == [
        "The light is a guess (light 80 %, height 3000 yuan); ask the keeper."
      ]
    )
    #expect(open.map(\.chinese) == ["灯光是猜的(灯光 80%、塔高 3000 元),请问守塔人。"])
  }

  @Test func packsWithoutSuchNumbersSayNothing() throws {
    for id in [RulesFolder.levels, RulesFolder.scores, RulesFolder.harbor] {
      #expect(try RulesFolder.pack(id).openRequirements(overrides: [:]).isEmpty)
    }
  }

  @Test func aWarningNamesWhatToSet() throws {
    let pack = try RulesFolder.pack(RulesFolder.serviceScore)
    let place = InputFiles.SourceLocation(line: 4, column: 9)
    let found = pack.requirementWarnings(overrides: [:], file: "mine.yaml", location: place)
    #expect(found.map(\.code) == ["RP134"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.location) == [place])
    #expect(found[0].message == pack.openRequirements(overrides: [:])[0].english)
    for target in Self.targets { #expect(found[0].hint.contains(target)) }
    #expect(ErrorExplanation.explanation(of: "RP134") != nil)
  }
}
