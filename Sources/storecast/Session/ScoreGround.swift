import Foundation
import InputFiles
import Reporting
import Rules
import StoreModel

/// What a score is read from: the history, the standing, the rule library, the date.
struct ScoreGround {
  /// Days after the last row that may still be scored.
  private static let farthest = 366

  let observed: ObservedDays
  private let options: ScoreOptions
  private let output: OutputOptions
  private let library: RuleLibrary
  private let told: ToldStanding?
  private let asOf: CalendarDay
  private let console: [String: (value: Double, date: CalendarDay)]
  private let notices: [Diagnostic]

  /// Where a scenario says the store stands.
  private struct ToldStanding {
    var file: String
    var start: CalendarDay
    var standing: StoreStanding
    var rules: [RuleSelection]
  }

  /// A scenario as it once stood in its file; its history is the one that is scored.
  struct PastScenario {
    var file: String
    var text: String
  }

  /// Reads the files that the options name.
  ///
  /// - Throws: ``InputErrors`` with what is wrong with them, SR102 and SR103.
  init(
    options: ScoreOptions,
    output: OutputOptions,
    past: PastScenario? = nil
  ) throws(InputErrors) {
    self.options = options
    self.output = output
    let text = try TextFile.text(at: options.history)
    let last = try HistoryReader.history(fromCSV: text, file: options.history).history.days.last
    let date = options.asOfDate ?? (last?.date ?? CalendarDay(ordinal: 0)) + 1
    let reading = try HistoryReader.history(fromCSV: text, file: options.history, start: date)
    var notices = reading.notices
    asOf = date
    let farthest = (last?.date ?? date) + Self.farthest
    guard let seen = reading.history.days.last, date <= farthest else {
      let rows = try HistoryReader.history(fromCSV: text, file: options.history).history.days
      let span = rows.first.flatMap { first in rows.last.map { first.date...$0.date } }
      throw InputErrors([
        ScoreFinding.outsideHistory(date, rows: span, last: farthest)
          .diagnostic(in: options.history)
      ])
    }
    let told: ToldStanding?
    if let past {
      told = try Self.standing(past.file, past.text, history: text, output, &notices)
    } else {
      told = try options.standing.map { path throws(InputErrors) in
        try Self.standing(path, TextFile.text(at: path), output, &notices)
      }
    }
    if let told, told.start > date {
      throw InputErrors([
        ScoreFinding.standingOfLaterDay(told.start, scored: date).diagnostic(in: told.file)
      ])
    }
    self.told = told
    guard
      let observed = ObservedDays(reading.history, standing: told?.standing, on: told?.start)
    else { throw InputErrors([]) }
    self.observed = observed
    if seen.date < date - 1 {
      notices.append(
        ScoreFinding.unobservedDays(date - 1 - seen.date, scored: date, last: seen.date)
          .diagnostic(in: options.history)
      )
    }
    console = reading.history.days.reduce(into: [:]) { console, day in
      for (score, value) in day.displayed { console[score] = (value, day.date) }
    }
    library = try RuleLibrary.find(
      directory: output.rulesDir,
      fromFirstOf: [FileManager.default.currentDirectoryPath, options.history],
      executable: Bundle.main.executableURL
    )
    self.notices = notices
  }

  /// The score of every pack; notices go to standard error.
  ///
  /// - Throws: ``InputErrors`` with everything that is wrong with packs and settings.
  func scores() throws(InputErrors) -> [PackScore] {
    var found = notices
    var faults: [Diagnostic] = []
    var known: [[String]] = []
    var plays: [ScorePlay] = []
    for name in options.packNames {
      do throws(InputErrors) {
        let (play, parameters, noted) = try play(named: name)
        plays.append(play)
        known.append(parameters)
        found += noted
      } catch {
        faults += error.diagnostics
      }
    }
    if faults.isEmpty { faults = unknownSettings(among: known.flatMap(\.self)) }
    guard faults.isEmpty else { throw InputErrors(faults) }
    if !output.quiet, !found.isEmpty {
      CommandFailure.say(DiagnosticText().text(of: InputErrors(found).diagnostics))
    }
    return plays.compactMap { $0.score(console: console, isTraced: options.trace) }
  }

