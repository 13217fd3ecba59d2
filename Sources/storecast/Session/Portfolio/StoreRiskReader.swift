import Foundation
import InputFiles
import Reporting
import Rules
import Simulation
import StoreModel

/// Reads the row of a store from its forecast folder, whether that was written now or by an earlier run.
struct StoreRiskReader {
  private let loaded: LoadedScenario
  private let folder: URL
  private let language: ReportLanguage
  private let programs: [RuleProgram]

  /// A reader of a store's folder.
  ///
  /// - Parameters:
  ///   - loaded: the scenario as it was run.
  ///   - folder: its forecast folder.
  ///   - language: the language of the labels.
  init(_ loaded: LoadedScenario, folder: URL, language: ReportLanguage) {
    self.loaded = loaded
    self.folder = folder
    self.language = language
    programs =
      loaded.addedPackIDs.isEmpty
      ? loaded.programs : loaded.programs.filter { loaded.addedPackIDs.contains($0.packID) }
  }

  /// Reads the row.
  ///
  /// - Parameters:
  ///   - store: the store's name in the list.
  ///   - date: the date asked for; where it is outside the forecast, its last day is taken.
  ///   - plan: the scenario made ready to run.
  /// - Returns: the row; `nil` where the folder does not hold what a forecast holds.
  func risk(store: String, by date: CalendarDay?, plan: Plan) -> StoreRisk? {
    let scenario = loaded.scenario
    let end = scenario.start + (scenario.horizonInDays - 1)
    let day = date.flatMap { (scenario.start...end).contains($0) ? $0 : nil } ?? end
    guard let events = events(by: day), let money = table("money", "pack,item,period,mean") else {
      return nil
    }
    var risk = StoreRisk(
      store: store,
      path: loaded.path,
      platform: scenario.platform,
      category: scenario.category ?? "",
      byDate: day,
      events: events.map(\.event),
      expectedPenaltyInYuan: penalty(in: money)
    )
    if let headline = risk.headline,
      let program = events.first(where: { $0.event == headline })?.program
    {
      obstruct(&risk, by: headline.name, of: program, plan: plan)
    }
    return risk
  }

  private func table(_ name: String, _ columns: String) -> ForecastTable? {
    ForecastTable(
      at: folder.appending(path: name + ".csv").path(percentEncoded: false),
      columns: columns.split(separator: ",").map(String.init)
    )
  }

  /// The bad headlines of the programs, as the files tell them.
  private func events(
    by day: CalendarDay
  ) -> [(event: StoreRisk.Event, program: RuleProgram)]? {
    guard
      let days = table("events", "pack,event,date,probability,ci_low,ci_high,label"),
      let summary = table("event_summary", "pack,event,median_day")
    else { return nil }
    let rows = days.rows(where: [("date", day.description)])
    return programs.flatMap { program in
      program.events.filter { $0.isHeadline && $0.isGood == false }.compactMap { event in
        let name = [("pack", program.packID), ("event", event.name)]
        let row = rows.first { row in name.allSatisfy { days.text($0.0, of: row) == $0.1 } }
        guard let row, let probability = days.number("probability", of: row),
          let low = days.number("ci_low", of: row), let high = days.number("ci_high", of: row)
        else { return nil }
        let isSoAtStart = summary.rows(where: name.map { (column: $0.0, value: $0.1) })
          .contains { summary.number("median_day", of: $0) == 0 }
        return (
          StoreRisk.Event(
            name: event.name,
            label: days.text("label", of: row),
            probability: probability,
            low: low,
            high: high,
            isSoAtStart: isSoAtStart
          ), program
        )
      }
    }
  }

  /// What the programs charge over the horizon; `nil` where none has a charge.
  private func penalty(in money: ForecastTable) -> Double? {
    let means = programs.flatMap { program in
      program.money.filter { $0.source == .charge }.flatMap { item in
        money.rows(
          where: [("pack", program.packID), ("item", item.name), ("period", "horizon")]
        ).compactMap { money.number("mean", of: $0) }
      }
    }
    return means.isEmpty ? nil : means.reduce(0, +)
  }

  /// Tells which condition stands in the way, and the room to it.
  private func obstruct(
    _ risk: inout StoreRisk,
    by event: String,
    of program: RuleProgram,
    plan: Plan
  ) {
    let (before, toRise) = rooms(before: event, of: program, plan: plan)
    let held = mostFrequentObstacle(of: program)
    // A tier's floor is told in each thing that moves it: here in the one that costs most.
    let matching = before.first { room in
      held.map { room.condition.hasSuffix("." + $0.name) } ?? false
    }
    let room = matching ?? before.first ?? toRise.first { $0.condition == held?.name }
    if let held, matching != nil || before.isEmpty {
      (risk.binding, risk.bindingLabel) = held
    } else if let room {
      (risk.binding, risk.bindingLabel) = (room.condition, language.text(room.label))
    }
    risk.headroom =
      room.map(RoomWords(language: language, start: loaded.scenario.start).short) ?? ""
  }

  /// Room before an event and to the next rise, where it is a fact.
  ///
  /// Where one of several conditions is not known, which is the tightest is not known either: then none
  /// stands before the event.
  private func rooms(
    before event: String,
    of program: RuleProgram,
    plan: Plan
  ) -> (before: [RoomLeft], toRise: [RoomLeft]) {
    guard let index = loaded.programs.firstIndex(where: { $0 === program }) else { return ([], []) }
    let facts = RoomFacts(plan)
    let before = facts.rooms(ofProgram: index) { program.room(before: event, $0, day: 1) }
    if before.isComplete, !before.agreed.isEmpty { return (before.agreed, []) }
    return ([], facts.rooms(ofProgram: index) { program.room($0, day: 1) }.agreed)
  }

  /// The condition that stood in the way on most days of the state at the start, else of the state from
  /// which most replications were held back.
  private func mostFrequentObstacle(
    of program: RuleProgram
  ) -> (name: String, label: String)? {
    guard
      let binding = table(
        "binding",
        "pack,ladder,state,condition,share_of_days,share_of_replications,label"
      ), let occupancy = table("occupancy", "pack,ladder,state,day,probability")
    else { return nil }
    func share(_ column: String, _ row: [String]) -> Double {
      binding.number(column, of: row) ?? 0
    }
    let starts = occupancy.rows(where: [("pack", program.packID), ("day", "1")])
      .filter { (occupancy.number("probability", of: $0) ?? 0) > 0.5 }
    let rows = binding.rows(where: [("pack", program.packID)])
    let atStart = rows.filter { row in
      starts.contains { start in
        ["ladder", "state"].allSatisfy {
          occupancy.text($0, of: start) == binding.text($0, of: row)
        }
      }
    }
    let most =
      atStart.max { share("share_of_days", $0) < share("share_of_days", $1) }
      ?? rows.max { first, second in
        (share("share_of_replications", first), share("share_of_days", first))
          < (share("share_of_replications", second), share("share_of_days", second))
      }
    return most.map { (binding.text("condition", of: $0), binding.text("label", of: $0)) }
  }
}
