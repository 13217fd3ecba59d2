import ArgumentParser
import Calibration
import Foundation
import InputFiles
import Rules
import Simulation
import StoreModel

/// Holds the claims of one forecast against a history.
struct ForecastTrial {
  /// What is known of the store's days.
  struct Evidence {
    let file: String
    let history: StoreHistory
    let firstRow: CalendarDay
    let lastRow: CalendarDay
    let asOf: CalendarDay
  }

  /// The scenario of the forecast as it stood in its file.
  let scenario: ScoreGround.PastScenario
  /// Day 1 of the forecast.
  let start: CalendarDay
  /// Claims about events, told apart by their numbers.
  let events: [EventClaim]
  /// Claims about measures, told apart by their numbers.
  let measures: [MeasureClaim]
  let evidence: Evidence
  let output: OutputOptions

  /// The rules that the forecast was made with: its scenario may have gone, then those at hand.
  var library: RuleLibrary? {
    let places = [scenario.file, FileManager.default.currentDirectoryPath, evidence.file]
    return places.lazy.compactMap { place in
      try? RuleLibrary.find(
        directory: output.rulesDir,
        from: place,
        executable: Bundle.main.executableURL
      )
    }.first
  }

  /// What came of all claims whose day has passed.
  func outcomes() -> (
    events: [Int64: ClaimOutcome<EventTruth>], measures: [Int64: ClaimOutcome<MeasureTruth>]
  ) {
    var events: [Int64: ClaimOutcome<EventTruth>] = [:]
    var measures: [Int64: ClaimOutcome<MeasureTruth>] = [:]
    for claim in self.measures where claim.pack == StoreReport.pack {
      measures[claim.id] = outcome(ofStore: claim)
    }
    let packs = Set(self.events.map(\.pack) + self.measures.map(\.pack))
      .subtracting([StoreReport.pack])
    let due = (self.events.map(\.date) + self.measures.map(\.date)).filter { $0 <= evidence.asOf }
    guard let last = due.max() else { return (events, measures) }
    // The morning after the last row is the last one that rows can tell of.
    let end = min(last, evidence.lastRow + 1)
    let tooShort = OpenReason(.historyTooShort, detail: evidence.lastRow.description)
    let ground = Result { () throws(InputErrors) in try self.ground(of: packs, through: end) }
    for pack in packs.sorted() {
      let judge = ground.flatMap { ground in
        Result { () throws(InputErrors) in
          try ground?.scoreWithGaps(ofPack: pack).map(ClaimJudge.init)
        }
      }
      for claim in self.events where claim.pack == pack && claim.date <= evidence.asOf {
        events[claim.id] = resolved(judge, tooShort) { $0.outcome(of: claim) }
      }
      for claim in self.measures where claim.pack == pack && claim.date <= evidence.asOf {
        measures[claim.id] = resolved(judge, tooShort) { $0.outcome(of: claim) }
      }
    }
    return (events, measures)
  }

  private func resolved<Truth>(
    _ judge: Result<ClaimJudge?, InputErrors>,
    _ tooShort: OpenReason,
    _ outcome: (ClaimJudge) -> ClaimOutcome<Truth>?
  ) -> ClaimOutcome<Truth> {
    switch judge {
    case .success(let judge?): outcome(judge) ?? .open(tooShort)
    case .success(nil): .open(tooShort)
    case .failure(let errors):
      .open(OpenReason(.rulesUnusable, detail: errors.diagnostics.first?.message ?? ""))
    }
  }

  /// What the packs are scored from; `nil` where the rows tell nothing of the forecast's days.
  private func ground(
    of packs: Set<String>,
    through end: CalendarDay
  ) throws(InputErrors) -> ScoreGround? {
    guard end >= start, evidence.firstRow < end else { return nil }
    var output = output
    output.quiet = true
    output.rulesDir = library?.directory.path(percentEncoded: false)
    guard
      let options = try? ScoreOptions.parse([
        "--rules=\(packs.sorted().joined(separator: ","))", "--history=\(evidence.file)",
        "--as-of=\(end)",
      ])
    else { return nil }
    return try ScoreGround(
      options: options,
      output: output,
      past: scenario
    )
  }

  /// A day of the store's own stream is known on the morning after it.
  private func outcome(ofStore claim: MeasureClaim) -> ClaimOutcome<MeasureTruth>? {
    guard claim.date < evidence.asOf else { return nil }
    if claim.date > evidence.lastRow {
      return .open(OpenReason(.historyTooShort, detail: evidence.lastRow.description))
    }
    guard let day = evidence.history.days.first(where: { $0.date == claim.date }) else {
      return .open(OpenReason(.unobservedDays, detail: "1/1"))
    }
    guard let observed = StoreReport.observed(claim.measure, in: day.counts) else {
      return .open(OpenReason(.notInRules))
    }
    let names = observed.missing.map(\.name).joined(separator: " ")
    if !names.isEmpty { return .open(OpenReason(.missingColumns, detail: names)) }
    guard let value = observed.value else { return .open(OpenReason(.noValue)) }
    return .decided(
      MeasureTruth(
        value: value,
        english: observed.measure.label.english,
        chinese: observed.measure.label.chinese
      )
    )
  }
}
