import ArgumentParser
import Forecasting

/// A desk and what it has to carry.
struct DeskOptions: ParsableArguments {
  @Option(help: "Contacts an hour.") var contactsPerHour: Double?
  @Option(help: "Mean time to handle one contact, in seconds.") var handleSeconds: Double?
  @Option(help: "Agents at work.") var agents: Int?
  @Option(help: "Contacts that an agent holds at a time (default: 1).") var concurrency: Int?
  @Option(help: "Mean time after which a waiting caller hangs up, in seconds (default: never).")
  var patienceSeconds: Double?
  @Option(
    help: "Seconds within which a contact counts as answered (default: 20; with --scenario 180)."
  )
  var withinSeconds: Double?
  @Option(help: "Share of paid time that agents are away, 0 to 0.95 (default: 0).")
  var shrinkage: Double?
  @Option(help: "Share of contacts to answer within the time.") var targetServiceLevel = 0.8

  func validate() throws {
    func require(_ value: Double?, _ range: ClosedRange<Double>, _ name: String) throws {
      guard let value, !range.contains(value) else { return }
      throw ValidationError(
        "\(name) must be from \(range.lowerBound) to \(range.upperBound), not \(value)"
      )
    }
    try require(contactsPerHour, 0.001...1_000_000, "--contacts-per-hour")
    try require(handleSeconds, 0.1...86_400, "--handle-seconds")
    try require(agents.map(Double.init), 1...100_000, "--agents")
    try require(concurrency.map(Double.init), 1...100, "--concurrency")
    try require(patienceSeconds, 0.1...86_400, "--patience-seconds")
    try require(withinSeconds, 0...86_400, "--within-seconds")
    try require(shrinkage, 0...0.95, "--shrinkage")
    try require(targetServiceLevel, 0.001...0.999, "--target-service-level")
  }

  /// Options given that a scenario answers itself.
  var givenBesideScenario: [String] {
    [
      ("--contacts-per-hour", contactsPerHour != nil), ("--handle-seconds", handleSeconds != nil),
      ("--agents", agents != nil), ("--concurrency", concurrency != nil),
      ("--patience-seconds", patienceSeconds != nil), ("--shrinkage", shrinkage != nil),
    ].filter(\.1).map(\.0)
  }

  /// The desk of the options alone.
  ///
  /// - Throws: `ValidationError` where one is missing, or the queue would grow without end.
  func steadyDesk() throws -> (load: StaffingLoad, agents: Int) {
    guard let contactsPerHour, let handleSeconds, let agents else {
      throw ValidationError(
        "name --contacts-per-hour, --handle-seconds and --agents, or a --scenario"
      )
    }
    let load = StaffingLoad(
      contactsPerHour: contactsPerHour,
      handleSeconds: handleSeconds,
      patienceSeconds: patienceSeconds,
      withinSeconds: withinSeconds ?? 20
    )
    let concurrency = concurrency ?? 1
    if patienceSeconds == nil, agents * concurrency < load.serversForStability {
      let needed = (load.serversForStability + concurrency - 1) / concurrency
      throw ValidationError(
        "\(agents) agents cannot keep up: where nobody hangs up the queue grows without end below "
          + "\(needed) agents; add agents, or give --patience-seconds"
      )
    }
    return (load, agents)
  }
}
