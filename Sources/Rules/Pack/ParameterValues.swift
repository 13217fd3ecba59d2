/// The parameters of a pack with a run's overrides.
package struct ParameterValues: Hashable, Sendable {
  /// Value of each parameter as text: a decimal in the parameter's unit, or a word.
  package private(set) var texts: [String: String] = [:]

  private var units: [String: String] = [:]

  /// Applies overrides to a pack's parameters.
  ///
  /// - Throws: ``RuleErrors`` with every override that is unknown, no number, no allowed word, out
  ///   of range, or breaks a stated sum.
  package init(of pack: RulePack, overrides: [String: String]) throws(RuleErrors) {
    var faults: [RuleErrors.Fault] = []
    let known = Dictionary(
      pack.parameters.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for parameter in pack.parameters {
      texts[parameter.name] = parameter.value
      units[parameter.name] = parameter.unit
    }
    for (name, written) in pack.expanded(overrides).sorted(by: { $0.key < $1.key }) {
      guard let parameter = known[name] else {
        let nearest = closestName(to: name, among: known.keys)
        faults.append(
          RuleErrors.Fault(
            subject: name,
            message: "\(pack.id) has no parameter '\(name)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "`rules show \(pack.id)` lists them"
          )
        )
        continue
      }
      switch Self.value(written, for: parameter) {
      case .success(let text): texts[name] = text
      case .failure(let fault): faults.append(fault.fault)
      }
    }
    faults += brokenIdentities(of: pack)
    guard faults.isEmpty else { throw RuleErrors(faults) }
  }

  /// The number of a parameter; `nil` for a word or an unknown name.
  package func number(_ name: String) -> Rational? {
    texts[name].flatMap { Rational(decimal: $0) }
  }

  /// The value with its unit as people read it: `90 %`, `180 s`, `4.5`.
  package func displayText(_ name: String) -> String? {
    guard let text = texts[name], let unit = units[name] else { return nil }
    guard let number = Rational(decimal: text) else { return text }
    switch unit {
    case "share":
      let percent = number.multiplied(by: Rational(100)) ?? number
      return percent.decimalText() + " %"
    case "s", "yuan": return grouped(text) + " " + unit
    default: return grouped(text)
    }
  }

  /// A label with `{parameter}` replaced by its value.
  package func filled(_ label: Label) -> Label {
    Label(
      english: filled(label.english, isChinese: false),
      chinese: filled(label.chinese, isChinese: true)
    )
  }

  private func filled(_ text: String, isChinese: Bool) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      var value = displayText(name) ?? "{\(name)}"
      if isChinese, value.hasSuffix(" %") { value = value.dropLast(2) + "%" }
      if isChinese, value.hasSuffix(" yuan") { value = value.dropLast(4) + "元" }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    guard whole.count > 4, whole.allSatisfy(\.isNumber) else { return text }
    var digits = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { digits += "," }
      digits.append(digit)
    }
    return digits + text.dropFirst(whole.count)
  }

  private func brokenIdentities(of pack: RulePack) -> [RuleErrors.Fault] {
    pack.graph.identities.compactMap { identity in
      var total: Rational? = .zero
      for name in identity.parameters {
        total = number(name).flatMap { total?.adding($0) }
      }
      guard let total, let wanted = Rational(decimal: identity.sum), total != wanted else {
        return nil
      }
      return RuleErrors.Fault(
        subject: identity.parameters.first ?? "",
        message: "\(identity.parameters.joined(separator: " + ")) is \(total.decimalText()) "
          + "and must be \(identity.sum)",
        hint: "override all of them together"
      )
    }
  }

  private struct OverrideFault: Error {
    var fault: RuleErrors.Fault
  }

  /// Reads an override: a decimal, a percentage, a decimal with the parameter's unit, or a word.
  private static func value(
    _ written: String,
    for parameter: RuleParameter
  ) -> Result<String, OverrideFault> {
    func failure(_ allowed: String) -> Result<String, OverrideFault> {
      .failure(
        OverrideFault(
          fault: RuleErrors.Fault(
            subject: parameter.name,
            message: "'\(parameter.name)' cannot be '\(written)': it takes \(allowed)",
            hint: "the pack says \(parameter.value) \(parameter.unit)"
          )
        )
      )
    }
    var text = written.split(separator: " ", omittingEmptySubsequences: true)
      .joined(separator: " ")
    if parameter.isChoice {
      return parameter.choices.contains(text)
        ? .success(text) : failure("one of " + parameter.choices.joined(separator: ", "))
    }
    let isPercent = text.hasSuffix("%")
    if isPercent {
      text = String(text.dropLast())
    } else if text.hasSuffix(parameter.unit), !parameter.unit.isEmpty {
      text = String(text.dropLast(parameter.unit.count))
    }
    if text.hasSuffix(" ") { text.removeLast() }
    guard var number = Rational(decimal: text), !isPercent || parameter.unit == "share" else {
      return failure("a number of \(parameter.unit)")
    }
    if isPercent { number = number.divided(by: Rational(100)) ?? number }
    if parameter.unit == "share" {
      guard number >= .zero, number <= .one else {
        return failure("a share of 0 to 1, or 0 % to 100 %")
      }
    }
    guard number >= .zero else { return failure("a number of at least 0") }
    if parameter.unit == "days" || parameter.unit == "removals" || parameter.unit == "orders" {
      guard number.floor == number.ceiling, number <= Rational(1_000_000_000) else {
        return failure("a whole number of \(parameter.unit)")
      }
    }
    if parameter.unit == "days", number > Rational(3660) { return failure("at most 3660 days") }
    return .success(number.decimalText(digits: 18))
  }
}