  /// The score of one pack with the gaps of each morning; says nothing.
  ///
  /// - Throws: ``InputErrors`` with everything that is wrong with the pack and its settings.
  func scoreWithGaps(ofPack name: String) throws(InputErrors) -> PackScore? {
    try play(named: name).0.score(notesGaps: true)
  }

  private func play(
    named name: String
  ) throws(InputErrors) -> (ScorePlay, parameters: [String], notices: [Diagnostic]) {
    let start = told?.start ?? observed.firstDay
    let (versions, found) = try library.versions(named: name, from: start, through: asOf)
    var notices = found
    var segments: [ScorePlay.Segment] = []
    var faults: [Diagnostic] = []
    for version in versions {
      let pack = version.pack
      let file = library.file(ofPack: pack.id).path
      guard pack.scoresDays else {
        throw InputErrors([
          ScoreFinding.singleCases(
            pack: pack.id,
            label: output.language.text(pack.label),
            shapes: pack.graph.shapes.map(\.name)
          ).diagnostic(in: file)
        ])
      }
      do throws(RuleErrors) {
        let overrides = overrides(of: pack)
        segments.append(try ScorePlay.Segment(pack: pack, overrides: overrides, from: version.from))
      } catch {
        faults += error.diagnostics(file: "--set", location: SourceLocation(line: 1, column: 1))
      }
    }
    guard faults.isEmpty else { throw InputErrors(faults) }
    let packs = versions.map(\.pack)
    if let notice = standingNotice(packs, start) { notices.append(notice) }
    let play = ScorePlay(
      segments: segments,
      observed: observed,
      standing: told?.standing,
      start: start,
      asOf: asOf
    )
    return (play, packs.flatMap { $0.parameters.map(\.name) }, notices)
  }

  /// What the scenario sets for the pack, below what the command line sets.
  private func overrides(of pack: RulePack) -> [String: String] {
    let names = Set(pack.parameters.map(\.name))
    let ofScenario = told?.rules.first { $0.names(pack) }?.overrides ?? [:]
    return ofScenario.merging(options.overrides) { $1 }.filter { names.contains($0.key) }
  }

  private func unknownSettings(among names: [String]) -> [Diagnostic] {
    options.overrides.keys.filter { !names.contains($0) }.sorted().map { name in
      ScoreFinding.unknownSetting(name, among: names, pack: options.packNames.first ?? "PACK")
        .diagnostic(in: "--set")
    }
  }

  private func standingNotice(_ packs: [RulePack], _ start: CalendarDay) -> Diagnostic? {
    guard packs.contains(where: { !$0.graph.ladders.isEmpty || !$0.graph.gates.isEmpty }) else {
      return nil
    }
    let id = packs.last?.id ?? ""
    guard let told else {
      return ScoreFinding.noStanding(pack: id, from: start).diagnostic(in: options.history)
    }
    guard !told.rules.contains(where: { rule in packs.contains(where: rule.names) }) else {
      return nil
    }
    return ScoreFinding.standingWithoutPack(id).diagnostic(in: told.file)
  }

  private static func standing(
    _ path: String,
    _ text: String,
    history: String? = nil,
    _ output: OutputOptions,
    _ notices: inout [Diagnostic]
  ) throws(InputErrors) -> ToldStanding {
    let shelf = try RuleShelf(rulesDir: output.rulesDir, near: path, scenario: text)
    try shelf.checkPacks(namedIn: text)
    let reading = try shelf.scenarioReader(isChinese: output.language == .zh, history: history)
      .scenario(fromYAML: text, file: path)
    notices += reading.notices.filter { $0.file == path }
    return ToldStanding(
      file: path,
      start: reading.scenario.start,
      standing: reading.scenario.standing,
      rules: reading.scenario.rules
    )
  }
}

extension RuleSelection {
  /// Whether a scenario selects the pack, by its id or by its name without version.
  fileprivate func names(_ pack: RulePack) -> Bool {
    packID == pack.id || packID == pack.familyName
  }
}
