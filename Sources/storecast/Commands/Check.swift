import ArgumentParser
import Foundation
import InputFiles
import Reporting

/// `storecast check`: every problem of every file, at once.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check scenario, rule pack and history files; every problem at once.",
    discussion: """
      Each finding names its file, line and column, what was found, what is allowed and how to mend it.

      Example:
        storecast check mine.yaml histories/mine.csv
      """
  )

  @Argument(help: "Files to check.", completion: .file())
  var files: [String]

  @OptionGroup var output: OutputOptions

  func run() throws {
    let isChinese = output.language == .zh
    let cache = PackCache()
    let shelf = { [output] (path: String) throws(InputErrors) in
      try RuleShelf(
        rulesDir: output.rulesDir,
        near: path,
        scenario: TextFile.text(at: path),
        cache: cache
      )
    }
    let check = FileCheck(
      scenarios: { path throws(InputErrors) in
        try shelf(path).scenarioReader(isChinese: isChinese)
      },
      further: { [output] reading, path throws(InputErrors) in
        _ = try reading.solvedScenario(file: path, label: "", language: output.language)
      },
      rulePack: { text, file in
        do throws(InputErrors) {
          _ = try RuleLibrary.holding(packFile: file).pack(fromYAML: text, file: file)
          return []
        } catch {
          return error.diagnostics
        }
      },
      advice: { reading, path in
        (try? shelf(path))?.requirementWarnings(reading, file: path) ?? []
      }
    )
    let found = files.flatMap(check.diagnostics(ofFileAt:))
    if output.format == .json {
      print(DiagnosticText.json(of: found), terminator: "")
    } else {
      print(DiagnosticText().text(of: found), terminator: "")
      if !output.quiet { print(summary(of: found, isChinese: isChinese)) }
    }
    if found.contains(where: { $0.severity == .error }) {
      throw ExitCode(InputErrors(found).exitStatus)
    }
  }

  private func summary(of found: [Diagnostic], isChinese: Bool) -> String {
    let errors = found.count { $0.severity == .error }
    return isChinese
      ? "\(files.count) 个文件:\(errors) 个错误,\(found.count - errors) 条提示"
      : "\(files.count) files: \(errors) errors, \(found.count - errors) notices"
  }
}
