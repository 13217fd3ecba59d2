import ConsoleExports
import Forecasting
import Foundation
import InputFiles
import Reporting
import Rules
import StoreModel

/// Makes the first scenario of a store from its exports, and finds out what is most worth adding.
struct DraftTask {
  let imported: ImportedHistory
  let table: AliasTable
  let options: ImportOptions
  let output: OutputOptions
  /// Path of the scenario.
  let path: String
  /// Path of the history.
  let history: String

  /// Simulated futures behind the value of knowing.
  private static let replications = 2000

  private var language: ReportLanguage { output.language }

  /// The scenario's text and the account of it.
  ///
  /// - Throws: ``InputErrors`` where even the barest scenario cannot be read.
  func perform() async throws(InputErrors) -> (text: String, account: DraftAccount) {
    let last = imported.history.days.last?.date ?? CalendarDay(ordinal: 0)
    var draft = ScenarioDraft(
      platform: table.platform,
      category: options.category,
      start: last + 1,
      history: NeighbourPath.text(of: history, besides: path)
    )
    var refused: [(line: String, why: String)] = []
    if let agents = options.agents, let hours = options.hours {
      draft.entries = [
        ScenarioDraft.Entry(path: "service_desk.agents", value: String(agents), comment: ""),
        ScenarioDraft.Entry(path: "service_desk.hours", value: "\"\(hours)\"", comment: ""),
      ]
    }
    let defaults = try RuleShelf(rulesDir: output.rulesDir, near: path, scenario: "").defaults
    let size = defaults.entry(of: "demand.dispersion", category: nil)?.value.text
    let evidence = ScenarioEvidence(imported, isChinese: language == .zh).entries(
      dispersion: size.flatMap(Double.init) ?? 8,
      hasDesk: options.agents != nil
    )
    // The first two are required: without orders and their value there is no forecast.
    draft.entries = evidence.filter { $0.path.hasPrefix("demand.order") } + draft.entries
    _ = try load(draft)
    for rule in table.rules {
      var tried = draft
      tried.rules.append(rule)
      keep(&draft, tried, rule, &refused)
    }
    for entry in evidence where !entry.path.hasPrefix("demand.order") {
      var tried = draft
      tried.entries.append(entry)
      keep(&draft, tried, "\(entry.path): \(entry.value)", &refused)
    }
    let loaded = try load(draft)
    let unknowns = await unknowns(loaded)
    let account = DraftAccount(
      rules: draft.rules,
      refused: refused,
      unknowns: unknowns,
      missing: DraftGaps(loaded, draft: draft).all,
      replications: Self.replications
    )
    draft.heading = heading
    draft.closing = account.comments(language)
    return (draft.text, account)
  }

  private func load(_ draft: ScenarioDraft) throws(InputErrors) -> LoadedScenario {
    try LoadedScenario(path: path, text: draft.text, output: output)
  }

  /// Takes the longer draft where it can be read; else notes why not.
  private func keep(
    _ draft: inout ScenarioDraft,
    _ tried: ScenarioDraft,
    _ line: String,
    _ refused: inout [(line: String, why: String)]
  ) {
    do throws(InputErrors) {
      _ = try load(tried)
      draft = tried
    } catch {
      let first = error.diagnostics.first { $0.severity == .error }
      refused.append((line, first.map { "\($0.code) \($0.message)" } ?? ""))
    }
  }

  /// Assumptions that are drawn anew in each future, by how far they move a headline.
  private func unknowns(_ loaded: LoadedScenario) async -> [DraftAccount.Unknown] {
    guard !loaded.programs.isEmpty else { return [] }
    var meter = ProgressMeter(language: language, isQuiet: output.quiet)
    let session = SimulationSession(
      plan: loaded.plan,
      replications: Self.replications,
      threads: max(1, ProcessInfo.processInfo.activeProcessorCount),
      precision: nil,
      pathCount: 0,
      earlyCount: 0
    )
    let forecast = await session.run(meter: &meter).forecasts.first
    let assumed = Dictionary(
      loaded.scenario.assumptions.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return (forecast?.strongestInfluences { _ in true } ?? []).compactMap { influence, event in
      guard let assumption = assumed[influence.input], assumption.origin != "history" else {
        return nil
      }
      return DraftAccount.Unknown(
        path: influence.input,
        label: loaded.defaults.label(ofInput: influence.input).map(language.text)
          ?? assumption.label,
        value: assumption.value,
        event: language.text(event.label),
        effect: influence.effect,
        isClear: influence.isClear && influence.effect.magnitude >= 0.02
      )
    }
  }

  private var heading: [String] {
    let first = imported.history.days.first?.date.description ?? ""
    let last = imported.history.days.last?.date.description ?? ""
    return language == .zh
      ? [
        "由 storecast import 根据 \(first) 至 \(last) 的导出生成;没写的都取默认值。",
        "  storecast run \(path)",
      ]
      : [
        "Written by storecast import from exports of \(first) to \(last); the rest are defaults.",
        "  storecast run \(path)",
      ]
  }
}
