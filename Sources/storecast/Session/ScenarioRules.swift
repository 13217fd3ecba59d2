import InputFiles
import Reporting
import Rules
import StoreModel

/// The rules of a scenario and of its alternatives, compiled.
struct ScenarioRules {
  let packs: [RulePack]
  let programs: [RuleProgram]
  /// Programs of alternatives that change rules, by name.
  let changed: [String: [RuleProgram]]
  private let selections: [RuleSelection]

  /// Compiles what a scenario selects.
  ///
  /// - Throws: ``InputErrors`` with every pack and number that does not fit.
  init(_ reading: ScenarioReading, shelf: RuleShelf, file: String) throws(InputErrors) {
    var faults: [Diagnostic] = []
    var packs: [RulePack] = []
    var programs: [RuleProgram] = []
    var selections: [RuleSelection] = []
    for (selection, place) in zip(reading.scenario.rules, reading.rulePlaces) {
      do {
        guard let pack = try shelf.pack(of: selection, in: reading.scenario) else { continue }
        programs.append(try pack.program(selection))
        packs.append(pack)
        selections.append(selection)
      } catch {
        faults += error.diagnostics(file: file, location: place)
      }
    }
    var changed: [String: [RuleProgram]] = [:]
    for alternative in reading.scenario.alternatives where faults.isEmpty {
      guard let rules = alternative.rules else { continue }
      do {
        changed[alternative.name] = try zip(packs, zip(programs, rules)).map {
          (pack, pair) throws(RuleErrors) in
          let before = selections.first { $0.packID == pair.1.packID } ?? pair.1
          return pair.1 == before
            ? pair.0
            : try pack.program(
              pair.1,
              insteadOf: before,
              from: alternative.from.flatMap { $0 > reading.scenario.start ? $0 : nil }
            )
        }
      } catch {
        let place = reading.changedRulePlaces[alternative.name]
        faults += error.diagnostics(
          file: file,
          location: place ?? SourceLocation(line: 1, column: 1)
        )
      }
    }
    guard faults.isEmpty else { throw InputErrors(faults) }
    self.packs = packs
    self.programs = programs
    self.changed = changed
    self.selections = selections
  }

  /// Has the service desks of a scenario paid as its rules say.
  func pay(_ scenario: inout Scenario) {
    if let pay = Self.pay(programs) {
      scenario.operation.serviceDesk = scenario.operation.serviceDesk?.paid(by: pay)
      scenario.assumptions.removeAll {
        $0.path.hasPrefix("service_desk.shifts.") && $0.path.hasSuffix(".wage")
      }
    }
    for index in scenario.alternatives.indices {
      let name = scenario.alternatives[index].name
      guard let pay = Self.pay(changed[name] ?? programs) else { continue }
      let desk = scenario.alternatives[index].operation.serviceDesk
      scenario.alternatives[index].operation.serviceDesk = desk?.paid(by: pay)
    }
  }

  private static func pay(_ programs: [RuleProgram]) -> StaffPay? {
    programs.last { $0.staffPay != nil && $0.hasConsequences }?.staffPay
  }

  /// Numbers that nobody states, and those that the scenario sets otherwise than the packs.
  func assumptions(language: ReportLanguage) -> [Assumption] {
    zip(packs, selections).flatMap { pack, selection in
      pack.assumptions(overrides: selection.overrides, language: language)
    }
  }
}

extension RulePack {
  fileprivate func program(_ selection: RuleSelection) throws(RuleErrors) -> RuleProgram {
    try program(overrides: selection.overrides, hasConsequences: selection.hasConsequences)
  }

  /// The program of an alternative's numbers, from a day on where it gives one.
  fileprivate func program(
    _ changed: RuleSelection,
    insteadOf before: RuleSelection,
    from day: CalendarDay?
  ) throws(RuleErrors) -> RuleProgram {
    guard let day else { return try program(changed) }
    return try changing(on: day, from: before.overrides, to: changed.overrides)
      .program(overrides: [:], hasConsequences: changed.hasConsequences)
  }

  fileprivate func assumptions(
    overrides: [String: String],
    language: ReportLanguage
  ) -> [Assumption] {
    let given = expanded(overrides)
    let open = parameters.filter { $0.origin == .assumption && given[$0.name] == nil }.map {
      Assumption(
        path: $0.name,
        value: $0.value,
        unit: $0.unit,
        origin: $0.origin.rawValue,
        source: language.text($0.source),
        usedBy: id,
        label: language.text($0.label)
      )
    }
    let set = changed(by: overrides).map {
      Assumption(
        path: $0.name,
        value: $0.value,
        unit: $0.unit,
        origin: Assumption.overridden,
        source: language.pick(
          "set by the scenario; the pack says \($0.packValue)",
          "由方案文件设定;规则包为 \($0.packValue)"
        ),
        usedBy: id,
        label: language.text($0.label)
      )
    }
    return open + set
  }
}
