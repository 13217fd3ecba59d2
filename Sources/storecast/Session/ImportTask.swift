import ArgumentParser
import ConsoleExports
import Foundation
import InputFiles
import Reporting
import StoreModel

/// Imports exports: reads, derives, writes the history and the scenario, tells.
struct ImportTask {
  let files: [String]
  let options: ImportOptions
  let output: OutputOptions

  private var isChinese: Bool { output.language == .zh }

  /// Imports and returns what goes to standard output.
  ///
  /// - Throws: The exit code, after the message.
  func perform() async throws(ExitCode) -> String {
    let historyFile = options.historyPath.map { URL(filePath: $0) }
    try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
      if let historyFile { try TableFile(.history).check(historyFile) }
      if let scenario = options.scenario { try TableFile.checkNew(URL(filePath: scenario)) }
    }
    let table: AliasTable
    let imported: ImportedHistory
    do throws(InputErrors) {
      table = try AliasFolder(
        directory: options.importDir,
        from: FileManager.default.currentDirectoryPath,
        executable: Bundle.main.executableURL
      ).table(of: options.platform)
      imported = try ConsoleImport.history(
        ofFilesAt: files,
        table: table,
        year: options.year,
        isChinese: isChinese
      )
    } catch {
      throw CommandFailure.input(error)
    }
    let text = HistoryText.csv(imported.history)
    if let historyFile {
      try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
        try TableFile(.history).write(text, to: historyFile)
      }
    }
    let draft = try await draft(imported, table)
    let answer = ImportAnswer(
      account: imported.account,
      history: imported.history,
      draft: draft,
      language: output.language,
      isExplained: options.explain,
      files: [options.historyPath, options.scenario].compactMap(\.self),
      isColored: AnswerContext.wantsColor(
        environment: ProcessInfo.processInfo.environment,
        isTerminal: isatty(STDOUT_FILENO) == 1
      )
    )
    return output.format == .json ? answer.json.text : answer.text
  }

  private func draft(
    _ imported: ImportedHistory,
    _ table: AliasTable
  ) async throws(ExitCode) -> DraftAccount? {
    guard let scenario = options.scenario, let history = options.historyPath else { return nil }
    let task = DraftTask(
      imported: imported,
      table: table,
      options: options,
      output: output,
      path: scenario,
      history: history
    )
    let text: String
    let account: DraftAccount
    do throws(InputErrors) {
      (text, account) = try await task.perform()
    } catch {
      throw CommandFailure.input(error)
    }
    try CommandFailure.ifUnwritten(output.language) { () throws(ForecastFolderError) in
      try TableFile.write(text, to: URL(filePath: scenario))
    }
    return account
  }
}
