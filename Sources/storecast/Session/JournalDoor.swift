import ArgumentParser
import Foundation
import InputFiles
import Journal
import Reporting

/// Opens the journal and ends the command where that fails.
struct JournalDoor {
  let path: String
  let output: OutputOptions

  /// Opens the journal.
  ///
  /// - Parameter mustExist: whether a file that is not there is an error; else it is made.
  /// - Returns: the journal.
  /// - Throws: The exit code, after the message: 66 not found, 65 no journal, 73 cannot be opened,
  ///   1 where the program was built without the journal.
  func open(mustExist: Bool) throws(ExitCode) -> JournalFile {
    let isThere = FileManager.default.fileExists(atPath: path)
    return try ended(isMissing: mustExist && !isThere) { () throws(JournalError) in
      try JournalFile.open(at: path, mustExist: mustExist)
    }
  }

  /// Works with the journal and names what goes wrong.
  ///
  /// - Throws: The exit code, after the message.
  func ended<Value>(
    isMissing: Bool = false,
    _ work: () throws(JournalError) -> Value
  ) throws(ExitCode) -> Value {
    do throws(JournalError) {
      return try work()
    } catch {
      switch error {
      case .notBuilt:
        throw CommandFailure.run(
          output.language == .zh
            ? "本程序编译时没有带日志功能;请用 make forecast 编译,或先装 libsqlite3-dev 再运行 "
              + "swift build -c release --product storecast --traits Journal"
            : "this program was built without the journal; build it with make forecast, or install "
              + "libsqlite3-dev and run swift build -c release --product storecast --traits Journal"
        )
      case .notAJournal: throw finding(.noJournal)
      case .newer: throw finding(.newerJournal)
      case .system(let text):
        if isMissing { throw missing() }
        throw CommandFailure.output(
          ForecastFolderError(path: path, reason: .system(text)),
          output.language
        )
      }
    }
  }

  private func finding(_ finding: JournalFinding) -> ExitCode {
    CommandFailure.input(InputErrors([finding.diagnostic(in: path)]))
  }

  private func missing() -> ExitCode {
    do throws(InputErrors) {
      _ = try TextFile.text(at: path)
    } catch {
      return CommandFailure.input(error)
    }
    return ExitCode(66)
  }
}
