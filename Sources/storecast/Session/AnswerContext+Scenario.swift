import Foundation
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel

/// The words around a forecast: what continues its sections, room left, contradictions.
extension AnswerContext {
  /// The surroundings of the answer to a scenario.
  init(
    _ loaded: LoadedScenario,
    plan: Plan,
    options: SimulationOptions,
    output: OutputOptions,
    folder: String,
    nextStep: String
  ) {
    let language = output.language
    let facts = RoomFacts(plan)
    self.init(
      name: loaded.scenario.name,
      language: language,
      requirements: Self.requirements(of: loaded, language),
      byDates: options.dates,
      packs: loaded.packs.map {
        PackDates(label: $0.label, from: $0.effectiveFrom, to: $0.effectiveTo.map { $0 - 1 })
      },
      assumptions: loaded.scenario.assumptions,
      inputLabels: Dictionary(
        plan.layout.inputs.compactMap { path in
          loaded.defaults.label(ofInput: path).map { (path, language.text($0)) }
        },
        uniquingKeysWith: { $1 }
      ),
      remarks: Self.firstReviews(loaded, facts.first, language),
      reconciliation: plan.contradictions.map { Self.sentence($0, language) },
      roomLines: Self.room(loaded, facts, language),
      notes: Self.overrides(of: loaded, language)
        + loaded.packs.compactMap { $0.caution.map(language.text) },
      nextStep: nextStep,
      folder: folder,
      isColored: AnswerContext.isOutputColored
    )
  }

  /// Whether standard output wants colours.
  static var isOutputColored: Bool {
    wantsColor(
      environment: ProcessInfo.processInfo.environment,
      isTerminal: isatty(STDOUT_FILENO) == 1
    )
  }

  /// "Set: the gate 70 instead of 80", for each pack whose numbers the scenario sets.
  private static func overrides(
    of loaded: LoadedScenario,
    _ language: ReportLanguage
  ) -> [String] {
    zip(loaded.scenario.rules, loaded.packs).compactMap { selection, pack in
      OverrideWords(language: language).sentence(pack.changed(by: selection.overrides), of: pack)
    }
  }

  /// What the packs leave open, each sentence once: packs that build on one another share theirs.
  private static func requirements(
    of loaded: LoadedScenario,
    _ language: ReportLanguage
  ) -> [String] {
    var told: [String] = []
    for (selection, pack) in zip(loaded.scenario.rules, loaded.packs) {
      told += pack.openRequirements(overrides: selection.overrides).map(language.text)
        .filter { !told.contains($0) }
    }
    return told
  }

  /// "No review before 12 Oct (30 days at a level)", for ladders that wait.
  private static func firstReviews(
    _ loaded: LoadedScenario,
    _ morning: FirstMorning,
    _ language: ReportLanguage
  ) -> [Remark] {
    zip(loaded.programs, morning.rules).flatMap { program, state in
      program.ladders.indices.compactMap { ladder -> Remark? in
        guard let day = state.firstEvaluationDay[ladder], day > 1,
          let event = program.events.first(where: { $0.reaches?.ladder == ladder })
        else { return nil }
        let date = Phrase(language: language, start: loaded.scenario.start)
          .date(loaded.scenario.start + (day - 1))
        let name = language.text(program.ladders[ladder].stateLabels[state.outcome.states[ladder]])
        return Remark(
          section: event.section,
          text: language == .zh
            ? "\(date) 之前不评级(\(name) 未满期)。" : "No review before \(date) (\(name) is too recent)."
        )
      }
    }
  }

  private static func room(
    _ loaded: LoadedScenario,
    _ facts: RoomFacts,
    _ language: ReportLanguage
  ) -> [String] {
    let words = RoomWords(language: language, start: loaded.scenario.start)
    return loaded.programs.enumerated().flatMap { index, program in
      facts.rooms(ofProgram: index) { program.room($0, day: 1) }.agreed.map(words.short)
    }
  }

  private static func sentence(_ contradiction: Contradiction, _ language: ReportLanguage) -> String
  {
    let subject =
      switch contradiction.subject {
      case .score(let name, let item): item == name ? name : "\(name) \(item)"
      case .lastThirtyDays(let counter): "last_30_days.\(counter.name)"
      case .monthToDate(let counter): "month_to_date.\(counter.name)"
      }
    let history = contradiction.fromHistory.formatted(.number.precision(.fractionLength(0...3)))
    let standing = contradiction.fromStanding.formatted(.number.precision(.fractionLength(0...3)))
    let winner =
      contradiction.historyCounts
      ? (zh: "历史数据", en: "the history") : (zh: "你填的", en: "the scenario")
    return language == .zh
      ? "对账:\(subject) 按历史数据算是 \(history),你填的是 \(standing);预测按\(winner.zh)算。"
      : "Reconciliation: the history gives \(subject) = \(history), the scenario says \(standing); "
        + "the forecast starts from \(winner.en)."
  }
}
