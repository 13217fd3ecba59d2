import ArgumentParser
import Calibration
import Foundation
import InputFiles
import Reporting
import StoreModel

/// Fits: reads, learns, fills in the template, writes, tells.
struct FitTask {
  let options: FitOptions
  let output: OutputOptions

  /// Fits and returns what goes to standard output.
  ///
  /// - Throws: The exit code, after the message.
  func perform() throws(ExitCode) -> String {
    let file = URL(filePath: options.out)
    if !options.overwrite {
      try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
        try TableFile.checkNew(file)
      }
    }
    let (fit, draft, ground) = try fitted()
    try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
      try TableFile.write(draft.text.text, to: file)
    }
    let isColored = AnswerContext.wantsColor(
      environment: ProcessInfo.processInfo.environment,
      isTerminal: isatty(STDOUT_FILENO) == 1
    )
    let answer = FitAnswer(
      fit: fit,
      written: draft.written,
      given: draft.given,
      refused: draft.refused,
      kept: kept(draft),
      start: ground.start,
      change: ground.change,
      file: options.out,
      language: output.language,
      isColored: isColored
    )
    return output.format == .json ? answer.json.text : answer.text
  }

  private func fitted() throws(ExitCode) -> (HistoryFit, FitDraft, FitGround) {
    do throws(InputErrors) {
      let ground = try FitGround(options)
      var draft = try FitDraft(ground, output: output)
      if !output.quiet, !ground.notices.isEmpty {
        CommandFailure.say(DiagnosticText().text(of: InputErrors(ground.notices).diagnostics))
      }
      let fit = draft.fill(from: ground)
      draft.close(closing(fit))
      return (fit, draft, ground)
    } catch {
      throw CommandFailure.input(error)
    }
  }

  /// What nobody gave and no history told.
  private func kept(_ draft: FitDraft) -> [String] {
    draft.loaded.scenario.assumptions.filter { assumption in
      assumption.usedBy == "store" && !["history", "solved"].contains(assumption.origin)
    }.map(\.path)
  }

  private func closing(_ fit: HistoryFit) -> [String] {
    let words = FitWords(language: output.language)
    let language = output.language
    let source = URL(filePath: options.history).lastPathComponent
    let head = language.pick(
      "Filled in by storecast fit from \(fit.days) days of \(source); ranges are 80 % ranges for \(fit.dayAfter).",
      "由 storecast fit 根据 \(source) 的 \(fit.days) 天填写;区间为 \(fit.dayAfter) 的八成范围。"
    )
    var lines = ["", head]
    if !fit.untold.isEmpty {
      lines.append(language.pick("Not told by the history:", "历史没有说明的:"))
      lines += fit.untold.map { "  \($0.path): \(words.reason($0.reason))" }
    }
    return lines
  }
}
