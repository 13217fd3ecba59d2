import ArgumentParser
import Calibration
import Foundation
import InputFiles
import Reporting

/// Checks past forecasts: reads, forecasts, scores, writes, tells.
struct BacktestTask {
  let options: BacktestOptions
  let output: OutputOptions

  /// Checks and returns what goes to standard output.
  ///
  /// - Throws: The exit code, after the message.
  func perform() async throws(ExitCode) -> String {
    let folder = options.out.map { URL(filePath: $0) }
    if let folder {
      try written { () throws(ForecastFolderError) in try BacktestFolder(folder).check() }
    }
    let (ground, scores, rules) = try await scored()
    let result = BacktestResult(
      settings: options.settings,
      storeNames: ground.stores.map(\.series.name),
      scores: scores
    )
    let answer = BacktestAnswer(
      result: result,
      rules: rules,
      usesOrders: ground.usesOrders,
      files: options.out.map { folder in
        ["\(folder)/backtest.csv"] + (rules == nil ? [] : ["\(folder)/rule_claims.csv"])
      } ?? [],
      language: output.language,
      isColored: AnswerContext.wantsColor(
        environment: ProcessInfo.processInfo.environment,
        isTerminal: isatty(STDOUT_FILENO) == 1
      )
    )
    if let folder {
      let origin = BacktestFolder.Origin(version: Storecast.version, inputs: ground.inputs)
      try written { () throws(ForecastFolderError) in
        try BacktestFolder(folder).write(answer, of: origin)
      }
    }
    return output.format == .json ? answer.json.text : answer.text
  }

  private func scored() async throws(ExitCode) -> (
    BacktestGround, [OriginScore], RuleBacktest?
  ) {
    do throws(InputErrors) {
      var ground = try BacktestGround(options)
      var check = try RuleCheck(ground, options: options, output: output)
      let scores = await Backtest(ground.stores, settings: options.settings)
        .scores(threads: options.threadCount)
      try ground.judge(scores, options.settings)
      let rules = try await check?.result(threads: options.threadCount)
      ground.add(check)
      if !output.quiet, !ground.notices.isEmpty {
        CommandFailure.say(DiagnosticText().text(of: InputErrors(ground.notices).diagnostics))
      }
      return (ground, scores, rules)
    } catch {
      throw CommandFailure.input(error)
    }
  }

  private func written(_ work: () throws(ForecastFolderError) -> Void) throws(ExitCode) {
    do throws(ForecastFolderError) {
      try work()
    } catch {
      throw CommandFailure.output(error, output.language)
    }
  }
}
