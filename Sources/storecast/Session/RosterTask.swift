import ArgumentParser
import Forecasting
import Foundation
import InputFiles
import Reporting
import Simulation
import StoreModel

/// Plans the desk of a scenario: simulates its chats, finds the agents, writes `roster.csv`.
struct RosterTask {
  /// Futures simulated where nobody says how many: a day's 90 % quantile is then known to 2 % or so.
  private static let usualReplications = 1000

  let path: String
  let options: RosterOptions
  let desk: DeskOptions
  let output: OutputOptions

  /// Plans, writes and returns the answer.
  ///
  /// - Throws: The exit code, after the message.
  func perform() async throws(ExitCode) -> String {
    Interruption.listen()
    var loaded = try load()
    let scenario = loaded.scenario
    guard let serviceDesk = scenario.operation.serviceDesk else {
      throw fail(
        65,
        "\(path) has no service_desk, so no chats reach people; add one (docs/scenario-format.md)",
        "\(path) 没有 service_desk,没有人工咨询可排班;请补上(见 docs/scenario-format.md)"
      )
    }
    let rule = try rule(for: serviceDesk)
    let days = try days(of: scenario)
    let name = options.file(for: path)
    let file = URL(filePath: name)
    try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
      try TableFile(.roster).check(file)
    }
    loaded.scenario.alternatives = []
    loaded.scenario.seed = options.seed ?? scenario.seed
    let replications =
      options.replications ?? min(scenario.replications, Self.usualReplications)
    let chats = await simulate(loaded.plan, replications: replications)
    guard chats.replications > 0 else { throw ExitCode(130) }
    let plan = RosterPlan(
      serviceDesk,
      demand: scenario.operation.demand,
      start: scenario.start,
      chats: chats,
      rule: rule
    )
    let answer = RosterAnswer(
      name: scenario.name,
      hours: await hours(of: plan, days: days),
      rule: rule,
      replications: chats.replications,
      reactionInSeconds: serviceDesk.reactionInSeconds,
      file: name,
      language: output.language
    )
    try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
      try TableFile(.roster).write(answer.table, to: file)
    }
    if chats.replications < replications {
      print(rendered(answer))
      throw ExitCode(130)
    }
    return rendered(answer)
  }

  private func rendered(_ answer: RosterAnswer) -> String {
    output.format == .json ? answer.json.text : answer.text.trimmingCharacters(in: .newlines)
  }

  private func load() throws(ExitCode) -> LoadedScenario {
    do throws(InputErrors) {
      let loaded = try LoadedScenario(path: path, output: output)
      if !output.quiet, !loaded.notices.isEmpty {
        CommandFailure.say(DiagnosticText().text(of: loaded.notices))
      }
      return loaded
    } catch {
      throw CommandFailure.input(error)
    }
  }

  /// The rule of the options, where people can keep it.
  private func rule(for serviceDesk: ServiceDesk) throws(ExitCode) -> RosterRule {
    let within = desk.withinSeconds ?? 180
    let reaction = serviceDesk.reactionInSeconds
    guard within > reaction else {
      throw fail(
        64,
        "--within-seconds must be more than the \(reaction) s that a free agent takes to reply",
        "--within-seconds 须大于客服自身的反应时间 \(reaction) 秒"
      )
    }
    let hasShifts = serviceDesk.shifts.contains { $0.toHour > $0.fromHour }
    guard hasShifts || options.aroundTheClock else {
      throw fail(
        65,
        "\(path) has no shift, so there are no hours to plan; add one, or give --around-the-clock",
        "\(path) 没有班次,不知道排哪些时段;请补上班次,或加 --around-the-clock"
      )
    }
    return RosterRule(
      withinSeconds: within,
      target: desk.targetServiceLevel,
      coverPercent: options.cover.hundredths,
      clearingHours: options.clearNightHours,
      isAroundTheClock: options.aroundTheClock
    )
  }

  /// The days to plan, counted from 1.
  private func days(of scenario: Scenario) throws(ExitCode) -> ClosedRange<Int> {
    let last = scenario.start + (scenario.horizonInDays - 1)
    let from = options.from.flatMap { CalendarDay(iso: $0) } ?? scenario.start
    let to = options.to.flatMap { CalendarDay(iso: $0) } ?? last
    for (name, date) in [("--from", from), ("--to", to)] where date < scenario.start || date > last
    {
      throw fail(
        64,
        "\(name) \(date) is outside the forecast of \(path), which runs from \(scenario.start) to \(last)",
        "\(name) \(date) 不在 \(path) 的预测期内,可选 \(scenario.start) 至 \(last)"
      )
    }
    guard from <= to else {
      throw fail(64, "--from \(from) is after --to \(to)", "--from \(from) 晚于 --to \(to)")
    }
    return (from - scenario.start + 1)...(to - scenario.start + 1)
  }

  private func simulate(_ plan: Plan, replications: Int) async -> HumanChats {
    let horizon = plan.layout.horizonInDays
    var chats = HumanChats(horizonInDays: horizon)
    var meter = ProgressMeter(language: output.language, isQuiet: output.quiet)
    await Experiment(plan).observe(0..<replications, threads: options.threadCount) {
      replicator,
      index in
      _ = replicator.replicate(index)
      let log = replicator.log
      return (1...horizon).map { log[$0, .contacts] - log[$0, .botAnswered] }
    } deliver: { first, batch in
      for counts in batch { chats.add(counts) }
      meter.update(done: first + batch.count, total: replications)
      return !Interruption.isRequested
    }
    meter.finish()
    return chats
  }

  /// Plans the days at the same time and puts them in order.
  private func hours(of plan: RosterPlan, days: ClosedRange<Int>) async -> [RosterHour] {
    var meter = ProgressMeter(language: output.language, isQuiet: output.quiet)
    var planned: [Int: [RosterHour]] = [:]
    await ParallelWork.perform(on: Array(days), width: options.threadCount) {
      plan.hours(ofDay: $0)
    } deliver: { day, hours in
      planned[day] = hours
      meter.update(done: planned.count, total: days.count, of: .days)
    }
    meter.finish()
    return days.flatMap { planned[$0] ?? [] }
  }

  private func fail(_ code: Int32, _ english: String, _ chinese: String) -> ExitCode {
    CommandFailure.say("error: " + (output.language == .zh ? chinese : english) + "\n")
    return ExitCode(code)
  }
}
