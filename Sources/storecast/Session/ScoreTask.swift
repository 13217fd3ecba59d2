import ArgumentParser
import Foundation
import InputFiles
import Reporting
import Rules
import StoreModel

/// Scores a history: reads, plays, writes the table, tells.
struct ScoreTask {
  let options: ScoreOptions
  let output: OutputOptions

  /// Scores and returns what goes to standard output.
  ///
  /// - Throws: The exit code, after the message.
  func perform() throws(ExitCode) -> String {
    let file = options.out.map { URL(filePath: $0) }
    if let file {
      try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
        try TableFile(.scores).check(file)
      }
    }
    let ground: ScoreGround
    var scores: [PackScore] = []
    do throws(InputErrors) {
      ground = try ScoreGround(options: options, output: output)
      scores = try ground.scores()
    } catch {
      throw CommandFailure.input(error)
    }
    if let file {
      let table = Table.scores(scores, language: output.language)
      try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
        try TableFile(.scores).write(table, to: file)
      }
    }
    let answer = ScoreAnswer(
      scores: scores,
      history: (ground.observed.firstDay, ground.observed.lastDay),
      language: output.language,
      isTraced: options.trace,
      files: options.out.map { [$0] } ?? [],
      isColored: AnswerContext.isOutputColored
    )
    return output.format == .json ? answer.json.text : answer.text
  }
}
