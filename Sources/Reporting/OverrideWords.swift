package import Rules

/// How people read that a rule's number is not the pack's.
package struct OverrideWords: Sendable {
  private let language: ReportLanguage

  /// Words in a language.
  package init(language: ReportLanguage) {
    self.language = language
  }

  /// "Set: gate.min 70 instead of 80."; `nil` where nothing is set.
  ///
  /// - Parameters:
  ///   - overrides: what is set.
  ///   - pack: named where the reader may wonder whose numbers they are.
  /// - Returns: the sentence.
  package func sentence(_ overrides: [RuleOverride], of pack: RulePack? = nil) -> String? {
    guard !overrides.isEmpty else { return nil }
    let told = overrides.map {
      language.pick(
        "\($0.name) \($0.value) instead of \($0.packValue)",
        "\($0.name) 由 \($0.packValue) 改为 \($0.value)"
      )
    }
    let name = pack.map { language.pick(" (\($0.id))", "(\($0.id))") } ?? ""
    return language.pick("Set\(name): ", "已改\(name):")
      + told.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
  }
}
