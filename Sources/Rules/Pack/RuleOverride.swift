/// A parameter whose value is not the pack's.
package struct RuleOverride: Hashable, Sendable {
  /// Name of the parameter.
  package var name: String
  /// What people read.
  package var label: Label
  /// The pack's value.
  package var packValue: String
  /// The value in force.
  package var value: String
  /// The unit.
  package var unit: String
}

extension RulePack {
  /// What `overrides` change, in the order of the pack; a value that is the pack's own is no change.
  package func changed(by overrides: [String: String]) -> [RuleOverride] {
    let given = expanded(overrides)
    guard let values = try? ParameterValues(of: self, overrides: given) else { return [] }
    return parameters.compactMap { parameter in
      guard given[parameter.name] != nil, let value = values.texts[parameter.name],
        Rational(decimal: value) != Rational(decimal: parameter.value)
          || value != parameter.value && parameter.isChoice
      else { return nil }
      return RuleOverride(
        name: parameter.name,
        label: values.filled(parameter.label),
        packValue: parameter.value,
        value: value,
        unit: parameter.unit
      )
    }
  }
}
