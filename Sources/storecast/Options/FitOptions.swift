import ArgumentParser

/// What `fit` reads, and what it writes.
struct FitOptions: ParsableArguments {
  @Argument(help: "The store's history (docs/csv-format.md).", completion: .file())
  var history: String

  @Option(help: "The scenario to fill in; it stays as it is.", completion: .file())
  var template: String

  @Option(help: "The scenario to write.", completion: .file())
  var out: String

  @Option(
    help: "Orders one by one: how long shipping, travel and ratings take, and stars by lateness.",
    completion: .file()
  )
  var orders: String?

  @Option(help: "The store in --orders (default: the history's name).")
  var store: String?

  @Flag(help: "Write the scenario even where there is one already.")
  var overwrite = false

  func validate() throws {
    if store != nil, orders == nil { throw ValidationError("--store goes with --orders") }
  }
}
