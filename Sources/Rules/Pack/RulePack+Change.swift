package import StoreModel

/// A pack whose numbers change on a day, as an alternative may ask.
extension RulePack {
  /// The pack with one set of overrides up to a day and another from it on.
  ///
  /// Where the store stands is carried over the change, as from one version to the next.
  ///
  /// - Throws: ``RuleErrors`` for wrong overrides, and where a number changes that holds from the
  ///   first day on: waits of ladders, chances and permanence of gates.
  package func changing(
    on day: CalendarDay,
    from before: [String: String],
    to after: [String: String]
  ) throws(RuleErrors) -> RulePack {
    let old = try setting(before, id: id, effectiveFrom: effectiveFrom)
    let suffix = id.contains("@") ? "+changed" : "@changed"
    let new = try setting(after, id: id + suffix, effectiveFrom: day)
    let fixed = zip(try old.fixedNumbers(), try new.fixedNumbers())
    let faults = fixed.filter { $0 != $1 }.map { number, _ in
      RuleErrors.Fault(
        subject: number.subject,
        message: "\(number.what) of '\(number.subject)' cannot change during a forecast",
        hint: "leave 'from' out, so that it holds from the first day"
      )
    }
    guard faults.isEmpty else { throw RuleErrors(faults) }
    return try RulePack.joined([old, new], id: id)
  }

  private func setting(
    _ overrides: [String: String],
    id: String,
    effectiveFrom: CalendarDay?
  ) throws(RuleErrors) -> RulePack {
    let values = try ParameterValues(of: self, overrides: overrides)
    return RulePack(
      id: id,
      label: label,
      caution: caution,
      effectiveFrom: effectiveFrom,
      effectiveTo: effectiveTo,
      categories: categories,
      parameters: parameters.map { parameter in
        var set = parameter
        set.value = values.texts[parameter.name] ?? parameter.value
        return set
      },
      scenarioKeys: scenarioKeys,
      sources: sources,
      graph: graph,
      partIDs: partIDs
    )
  }

  private struct FixedNumber: Equatable {
    var subject: String
    var what: String
    var value: Rational?
  }

  /// What a joined pack takes from its newest version for every day.
  private func fixedNumbers() throws(RuleErrors) -> [FixedNumber] {
    let formula = StaticFormula(
      parameters: try ParameterValues(of: self, overrides: [:]),
      graph: graph
    )
    func number(_ subject: String, _ what: String, _ expression: Formula?) -> FixedNumber {
      FixedNumber(subject: subject, what: what, value: expression.flatMap(formula.number))
    }
    let ladders = graph.ladders.flatMap { ladder in
      [
        number(ladder.name, "the first wait", ladder.firstWait),
        number(ladder.name, "the wait", ladder.wait),
        number(ladder.name, "the recheck", ladder.recheck),
        number(ladder.name, "the recheck at the ends", ladder.recheckAtEnds),
        number(ladder.name, "the day of the end", ladder.end?.onDay),
      ]
    }
    let gates = graph.gates.flatMap { gate in
      [
        number(gate.name, "the chance of removal", gate.removal.probability),
        number(gate.name, "the number of removals for good", gate.permanentAfter),
        number(gate.name, "the wait for readmission", gate.readmission?.afterDays),
        number(gate.name, "the chance of readmission", gate.readmission?.probability),
      ]
    }
    return ladders + gates
  }
}
