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

  /// Adds every folder that can be read, one after the other; a bad one never stops the others.
  ///
  /// - Throws: The exit code of the first failure, after all folders were tried.
  func perform() throws(ExitCode) {
    let door = JournalDoor(path: path, output: output)
    var journal: JournalFile?
    var failure: ExitCode?
    var additions: [JournalAddition] = []
    for folder in folders {
      let entry: JournalEntry
      do throws(InputErrors) {
        entry = try ClaimCollection(folder: folder, store: store).entry()
      } catch {
        let code = CommandFailure.input(error)
        failure = failure ?? code
        continue
      }
      // Not before there is something to keep: a folder that is no forecast makes no journal.
      let file = if let journal { journal } else { try door.open(mustExist: false) }
      journal = file
      let isNew = try door.ended { () throws(JournalError) in try file.add(entry) }
      additions.append(JournalAddition(folder: folder, entry: entry, isNew: isNew))
    }
    if !additions.isEmpty {
      let report = JournalAdditions(additions, journal: path, language: output.language)
      print(output.format == .json ? report.json.text : report.text, terminator: "")
    }
    if let failure { throw failure }
  }
}
