import ArgumentParser
import Foundation

/// What a run asks of many stores at once.
struct PortfolioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Score the stores by these packs as well, separated by commas, without letting them act; the "
        + "ranking is then by them alone (docs/portfolio-format.md).",
      valueName: "pack,…"
    )
  )
  var rules: String?

  @Option(
    help: "The ranked list of stores (default: portfolio.csv beside the forecast folders).",
    completion: .file()
  )
  var portfolio: String?

  /// The packs to add.
  var addedPacks: AddedPacks {
    AddedPacks(
      names: (rules ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    )
  }

  func validate() throws {
    if let rules, addedPacks.names.isEmpty || addedPacks.names.contains("") {
      throw ValidationError("--rules must name packs, separated by commas: '\(rules)'")
    }
  }
}
