package import Rules

/// A language that the program speaks.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  /// English.
  case en
  /// Simplified Chinese.
  case zh

  /// The language of a locale, from its environment variables; English unless it is Chinese.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.hasPrefix("zh") == true ? .zh : .en
  }

  /// The name in this language.
  package func text(_ label: Label) -> String {
    self == .zh ? label.chinese : label.english
  }

  /// One of two texts.
  package func pick(_ english: String, _ chinese: String) -> String {
    self == .zh ? chinese : english
  }
}
