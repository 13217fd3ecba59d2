import ArgumentParser
import Foundation
import InputFiles
import Reporting

/// Ends a command with a message on standard error and one of the documented exit codes.
enum CommandFailure {
  /// Findings of input files.
  static func input(_ errors: InputErrors) -> ExitCode {
    say(DiagnosticText().text(of: errors.diagnostics))
    return ExitCode(errors.exitStatus)
  }

  /// A folder that cannot be written.
  static func output(_ error: ForecastFolderError, _ language: ReportLanguage) -> ExitCode {
    say("error: " + error.message(language) + "\n")
    return ExitCode(73)
  }

  /// Writes, and ends the command where that fails.
  static func ifUnwritten(
    _ language: ReportLanguage,
    _ work: () throws(ForecastFolderError) -> Void
  ) throws(ExitCode) {
    do throws(ForecastFolderError) {
      try work()
    } catch {
      throw output(error, language)
    }
  }

  /// A message of a run that failed.
  static func run(_ message: String) -> ExitCode {
    say("error: " + message + "\n")
    return ExitCode(1)
  }

  /// Writes to standard error.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
