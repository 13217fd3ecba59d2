package import Forecasting
import StoreModel

/// The answer of `staffing`.
package struct StaffingSheet: Sendable {
  private let answer: StaffingAnswer
  private let roster: StaffingRoster
  private let agents: Int
  private let load: StaffingLoad
  private let target: Double

  /// Puts a desk into words.
  package init(
    answer: StaffingAnswer,
    roster: StaffingRoster,
    agents: Int,
    load: StaffingLoad,
    target: Double
  ) {
    self.answer = answer
    self.roster = roster
    self.agents = agents
    self.load = load
    self.target = target
  }

  /// The document of `--format json`, with the pinned keys.
  package var json: JSONText {
    .object([
      ("wait_probability", .number(answer.waitProbability)),
      ("service_level", .number(answer.serviceLevel)),
      ("abandonment", .number(answer.abandonment)),
      ("mean_wait_seconds", .number(answer.meanWaitSeconds)),
      ("mean_queue_length", .number(answer.meanQueueLength)),
      ("occupancy", .number(answer.occupancy)),
      ("agents_required", roster.required.map { .integer($0) } ?? .null),
      ("agents_rostered", roster.rostered.map { .integer($0) } ?? .null),
    ])
  }

  /// Two sentences: how the desk does, and how many agents the target needs.
  package func text(_ language: ReportLanguage) -> String {
    let phrase = Phrase(language: language, start: CalendarDay(ordinal: 0))
    func percent(_ share: Double) -> String { phrase.value(share, unit: "share") }
    let within = phrase.value(load.withinSeconds, unit: "s")
    let wait = phrase.value(answer.meanWaitSeconds, unit: "s")
    let lost =
      load.patienceSeconds == nil
      ? ""
      : language.pick(
        "; \(percent(answer.abandonment)) hang up",
        ";\(percent(answer.abandonment)) 放弃"
      )
    let first = language.pick(
      "\(agents) agents answer \(percent(answer.serviceLevel)) within \(within); the mean wait is \(wait)\(lost);"
        + " agents are busy \(percent(answer.occupancy)) of their time.",
      "\(agents) 个客服,\(percent(answer.serviceLevel)) 在 \(within) 内接起,平均等待 \(wait)\(lost);忙碌率 \(percent(answer.occupancy))。"
    )
    guard let required = roster.required, let rostered = roster.rostered else {
      return first
        + language.pick(
          " No number of agents reaches \(percent(target)).",
          "再多客服也达不到 \(percent(target))。"
        )
    }
    return first
      + language.pick(
        " \(percent(target)) within \(within) needs \(required) at work, \(rostered) on the roster.",
        "要 \(within) 内接起 \(percent(target)),需在岗 \(required) 人,排班 \(rostered) 人。"
      )
  }
}
