/// The unit of a column of an export, in the counter's stored units where it has a scale.
package enum ExportUnit: String, CaseIterable, Hashable, Sendable {
  /// Things, also points of a score.
  case count
  /// Money.
  case yuan
  /// Times.
  case seconds, minutes, hours, days
  /// Hundredths.
  case percent
  /// A share between 0 and 1.
  case fraction

  /// Words for units in brackets behind a heading or behind a number, with the power of ten of a
  /// multiplier: `万元` is yuan, ten thousand each.
  package static let words: [String: (unit: ExportUnit, tens: Int)] = [
    "元": (.yuan, 0), "yuan": (.yuan, 0), "rmb": (.yuan, 0), "¥": (.yuan, 0), "万元": (.yuan, 4),
    "千元": (.yuan, 3), "亿元": (.yuan, 8), "万": (.count, 4), "千": (.count, 3), "亿": (.count, 8),
    "w": (.count, 4), "k": (.count, 3),
    "单": (.count, 0), "件": (.count, 0), "个": (.count, 0), "次": (.count, 0), "人": (.count, 0),
    "条": (.count, 0), "笔": (.count, 0), "万单": (.count, 4), "分数": (.count, 0),
    "秒": (.seconds, 0), "秒钟": (.seconds, 0), "s": (.seconds, 0), "sec": (.seconds, 0),
    "分": (.minutes, 0), "分钟": (.minutes, 0), "min": (.minutes, 0), "小时": (.hours, 0),
    "时": (.hours, 0), "h": (.hours, 0), "天": (.days, 0), "日": (.days, 0), "days": (.days, 0),
    "%": (.percent, 0), "百分比": (.percent, 0),
  ]

  /// Seconds of one, of a unit of time.
  package var seconds: Int? {
    switch self {
    case .seconds: 1
    case .minutes: 60
    case .hours: 3600
    case .days: 86400
    default: nil
    }
  }
}
