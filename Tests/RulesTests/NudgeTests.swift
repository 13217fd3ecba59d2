import Foundation
import InputFiles
import Rules
import TestSupport
import Testing

/// The cases of a pack pin its numbers: each one changed by a unit in its last place breaks a case.
@Suite struct NudgeTests {
  /// Parameters that no outcome depends on, with the reason.
  private static let survivors: [String: String] = [:]

  @Test(arguments: RulesFolder.all)
  func everyNumberBreaksACaseWhenChanged(id: String) throws {
    let pack = try RulesFolder.pack(id)
    let examples = try ExampleCollection(library: RulesFolder.library(of: id))
      .examples(in: [], ofPack: id)
    for parameter in pack.parameters where !parameter.isChoice && parameter.inheritedFrom == nil {
      let nudged = Self.nudged(parameter.value, isShare: parameter.unit == "share")
      let changed = pack.replacing(parameter.name, by: nudged)
      let runner = ExampleRunner(pack: changed)
      let breaks = examples.contains { !runner.failures(of: $0).isEmpty }
      let reason = Self.survivors[parameter.name]
      #expect(breaks == (reason == nil), "\(parameter.name) → \(nudged): \(reason ?? "survives")")
    }
  }

  @Test(arguments: RulesFolder.all)
  func everyChoiceIsExercised(id: String) throws {
    let pack = try RulesFolder.pack(id)
    let examples = try ExampleCollection(library: RulesFolder.library(of: id))
      .examples(in: [], ofPack: id)
    for parameter in pack.parameters where parameter.isChoice && parameter.inheritedFrom == nil {
      for choice in parameter.choices where choice != parameter.value {
        let runner = ExampleRunner(pack: pack.replacing(parameter.name, by: choice))
        let breaks = examples.contains { !runner.failures(of: $0).isEmpty }
        #expect(breaks, "\(parameter.name) → \(choice)")
      }
    }
  }

  /// The decimal changed by one unit of its last digit; a share of 1 goes down.
  private static func nudged(_ decimal: String, isShare: Bool) -> String {
    let places = decimal.split(separator: ".").dropFirst().first?.count ?? 0
    let digits = decimal.filter { $0 != "." }
    let number = (Int(digits) ?? 0) + (isShare && decimal.hasPrefix("1") ? -1 : 1)
    guard places > 0 else { return String(number) }
    let text = String(number)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return padded.dropLast(places) + "." + padded.suffix(places)
  }
}

extension RulePack {
  /// The pack with another default for one parameter.
  fileprivate func replacing(_ name: String, by value: String) -> RulePack {
    RulePack(
      id: id,
      label: label,
      caution: caution,
      effectiveFrom: effectiveFrom,
      effectiveTo: effectiveTo,
      categories: categories,
      parameters: parameters.map { parameter in
        var changed = parameter
        if parameter.name == name { changed.value = value }
        return changed
      },
      scenarioKeys: scenarioKeys,
      sources: sources,
      graph: graph
    )
  }
}
