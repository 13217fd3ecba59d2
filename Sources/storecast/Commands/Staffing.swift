import ArgumentParser
import Forecasting
import Foundation
import Reporting

extension Storecast {
  /// The service desk alone: at a constant load, or hour by hour through a scenario.
  struct Staffing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How many agents a desk needs: at a constant load, or in each hour of a scenario.",
      discussion: """
        With --scenario: agents for each hour of each day, from the scenario's own forecast of chats, \
        written to roster.csv. Without: Erlang C, or Erlang A with patience, for phone-like desks.

        Example:
          storecast staffing --scenario mine.yaml --from 2026-11-01 --to 2026-11-15
          storecast staffing --contacts-per-hour 200 --handle-seconds 180 --agents 14
        """
    )

    @OptionGroup var desk: DeskOptions
    @OptionGroup var roster: RosterOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard roster.scenario != nil else {
        _ = try desk.steadyDesk()
        return
      }
      if let option = desk.givenBesideScenario.first {
        throw ValidationError("\(option) is part of the scenario; write it there, or leave it out")
      }
    }

    func run() async throws {
      if let scenario = roster.scenario {
        let task = RosterTask(path: scenario, options: roster, desk: desk, output: output)
        return print(try await task.perform())
      }
      let (load, agents) = try desk.steadyDesk()
      let concurrency = desk.concurrency ?? 1
      guard let answer = StaffingAnswer(load, servers: agents * concurrency) else {
        throw CommandFailure.run("the desk has no steady state")
      }
      let roster = StaffingRoster(
        load,
        target: desk.targetServiceLevel,
        concurrency: concurrency,
        shrinkage: desk.shrinkage ?? 0
      )
      let sheet = StaffingSheet(
        answer: answer,
        roster: roster,
        agents: agents,
        load: load,
        target: desk.targetServiceLevel
      )
      print(output.format == .json ? sheet.json.text : sheet.text(output.language))
    }
  }
}
