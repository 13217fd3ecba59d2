import ArgumentParser
import Foundation
import Reporting

/// How a command speaks: language, format, where its rules are.
struct OutputOptions: ParsableArguments {
  /// The form of what goes to standard output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "What to print on standard output: text, or json and nothing else.")
  var format = Format.text

  @Flag(help: "Print nothing but the answer.")
  var quiet = false

  @Option(help: "Language of what is printed and of labels: zh or en (default: from the locale).")
  var lang: String?

  @Option(help: "Folder of the rule packs (default: the nearest rules/ above the scenario).")
  var rulesDir: String?

  /// The language asked for, else that of the locale.
  var language: ReportLanguage {
    lang.flatMap(ReportLanguage.init(rawValue:))
      ?? ReportLanguage(environment: ProcessInfo.processInfo.environment)
  }

  func validate() throws {
    if let lang, ReportLanguage(rawValue: lang) == nil {
      throw ValidationError("--lang must be zh or en, not '\(lang)'")
    }
  }
}
