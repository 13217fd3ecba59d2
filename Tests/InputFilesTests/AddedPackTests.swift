import InputFiles
import StoreModel
import Testing

/// Packs that are named beside a scenario score it where they fit, and do not act.
@Suite struct AddedPackTests {
  private func read(adding names: [String]) throws -> ScenarioReading {
    try Samples.reader()
      .scenario(fromYAML: Samples.nineLines, file: "scenario.yaml", adding: names)
  }

  @Test func theyScoreAndDoNotAct() throws {
    let plain = try read(adding: [])
    let reading = try read(adding: ["douyin.gate@2026"])
    #expect(reading.addedPackIDs == ["douyin.gate@2026"])
    #expect(Array(reading.scenario.rules.dropLast()) == plain.scenario.rules)
    #expect(reading.scenario.rules.last?.hasConsequences == false)
    #expect(reading.rulePlaces.count == 3)
    #expect(plain.addedPackIDs == [])
  }

  @Test func aNameWithoutVersionIsTheOneInForce() throws {
    #expect(try read(adding: ["douyin.gate"]).addedPackIDs == ["douyin.gate@2026"])
  }

  @Test func whatTheFileSelectsStaysAsItIs() throws {
    let plain = try read(adding: []).scenario.rules
    let reading = try read(adding: ["douyin.dsr_alliance", "douyin.dsr_alliance@seed"])
    #expect(reading.scenario.rules == plain)
    #expect(Set(reading.addedPackIDs) == ["douyin.dsr_alliance@seed"])
  }

  @Test func rulesOfOtherStoresAreLeftOutWithANotice() throws {
    let reading = try read(adding: ["jd.service_score_100@seed"])
    #expect(reading.addedPackIDs == [])
    #expect(reading.scenario.rules.count == 2)
    #expect(reading.notices.map(\.code) == ["SC402"])
    #expect(reading.notices.map(\.severity) == [.notice])
  }

  @Test func aPackThatIsNotThereIsAnError() {
    let error = #expect(throws: InputErrors.self) { try read(adding: ["douyin.gates@2026"]) }
    #expect(error?.diagnostics.map(\.code) == ["SC401"])
  }
}
