import Calibration
import StoreModel

/// Methods and targets in the words of people, and numbers as they are told of them.
struct BacktestWords {
  let language: ReportLanguage

  /// What is forecast.
  func name(_ target: BacktestTarget, horizon: Int) -> String {
    switch target {
    case .starMean:
      language.pick(
        "Mean star of the 90 days ending \(horizon) days ahead",
        "\(horizon) 天后的近 90 天平均星级"
      )
    case .orderTotal: language.pick("Orders of the next \(horizon) days", "未来 \(horizon) 天订单总数")
    case .lateRate:
      language.pick("Late share of the next \(horizon) days", "未来 \(horizon) 天延迟送达率")
    }
  }

  /// The target as a heading.
  func heading(_ target: BacktestTarget) -> String {
    switch target {
    case .starMean: language.pick("RATING", "星级")
    case .orderTotal: language.pick("ORDERS", "单量")
    case .lateRate: language.pick("LATE", "延迟")
    }
  }

  /// How it is forecast.
  func name(_ method: BacktestMethod) -> String {
    switch method {
    case .storecast: "storecast"
    case .dailyCounts: language.pick("storecast, daily counts alone", "storecast(只用每日数)")
    case .persistence: language.pick("nothing changes", "维持现状")
    case .bootstrap: language.pick("last 90 days redrawn", "重抽近 90 天")
    case .bootstrapKeepKnown: language.pick("known days kept, rest redrawn", "已知的天不变,其余重抽")
    case .blockBootstrapShock: language.pick("the same by weeks, level shock", "同上,按周重抽并加水平波动")
    case .blockBootstrap: language.pick("redrawn by weeks", "按周重抽")
    case .weekdayBootstrap: language.pick("redrawn by weekday", "按星期几重抽")
    }
  }

  /// How the odds of rule events are told.
  func name(_ method: RuleMethod) -> String {
    switch method {
    case .storecast: "storecast"
    case .bootstrap: language.pick("last 90 days redrawn, same rules", "重抽近 90 天,同样规则")
    case .baseRate: language.pick("the share of earlier dates", "此前各次的发生率")
    }
  }

  /// The same as the heading of a column.
  func short(_ method: RuleMethod) -> String {
    switch method {
    case .storecast: "storecast"
    case .bootstrap: language.pick("redrawn", "重抽")
    case .baseRate: language.pick("base rate", "发生率")
    }
  }

  /// `4.53`, `212`, `7.3 %`: a value of a target.
  func value(_ value: Double, of target: BacktestTarget) -> String {
    let phrase = Phrase(language: language, start: CalendarDay(ordinal: 0))
    return switch target {
    case .starMean: phrase.value(value, unit: "stars")
    case .orderTotal: phrase.count(Int(value.rounded()))
    case .lateRate: phrase.value(value, unit: "share")
    }
  }

  /// A score to the digits that tell methods apart.
  func score(_ score: Double, of target: BacktestTarget) -> String {
    Self.decimal(score, digits: target == .orderTotal ? 2 : 4)
  }

  /// `87 %`: a share in whole hundredths; none and all are told as they are.
  func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded()))" + language.pick(" %", "%")
  }

  /// A number with a fixed number of decimals.
  static func decimal(_ value: Double, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((min(max(value, -1e12), 1e12).magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard digits > 0 else { return sign + "\(scaled)" }
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return sign + "\(scaled / scale)." + zeros + fraction
  }
}
