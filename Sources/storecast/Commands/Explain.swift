import ArgumentParser
import InputFiles
import Reporting

/// `storecast explain`: what an error code means and how to mend it.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what an error code means and how to mend it.",
    discussion: """
      Example:
        storecast explain SC205
      """
  )

  @Argument(help: "A code, as SC205.")
  var code: String

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard ErrorExplanation.explanation(of: code) == nil else { return }
    let codes = ErrorExplanation.all.map(\.code)
    let nearest = NearestName.nearest(to: code, among: codes)
    throw ValidationError(
      "there is no code '\(code)'" + (nearest.map { "; did you mean \($0)?" } ?? "")
    )
  }

  func run() throws {
    guard let found = ErrorExplanation.explanation(of: code) else { return }
    print(
      output.format == .json ? found.json : found.text(isChinese: output.language == .zh),
      terminator: ""
    )
  }
}
