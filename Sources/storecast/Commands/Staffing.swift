import ArgumentParser
import Forecasting
import Foundation
import Reporting

extension Storecast {
  /// The service desk alone, at a constant load.
  struct Staffing: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How many agents a constant load needs: Erlang C, or Erlang A with patience.",
      discussion: """
        For phone-like desks on which callers hang up or not; a forecast simulates chats instead.

        Example:
          storecast staffing --contacts-per-hour 200 --handle-seconds 180 --agents 14
        """
    )

    @OptionGroup var desk: DeskOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard let answer = StaffingAnswer(desk.load, servers: desk.agents * desk.concurrency) else {
        throw CommandFailure.run("the desk has no steady state")
      }
      let roster = StaffingRoster(
        desk.load,
        target: desk.targetServiceLevel,
        concurrency: desk.concurrency,
        shrinkage: desk.shrinkage
      )
      let sheet = StaffingSheet(
        answer: answer,
        roster: roster,
        agents: desk.agents,
        load: desk.load,
        target: desk.targetServiceLevel
      )
      print(output.format == .json ? sheet.json.text : sheet.text(output.language))
    }
  }
}
