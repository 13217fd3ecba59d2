import Forecasting
import Reporting
import Rules
import Simulation
import StoreModel

/// What the answer would be if an unclear clause were read the other way.
///
/// Rule parameters that nobody states and that have just two readings are tried one after another on
/// the first replications of the run.
struct OtherReadings {
  private let loaded: LoadedScenario
  private let plan: Plan
  private let options: SimulationOptions
  private let language: ReportLanguage

  /// The readings of a scenario whose forecast was made by `plan`.
  init(
    _ loaded: LoadedScenario,
    plan: Plan,
    options: SimulationOptions,
    language: ReportLanguage
  ) {
    self.loaded = loaded
    self.plan = plan
    self.options = options
    self.language = language
  }

  /// Replications that the readings are compared on.
  static func replications(of wanted: Int) -> Int {
    let batch = Experiment.batchSize
    return min(wanted, max(4 * batch, wanted / 20 / batch * batch))
  }

  /// A sentence for each reading that moves a headline by more than five points.
  func notes(against forecast: Forecast, meter: inout ProgressMeter) async -> [String] {
    var notes: [String] = []
    for (index, pack) in loaded.packs.enumerated() {
      for parameter in pack.parameters where isOpen(parameter, in: index) {
        guard !Interruption.isRequested,
          let choice = parameter.choices.first(where: { $0 != parameter.value }),
          let other = await simulate(parameter, as: choice, in: index, meter: &meter)
        else { continue }
        let differences = ReadingDifference.all(forecast: forecast, other: other)
        if let difference = differences.first {
          notes.append(sentence(difference, parameter: parameter, choice: choice))
        }
      }
    }
    return notes
  }

  private func isOpen(_ parameter: RuleParameter, in pack: Int) -> Bool {
    parameter.origin == .assumption && parameter.choices.count == 2
      && loaded.packs[pack].expanded(loaded.scenario.rules[pack].overrides)[parameter.name] == nil
  }

  private func simulate(
    _ parameter: RuleParameter,
    as choice: String,
    in index: Int,
    meter: inout ProgressMeter
  ) async -> Forecast? {
    var programs = loaded.programs
    var overrides = loaded.scenario.rules[index].overrides
    overrides[parameter.name] = choice
    let hasConsequences = loaded.scenario.rules[index].hasConsequences
    guard
      let program = try? loaded.packs[index].program(
        overrides: overrides,
        hasConsequences: hasConsequences
      )
    else { return nil }
    programs[index] = program
    var scenario = loaded.scenario
    scenario.alternatives = []
    let session = SimulationSession(
      plan: Plan(
        scenario: scenario,
        programs: programs,
        drawsCountsFast: loaded.drawsCountsFast,
        relative: plan
      ),
      replications: Self.replications(of: scenario.replications),
      threads: options.threadCount,
      precision: nil,
      pathCount: 0,
      earlyCount: 0
    )
    return await session.run(meter: &meter).forecasts.first
  }

  private func sentence(
    _ difference: ReadingDifference,
    parameter: RuleParameter,
    choice: String
  ) -> String {
    let phrase = Phrase(language: language, start: loaded.scenario.start)
    let here = phrase.hundredths(difference.probability)
    let there = phrase.hundredths(difference.other)
    let name = language.text(parameter.label)
    let event = language.text(difference.event.label)
    return language == .zh
      ? "\"\(name)\"按 \(choice) 理解(现按 \(parameter.value)):\(event) \(here)% → \(there)%。"
      : "Read \"\(name)\" as \(choice) instead of \(parameter.value): \(event) \(here) → \(there) "
        + "in 100."
  }
}
