import Foundation
import InputFiles
import Rules
import TestSupport
import Testing

@Suite struct ExampleTests {
  @Test func everyShippedCaseComesOutAsWritten() throws {
    let examples = try ExampleCollection(library: RulesFolder.shipped)
      .examples(in: [], ofPack: nil)
    let failures = ExampleTrial(library: RulesFolder.shipped).failures(of: examples)
    #expect(failures == [])
    #expect(examples.count >= 105)
    let packs = Set(examples.map(\.pack))
    #expect(
      packs.isSuperset(of: [RulesFolder.levels, RulesFolder.scores, RulesFolder.serviceScore])
    )
  }

  @Test func everyInventedCaseComesOutAsWritten() throws {
    let examples = try ExampleCollection(library: RulesFolder.invented)
      .examples(in: [], ofPack: nil)
    #expect(ExampleTrial(library: RulesFolder.invented).failures(of: examples) == [])
    #expect(!examples.isEmpty)
  }

  @Test(
    .enabled(
      if: SharedData.folder != nil,
      "needs examples-open.yaml of the shared data: set STORECAST_SHARED"
    )
  )
  func everySharedExampleOfAShippedPackComesOutAsWritten() throws {
    let folder = try #require(SharedData.folder)
    let file = folder.appending(path: "rules/examples-open.yaml").path
    let shipped = Set(RulesFolder.shipped.packIDs())
    let examples = try ExampleCollection(library: RulesFolder.shipped)
      .examples(in: [file], ofPack: nil).filter { shipped.contains($0.pack) }
    #expect(examples.count >= 36)
    #expect(ExampleTrial(library: RulesFolder.shipped).failures(of: examples) == [])
  }

  @Test(arguments: [
    ("{shape: dsr_dimension}", "{score: 4}", "given.shape"),
    ("{shape: decline_alert}", "{alert_on_days: []}", "given.daily_scores"),
    ("{shape: decline_alert, daily_scores: [4.5]}", "{alarm: []}", "alarm"),
    ("{shape: decline_alert, daily_scores: [4.5]}", "{alert_on_days: [1]}", "alert_on_days"),
    (
      "{shape: decline_alert, daily_scores: [4.5], options: {decline_days: 2}}",
      "{alert_on_days: []}", "given.options.decline_days"
    ),
    ("{shape: day_log, start: '2026-01-01'}", "{events: {}}", "given.through"),
    (
      "{shape: day_log, start: '2026-01-01', through: '2026-01-02', days: [{from: '2026-01-01', "
        + "to: '2026-01-01', oders: 4}]}", "{events: {}}", "given.days[0].oders"
    ),
  ])
  func aWrongExampleFailsAtItsField(given: String, expect: String, field: String) throws {
    let text = "- {id: A, pack: \(RulesFolder.scores), given: \(given), expect: \(expect)}"
    let examples = try ExampleFileReader.examples(fromYAML: text, file: "a.yaml")
    let failures = ExampleTrial(library: RulesFolder.shipped).failures(of: examples)
    #expect(failures.map(\.field) == [field])
  }

  @Test func anUnknownPackFailsItsExampleOnly() throws {
    let text = """
      - {id: A, pack: nowhere.rules@1, given: {shape: x}, expect: {y: 1}}
      - {id: B, pack: \(RulesFolder.scores), given: {shape: decline_alert, daily_scores: []}, expect: {alert_on_days: []}}
      """
    let examples = try ExampleFileReader.examples(fromYAML: text, file: "a.yaml")
    let failures = ExampleTrial(library: RulesFolder.shipped).failures(of: examples)
    #expect(failures.map(\.id) == ["A"])
    #expect(failures.map(\.field) == ["pack"])
  }

  @Test(arguments: [
    ("4.49", "4.4949", true), ("4.49", "4.496", false), ("4", "4", true), ("4", "4.0000001", false),
    ("0.3333333", "0.3333328", true), ("0.3333333", "0.333332", false), ("4.0", "4.05", true),
    ("1e-3", "0.0014", true),
  ])
  func numbersAgreeWithinHalfTheLastDigit(expected: String, score: String, agrees: Bool) throws {
    // A start score without ratings is read back as the score.
    let text = """
      - id: A
        pack: \(RulesFolder.scores)
        given:
          shape: dsr_evaluation
          star_counts: {'1': 0, '2': 0, '3': 0, '4': 0, '5': 0}
          member: false
          prior_removals: 0
          prior_bans: 0
          options: {start_score: \(score)}
        expect: {score: \(expected)}
      """
    let examples = try ExampleFileReader.examples(fromYAML: text, file: "a.yaml")
    let failures = ExampleTrial(library: RulesFolder.shipped).failures(of: examples)
    #expect(failures.isEmpty == agrees)
  }

  @Test func whatIsNoListOfExamplesIsAnInputError() {
    #expect(throws: InputErrors.self) {
      try ExampleFileReader.examples(fromYAML: "pack: a", file: "a.yaml")
    }
    #expect(throws: InputErrors.self) {
      try ExampleFileReader.examples(fromYAML: "- {id: A}", file: "a.yaml")
    }
  }
}
