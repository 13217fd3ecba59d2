import Forecasting
import Rules
import StoreModel

/// Words for what an option changes.
struct OptionSentences {
  let phrase: Phrase

  private var language: ReportLanguage { phrase.language }

  /// One sentence: "晚班加一人 from 15 Oct: moves up 54 → 73 in 100 (+19 ±2); wages +15,200 yuan".
  func sentence(_ option: CompareAnswer.Option) -> AnswerPart {
    var name = option.comparison.alternative
    if let from = option.from {
      name += language.pick(" from \(phrase.date(from))", "(\(phrase.date(from)) 起)")
    }
    let rows = option.comparison.rows
    let clauses = events(rows) + money(rows)
    let text =
      clauses.isEmpty
      ? language.pick("no clear change", "没有明显变化")
      : clauses.joined(separator: language.pick("; ", ";"))
    return .sentence(
      heading: "",
      text: name + language.pick(": ", ":") + text + language.pick(".", "。")
    )
  }

  /// Options by headline events, at most four, and what is earned after all.
  func table(baseline: Forecast, options: [CompareAnswer.Option]) -> [AnswerPart] {
    let shown = ToldEvents(baseline, options: options.map(\.forecast)).indices.prefix(4)
    guard !shown.isEmpty else { return [] }
    let named =
      [(language.pick("unchanged", "现状"), baseline)]
      + options.map { ($0.comparison.alternative, $0.forecast) }
    let grid = TextGrid(
      headings: shown.map { language.text(baseline.events[$0].event.label) },
      rows: named.map { name, forecast in
        (name, shown.map { phrase.percent(forecast.events[$0].probability) })
      }
    )
    return grid.lines(width: AnswerLayout.width, keepsLast: false).map(AnswerPart.row)
  }

  /// Headline events: decided ones, else the first that is likely at all, as unclear.
  private func events(_ rows: [Comparison.Row]) -> [String] {
    var decided: [String] = []
    var unclear: String?
    for row in rows {
      guard case .probability(let event) = row.subject, event.isHeadline,
        let first = row.paired.baselineValue, let second = row.paired.alternativeValue
      else { continue }
      let label = language.text(event.label)
      let change = "\(phrase.hundredths(first)) → \(phrase.hundredths(second))"
      let isClear = row.paired.interval.map { $0.low > 0 || $0.high < 0 } ?? false
      if isClear {
        decided.append(
          language.pick(
            "\(label) \(change) in 100 (\(phrase.points(row.paired)))",
            "\(label) \(change)%(\(phrase.points(row.paired)))"
          )
        )
      } else if unclear == nil, max(first, second) >= 0.01 {
        unclear = language.pick(
          "\(label) \(change) in 100, no clear change",
          "\(label) \(change)%,没有明显变化"
        )
      }
    }
    return decided.isEmpty ? [unclear].compactMap { $0 } : decided
  }

  /// Costs that differ, clear changes of what the packs charge or cost, and the net.
  private func money(_ rows: [Comparison.Row]) -> [String] {
    rows.compactMap { row in
      guard case .money(let item) = row.subject, let difference = row.paired.difference else {
        return nil
      }
      let label = language.text(item.label)
      let isNet = row.pack == "store" && item.name == "net"
      let isCost = row.pack == "store" && item.name.hasSuffix("_cost")
      let isClear = row.paired.interval.map { $0.low > 0 || $0.high < 0 } ?? false
      if isNet, !isClear { return label + language.pick(" about even", "基本持平") }
      guard difference.magnitude >= 0.5, isNet || isCost || (row.pack != "store" && isClear) else {
        return nil
      }
      let sign = difference > 0 ? "+" : ""
      let margin = row.paired.interval.map(\.halfWidth) ?? 0
      let spread =
        isCost || margin < 0.5 ? "" : language.pick(" ", "") + "±" + phrase.yuan(margin)
      return "\(label) \(sign)\(phrase.yuan(difference, digits: 3))" + spread
    }
  }
}
