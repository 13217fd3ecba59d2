import ArgumentParser
import Foundation
import InputFiles
import Journal
import Reporting

/// Keeps forecasts in the journal.
struct JournalAddTask {
  let folders: [String]
  let store: String?
  let path: String
  let output: OutputOptions

  /// Adds every folder that can be read; a bad one never stops the others.
  ///
  /// - Throws: The exit code of the first failure, after all folders were tried.
  func perform() throws(ExitCode) {
    var failure: ExitCode?
    var entries: [(folder: String, entry: JournalEntry)] = []
    for folder in folders {
      do throws(InputErrors) {
        entries.append((folder, try ClaimCollection(folder: folder, store: store).entry()))
      } catch {
        let code = CommandFailure.input(error)
        failure = failure ?? code
      }
    }
    let door = JournalDoor(path: path, output: output)
    if !entries.isEmpty {
      let journal = try door.open(mustExist: false)
      var additions: [JournalAddition] = []
      for (folder, entry) in entries {
        let isNew = try door.ended { () throws(JournalError) in try journal.add(entry) }
        additions.append(JournalAddition(folder: folder, entry: entry, isNew: isNew))
      }
      let report = JournalAdditions(additions, journal: path, language: output.language)
      print(output.format == .json ? report.json.text : report.text, terminator: "")
    }
    if let failure { throw failure }
  }
}
