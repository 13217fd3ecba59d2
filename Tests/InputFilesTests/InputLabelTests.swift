import Foundation
import InputFiles
import Rules
import TestSupport
import Testing

/// Answers name inputs in words, whatever the user called the items of a list.
@Suite struct InputLabelTests {
  private func defaults() throws -> ScenarioDefaults {
    let file = Repository.root.appending(path: "rules/defaults.yaml")
    return try ScenarioDefaults(
      fromYAML: String(contentsOf: file, encoding: .utf8),
      file: "defaults.yaml"
    )
  }

  @Test(arguments: [
    ("demand.orders_per_day", "orders on an ordinary day"),
    ("quality.defects", "defective goods"),
    ("couriers.economy.stalls", "parcels that stall (economy)"),
    ("demand.promotions.双11.multiplier", "demand in the promotion (双11)"),
    ("demand.promotions.双11.peak.2026-11-11", "demand on the promotion's peak day (双11)"),
  ])
  func inputsHaveNames(path: String, name: String) throws {
    #expect(try defaults().label(ofInput: path)?.english == name)
  }

  @Test func anInputThatNothingIsSaidOfHasNone() throws {
    #expect(try defaults().label(ofInput: "demand.colour") == nil)
  }
}
