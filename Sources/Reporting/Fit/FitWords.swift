package import Calibration
import StoreModel

/// Sentences about what a history tells.
package struct FitWords: Sendable {
  /// The language.
  package let language: ReportLanguage

  /// Words in a language.
  package init(language: ReportLanguage) { self.language = language }

  /// `0.407 % (95 %: 0.29 to 0.55 %); 47 of 11,690 (disputes / delivered), 2026-03-01…2026-06-30; Beta, …`.
  package func comment(_ input: LearntInput) -> String {
    let interval = FitText.interval(input, language)
    var text = FitText.estimate(input)
    if !interval.isEmpty { text += language.pick(" (95 %: \(interval))", "(95%:\(interval))") }
    return text + language.pick("; ", ";") + evidence(input) + language.pick("; ", ";")
      + method(input)
  }

  /// Counts, their columns and days.
  func evidence(_ input: LearntInput) -> String {
    let span = "\(input.days.lowerBound)…\(input.days.upperBound)"
    let columns = [input.events, input.occasions].filter { !$0.isEmpty }.map(ColumnNames.text(of:))
    let source = columns.isEmpty ? "" : " (\(columns.joined(separator: " / ")))"
    return language.pick("\(size(input))\(source), \(span)", "\(size(input))\(source),\(span)")
  }

  /// `47 / 11,690`, or the number of orders alone.
  func size(_ input: LearntInput) -> String {
    switch input.method {
    case .counts(.rate, _, _, _) where input.occasions.isEmpty:
      language.pick(
        "\(FitText.count(input.count)) in \(FitText.count(input.size)) months",
        "\(FitText.count(input.size)) 个月 \(FitText.count(input.count)) 次"
      )
    case .counts, .explainsLateShare:
      "\(FitText.count(input.count)) / \(FitText.count(input.size))"
    case .orders, .mean, .mostOrders, .level, .mixture: FitText.count(input.size)
    }
  }

  /// The method in a word or two.
  func briefMethod(_ input: LearntInput) -> String {
    switch input.method {
    case .counts(let family, _, _, let halfLife):
      (family == .share ? "Beta" : "Gamma")
        + (halfLife.isFinite ? language.pick(", \(Int(halfLife)) d", ",\(Int(halfLife)) 天") : "")
    case .explainsLateShare: language.pick("late share", "由迟到率反推")
    case .orders: language.pick("log-normal", "对数正态")
    case .mean: language.pick("mean", "均值")
    case .mostOrders: language.pick("median", "中位数")
    case .level: language.pick("level", "水平")
    case .mixture: language.pick("mixture", "混合")
    }
  }

  /// The method in full.
  func method(_ input: LearntInput) -> String {
    switch input.method {
    case .counts(let family, let prior, let effective, let halfLife):
      let name = family == .share ? "Beta" : "Gamma"
      let fading =
        halfLife.isFinite
        ? language.pick("half-life \(Int(halfLife)) days", "半衰期 \(Int(halfLife)) 天")
        : language.pick("no day discounted", "不打折")
      return language.pick(
        "\(name), worth \(FitText.count(effective)) beside an assumption worth \(FitText.count(prior)), \(fading)",
        "\(name),相当于 \(FitText.count(effective)) 个样本,默认值相当于 \(FitText.count(prior)) 个,\(fading)"
      )
    case .explainsLateShare:
      return language.pick(
        "the time that explains what is late, spread and promise as assumed",
        "由迟到比例反推,离散和时限按假设"
      )
    case .orders:
      return language.pick(
        "log-normal by whole days of single orders, error from week to week",
        "逐单整天数拟合对数正态,误差按周"
      )
    case .mean: return language.pick("total over number", "总量除以次数")
    case .mostOrders: return language.pick("median of single orders", "逐单中位数")
    case .level:
      return language.pick(
        "the level that the filter of daily orders sees on the first day; without this line the history starts it",
        "由日订单滤波得出的首日水平;删掉此行即从历史开始"
      )
    case .mixture:
      return language.pick(
        "happy, neutral, unhappy under the scenario's stars of each",
        "按方案的各类星级分布拆成满意、一般、不满"
      )
    }
  }

  /// Why something is not told.
  package func reason(_ reason: UntoldInput.Reason) -> String {
    switch reason {
    case .needs(let columns):
      let names = ColumnNames.text(of: columns)
      return language.pick("needs the columns \(names)", "需要列 \(names)")
    case .needsOrders:
      return language.pick(
        "daily counts do not say which stars late orders got: give orders one by one (--orders)",
        "每日汇总看不出迟到单给了几星:请用 --orders 提供逐单数据"
      )
    case .nothingCounted(let columns):
      let names = ColumnNames.text(of: columns)
      return language.pick("nothing was counted in \(names)", "\(names) 没有数")
    case .mixedWithSpeed:
      return language.pick(
        "daily counts mix ratings after quick and after slow answers",
        "每日汇总把快、慢回复后的评价混在一起"
      )
    case .mixedRefunds:
      return language.pick(
        "refund_orders mixes refunds with and without return: refund_only_count and return_refund_count would tell",
        "refund_orders 分不出仅退款和退货:需要 refund_only_count、return_refund_count"
      )
    case .severalCouriers:
      return language.pick(
        "daily counts do not tell several couriers apart",
        "每日汇总分不出各家快递"
      )
    case .waitsInQueue:
      return language.pick(
        "with a capacity or closed days, waiting makes orders late, not the time to ship",
        "有产能上限或休息日时,迟发可能是排队造成的"
      )
    case .unexplained:
      return language.pick("no value explains what was counted", "没有取值能解释观测")
    case .silentReviews:
      return language.pick(
        "silent orders count as good, so reviews written cannot be told from them",
        "未评价计为好评,分不出真实评价"
      )
    }
  }
}
