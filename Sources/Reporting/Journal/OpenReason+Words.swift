import Calibration

extension OpenReason {
  /// The reason in words.
  func words(_ language: ReportLanguage) -> String {
    switch kind {
    case .missingColumns:
      return language.pick("the history lacks \(detail)", "历史里没有 \(detail)")
    case .unobservedDays:
      return language.pick("days not in the history: \(detail)", "历史缺 \(detail) 天")
    case .historyTooShort:
      return language.pick("the history ends on \(detail)", "历史只到 \(detail)")
    case .leftToChance:
      return language.pick("the rules leave it to chance", "规则带有偶然性")
    case .rulesUnusable:
      return language.pick(
        "rules or scenario cannot be used: \(detail)",
        "规则或方案不能用:\(detail)"
      )
    case .notInRules: return language.pick("the rules know it no more", "规则里已没有")
    case .noValue: return language.pick("it had no value", "当天没有数值")
    }
  }
}
