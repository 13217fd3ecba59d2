import ArgumentParser
import Foundation
import InputFiles
import Reporting
import Rules
import StoreModel

/// The rule library as the `rules` commands use it; faults end the command with their exit code.
struct RuleSession {
  private let library: RuleLibrary
  private let output: OutputOptions

  /// Opens the library named by `--rules-dir`, else the nearest one above the working folder, else
  /// above a file.
  init(output: OutputOptions, near file: String? = nil) throws {
    self.output = output
    let places = [FileManager.default.currentDirectoryPath] + (file.map { [$0] } ?? [])
    library = try Self.ended { () throws(InputErrors) in
      try RuleLibrary.find(
        directory: output.rulesDir,
        fromFirstOf: places,
        executable: Bundle.main.executableURL
      )
    }
  }

  /// Every pack of the library.
  func allPacks() throws -> [RulePack] {
    try Self.ended { () throws(InputErrors) in
      var packs: [RulePack] = []
      for id in library.packIDs() { packs.append(try library.pack(named: id, on: nil).pack) }
      return packs
    }
  }

  /// The sheet of a pack.
  func sheet(of name: String) throws -> RuleSheet {
    let pack = try Self.ended { () throws(InputErrors) in
      try library.pack(named: name, on: nil).pack
    }
    let program = try pack.program(overrides: [:], hasConsequences: true)
    return RuleSheet(pack: pack, program: program, language: output.language)
  }

  /// How the examples of files come out, or of every pack's own cases.
  func report(files: [String], pack: String?) throws -> ExampleReport {
    let examples = try Self.ended { () throws(InputErrors) in
      try ExampleCollection(library: library).examples(in: files, ofPack: pack)
    }
    return ExampleReport(
      tested: examples.count,
      failures: ExampleTrial(library: library).failures(of: examples),
      language: output.language
    )
  }

  private static func ended<Value>(
    _ work: () throws(InputErrors) -> Value
  ) throws -> Value {
    do throws(InputErrors) {
      return try work()
    } catch {
      throw CommandFailure.input(error)
    }
  }
}
