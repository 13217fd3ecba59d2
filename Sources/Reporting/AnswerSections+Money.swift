import Forecasting
import Rules

extension AnswerSections {
  /// Sales lost and charges under the packs, and what the store earns after all.
  var money: [AnswerPart] {
    let ofPacks = forecast.money.filter { $0.pack != "store" }
    let charges = ofPacks.filter { $0.item.source == .charge }
    var parts = ofPacks.filter { $0.item.source != .charge }.map(lost) + charges.map(charge)
    if charges.isEmpty, !context.packs.isEmpty {
      parts.append(
        .sentence(
          heading: context.language.pick("PENALTY", "违约金"),
          text: context.language.pick(
            "The chosen rules have no penalty clause.",
            "所选规则没有违约金条款。"
          )
        )
      )
    }
    return parts + forecast.money.filter { $0.pack == "store" && $0.item.name == "net" }.map(net)
  }

  /// Orders and their value, told where no rule has a headline of its own.
  var volume: [AnswerPart] {
    guard !forecast.events.contains(where: \.event.isHeadline),
      let orders = forecast.measures.first(where: {
        $0.pack == "store" && $0.measure.name == "orders"
      }),
      let last = orders.days.last?.summary, let median = last.q50, let low = last.q05,
      let high = last.q95,
      let revenue = forecast.money.first(where: {
        $0.pack == "store" && $0.item.name == "revenue"
      })
    else { return [] }
    let day = phrase.date(forecast.end)
    let (typical, fewest, most) = (
      phrase.count(Int(median)), phrase.count(Int(low)), phrase.count(Int(high))
    )
    return [
      .sentence(
        heading: context.language.pick("ORDERS", "单量"),
        text: context.language.pick(
          "About \(typical) orders on \(day) (90 %: \(fewest) to \(most)); all orders are worth ",
          "\(day) 当天约 \(typical) 单(九成在 \(fewest) 到 \(most) 单之间),全部订单合计"
        ) + amount(revenue)
      )
    ]
  }

  private var phrase: Phrase { Phrase(language: context.language, start: forecast.start) }

  private func lost(_ entry: MoneyForecast) -> AnswerPart {
    .sentence(
      heading: context.language.pick("LOST", "少卖"),
      text: capitalised(entry) + context.language.pick(": ", ":") + amount(entry)
    )
  }

  private func charge(_ entry: MoneyForecast) -> AnswerPart {
    let chance = phrase.chance(entry.horizon.probabilityPositive ?? 0)
    return .sentence(
      heading: context.language.text(entry.item.label).uppercased(),
      text: context.language.pick(
        "Anything to pay: \(chance); on average ",
        "要付的可能性\(chance),平均"
      ) + amount(entry)
    )
  }

  private func net(_ entry: MoneyForecast) -> AnswerPart {
    .sentence(
      heading: context.language.text(entry.item.label).uppercased(),
      text: context.language.pick("On average ", "平均") + amount(entry)
    )
  }

  private func capitalised(_ entry: MoneyForecast) -> String {
    let label = context.language.text(entry.item.label)
    return context.language == .en ? label.prefix(1).uppercased() + label.dropFirst() : label
  }

  /// Mean and range: "about 410,000 yuan (90 %: 0 to 940,000)".
  private func amount(_ entry: MoneyForecast) -> String {
    let summary = entry.horizon.summary
    guard let mean = summary.mean, let low = summary.q05, let high = summary.q95 else { return "" }
    if low == high, mean == low {
      return context.language.pick("\(phrase.yuan(mean)).", "\(phrase.yuan(mean))。")
    }
    if high == 0, low == 0 {
      return context.language.pick(
        "nothing in most futures, \(phrase.yuan(mean)) on average.",
        "多数模拟没有,平均 \(phrase.yuan(mean))。"
      )
    }
    return context.language.pick(
      "about \(phrase.yuan(mean)) (90 %: \(phrase.yuanRange(low, high))).",
      "约 \(phrase.yuan(mean))(九成在 \(phrase.yuanRange(low, high)))。"
    )
  }
}
