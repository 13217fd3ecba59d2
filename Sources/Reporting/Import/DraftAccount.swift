package import Rules

/// What a scenario made of exports says, and what it would be worth to know besides.
package struct DraftAccount: Sendable {
  /// An assumption that moves a headline.
  package struct Unknown: Hashable, Sendable {
    /// Dotted name of the input.
    package var path: String
    /// What people call it.
    package var label: String
    /// The range that is assumed, as the scenario would write it.
    package var value: String
    /// The headline that it moves most.
    package var event: String
    /// Probability of the headline where the input is in its highest third less that in its lowest,
    /// −1…1.
    package var effect: Double
    /// Whether the effect is larger than chance explains.
    package var isClear: Bool

    /// Creates an unknown.
    package init(
      path: String,
      label: String,
      value: String,
      event: String,
      effect: Double,
      isClear: Bool
    ) {
      self.path = path
      self.label = label
      self.value = value
      self.event = event
      self.effect = effect
      self.isClear = isClear
    }
  }

  /// Packs that the scenario selects.
  package var rules: [String]
  /// What was tried and cannot stand in the scenario, with the reason.
  package var refused: [(line: String, why: String)]
  /// Assumptions, most valuable first.
  package var unknowns: [Unknown]
  /// What no export tells and no range stands for: agents, level, margin; with a comment.
  package var missing: [(key: String, why: Label)]
  /// Replications behind the effects.
  package var replications: Int

  /// Creates an account.
  package init(
    rules: [String],
    refused: [(line: String, why: String)],
    unknowns: [Unknown],
    missing: [(key: String, why: Label)],
    replications: Int
  ) {
    self.rules = rules
    self.refused = refused
    self.unknowns = unknowns
    self.missing = missing
    self.replications = replications
  }

  /// Sentences about the scenario.
  func sentences(_ language: ReportLanguage) -> [String] {
    let packs = rules.isEmpty ? language.pick("none", "无") : rules.joined(separator: ", ")
    var sentences = [
      language.pick("The scenario forecasts under: \(packs).", "方案按这些规则预测:\(packs)。")
    ]
    let clear = unknowns.filter(\.isClear)
    if !clear.isEmpty {
      let named = clear.prefix(5).map { unknown in
        let points = Int((unknown.effect.magnitude * 100).rounded())
        return language.pick(
          "\(unknown.label) (\(unknown.path), now \(unknown.value): moves \"\(unknown.event)\" by "
            + "\(points) points)",
          "\(unknown.label)(\(unknown.path),现按 \(unknown.value):\"\(unknown.event)\"相差约 \(points) 个百分点)"
        )
      }
      sentences.append(
        language.pick("Worth finding out, most valuable first: ", "最值得补的数,依次为:")
          + named.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
      )
    } else if !rules.isEmpty {
      sentences.append(
        language.pick(
          "No assumption moves a headline clearly in \(replications) simulated futures.",
          "\(replications) 次模拟里,没有哪个默认值明显左右结论。"
        )
      )
    }
    if !missing.isEmpty {
      // Packs may ask for one thing under several names: its reason is told once.
      var reasons: [String] = []
      for gap in missing where !reasons.contains(language.text(gap.why)) {
        reasons.append(language.text(gap.why))
      }
      let named = reasons.map { reason in
        let keys = missing.filter { language.text($0.why) == reason }.map(\.key)
        return "\(keys.joined(separator: language.pick(", ", "、"))) (\(reason))"
      }
      sentences.append(
        language.pick("In no export: ", "导出里没有:")
          + named.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
      )
    }
    sentences += refused.map {
      language.pick("Not in the scenario: \($0.line): \($0.why).", "没有写进方案:\($0.line):\($0.why)。")
    }
    return sentences
  }

  /// Lines of comment at the end of the scenario: what is missing, most valuable first.
  package func comments(_ language: ReportLanguage) -> [String] {
    var lines = [
      "",
      language.pick(
        "Worth knowing, most valuable first: points by which a headline moves between the lowest and the "
          + "highest",
        "最值得补的数,依次为(取值最低与最高的三分之一之间,结论相差多少个百分点;模拟 \(replications) 次):"
      ),
    ]
    if language == .en {
      lines.append("third of what is assumed, in \(replications) simulated futures:")
    }
    for unknown in unknowns.prefix(12) {
      let points = Int((unknown.effect.magnitude * 100).rounded())
      let effect =
        unknown.isClear
        ? language.pick("\(points) points on", "\(points) 个百分点,")
        : language.pick("not clear on", "不明显,")
      lines.append(
        "  \(unknown.path): \(unknown.value)   # \(unknown.label); \(effect) \"\(unknown.event)\""
      )
    }
    if unknowns.isEmpty {
      lines.append(language.pick("  nothing moves a headline", "  没有哪个默认值左右结论"))
    }
    lines.append(language.pick("In no export and without a range:", "导出里没有、也没有默认范围的:"))
    lines += missing.map { "  \($0.key)   # \(language.text($0.why))" }
    lines += refused.map {
      language.pick("Left out: \($0.line): \($0.why)", "未写入:\($0.line):\($0.why)")
    }
    return lines
  }

  /// As JSON.
  var json: JSONText {
    .object([
      ("rules", .list(rules.map(JSONText.text))),
      (
        "worth_knowing",
        .list(
          unknowns.map { unknown in
            .object([
              ("input", .text(unknown.path)), ("label", .text(unknown.label)),
              ("assumed", .text(unknown.value)), ("event", .text(unknown.event)),
              ("effect", .number(unknown.effect)), ("clear", .flag(unknown.isClear)),
            ])
          }
        )
      ),
      ("not_in_exports", .list(missing.map { .text($0.key) })),
      (
        "refused",
        .list(refused.map { .object([("line", .text($0.line)), ("why", .text($0.why))]) })
      ),
      ("replications", .integer(replications)),
    ])
  }
}
