import ArgumentParser
import Forecasting

/// A desk and what it has to carry.
struct DeskOptions: ParsableArguments {
  @Option(help: "Contacts an hour.") var contactsPerHour: Double
  @Option(help: "Mean time to handle one contact, in seconds.") var handleSeconds: Double
  @Option(help: "Agents at work.") var agents: Int
  @Option(help: "Contacts that an agent holds at a time.") var concurrency = 1
  @Option(help: "Mean time after which a waiting caller hangs up, in seconds (default: never).")
  var patienceSeconds: Double?
  @Option(help: "Time within which a contact counts as answered, in seconds.")
  var withinSeconds = 20.0
  @Option(help: "Share of paid time that agents are away, 0 to 0.95.") var shrinkage = 0.0
  @Option(help: "Share of contacts to answer within the time.") var targetServiceLevel = 0.8

  func validate() throws {
    func require(_ value: Double, _ range: ClosedRange<Double>, _ name: String) throws {
      guard range.contains(value) else {
        throw ValidationError(
          "\(name) must be from \(range.lowerBound) to \(range.upperBound), not \(value)"
        )
      }
    }
    try require(contactsPerHour, 0.001...1_000_000, "--contacts-per-hour")
    try require(handleSeconds, 0.1...86_400, "--handle-seconds")
    try require(Double(agents), 1...100_000, "--agents")
    try require(Double(concurrency), 1...100, "--concurrency")
    try require(patienceSeconds ?? 1, 0.1...86_400, "--patience-seconds")
    try require(withinSeconds, 0...86_400, "--within-seconds")
    try require(shrinkage, 0...0.95, "--shrinkage")
    try require(targetServiceLevel, 0.001...0.999, "--target-service-level")
    if patienceSeconds == nil, agents * concurrency < load.serversForStability {
      let needed = (load.serversForStability + concurrency - 1) / concurrency
      throw ValidationError(
        "\(agents) agents cannot keep up: where nobody hangs up the queue grows without end below "
          + "\(needed) agents; add agents, or give --patience-seconds"
      )
    }
  }

  /// What the desk has to carry.
  var load: StaffingLoad {
    StaffingLoad(
      contactsPerHour: contactsPerHour,
      handleSeconds: handleSeconds,
      patienceSeconds: patienceSeconds,
      withinSeconds: withinSeconds
    )
  }
}
