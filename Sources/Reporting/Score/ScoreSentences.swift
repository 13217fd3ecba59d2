import Rules
import StoreModel

/// What a tired manager reads first about one pack.
struct ScoreSentences {
  let score: PackScore
  let answer: ScoreAnswer

  private var language: ReportLanguage { answer.language }
  private var phrase: Phrase { Phrase(language: language, start: score.asOf) }
  private var words: RoomWords { RoomWords(language: language, start: score.asOf) }

  /// A number to two places more than people say, for sentences.
  static func number(_ value: Rational) -> String {
    value.decimalText(digits: 4).replacing("-", with: "−")
  }

  /// Every sentence.
  var all: [String] {
    score.requirements.map(language.text) + [title, standing]
      + [nearest, remedy, happened, charged].filter { !$0.isEmpty }
      + score.displayed.map(answer.reconciliation) + gaps
  }

  private var title: String {
    let span = Phrase(language: language, start: answer.history.first)
      .span(to: answer.history.last)
    return [
      language.text(score.pack.label), score.pack.id,
      language.pick("morning of \(phrase.fullDate(score.asOf))", "\(score.asOf) 早上"),
      language.pick("history \(span)", "历史 \(span)"),
    ].joined(separator: " · ")
  }

  /// The scores with their lines, then every state.
  private var standing: String {
    let numbers = headline.map { scored -> String in
      let name = language.text(scored.measure.label)
      guard let value = scored.value else {
        return language.pick("\(name): no value", "\(name)无值")
      }
      return "\(name) \(text(value, unit: scored.measure.unit))" + line(scored)
    }
    let states = score.states.map { state in
      let since = state.since.map {
        language.pick(" (since \(phrase.date($0)))", "(\(phrase.date($0)) 起)")
      }
      return language.text(state.label) + language.pick(": ", ":")
        + (state.stateLabel.map(language.text) ?? language.pick("not known", "不明"))
        + (since ?? "")
    }
    return (numbers + states).joined(separator: language.pick("; ", ";"))
      + language.pick(".", "。")
  }

  /// The scores with a threshold, else all scores, else nothing: rates stand in the table.
  private var headline: [ScoredMeasure] {
    let scores = score.measures.filter(\.isScore)
    let lines = scores.filter { $0.measure.threshold != nil }
    return Array((lines.isEmpty ? scores : lines).prefix(3))
  }

  private func line(_ scored: ScoredMeasure) -> String {
    guard let threshold = scored.measure.threshold, let value = scored.value else { return "" }
    let line = text(ofLine: threshold, unit: scored.measure.unit)
    let isBad =
      scored.measure.badSide == .below
      ? value.approximation < threshold : value.approximation > threshold
    let isBelow = scored.measure.badSide == .below
    guard isBad else { return language.pick(" (line \(line))", "(线 \(line))") }
    return isBelow
      ? language.pick(", below \(line)", ",低于 \(line)")
      : language.pick(", above \(line)", ",高于 \(line)")
  }

  private func text(ofLine value: Double, unit: String) -> String {
    unit == "share" || unit == "s"
      ? phrase.value(value, unit: unit) : ShortestDecimal.text(value) ?? ""
  }

  /// A number in its unit, to the digits that a console shows.
  func text(_ value: Rational, unit: String) -> String {
    switch unit {
    case "share": phrase.value(value.approximation, unit: unit)
    case "s", "h":
      value.decimalText(digits: 1)
        + (unit == "s" ? language.pick(" s", " 秒") : language.pick(" h", " 小时"))
    case "stars", "points", "score": value.decimalText(digits: 3)
    case "yuan": phrase.yuan(value.approximation, digits: 6)
    default:
      value.floor == value.ceiling
        ? phrase.count(Int(clamping: value.floor)) : value.decimalText(digits: 2)
    }
  }

  /// What breaks first.
  private var nearest: String {
    let kept = score.rooms.filter { $0.aim == .keep && $0.holds && !$0.isClosed }
    guard
      let first = kept.min(by: {
        ($0.daysLeft ?? .infinity, $0.room) < ($1.daysLeft ?? .infinity, $1.room)
      })
    else { return "" }
    return language.pick("Nearest to breaking: ", "最先触线的:") + words.sentence(first)
  }

  /// What is missing with the fewest things to do.
  private var remedy: String {
    let open = score.rooms.filter { !$0.holds && !$0.isClosed }
    guard
      let first = open.min(by: { (rank($0), $0.room) < (rank($1), $1.room) })
    else { return "" }
    return language.pick("To do: ", "该做的:") + words.sentence(first)
      + (open.count > 1
        ? language.pick(
          " \(open.count - 1) more below.",
          "另有 \(open.count - 1) 项见下。"
        ) : "")
  }

  private func rank(_ room: RoomLeft) -> Int {
    switch room.aim {
    case .keep: 0
    case .comeBack: 1
    case .rise: 2
    }
  }

  private var happened: String {
    // What repeats from day to day is told once, by its last day.
    var last: [String: PackScore.Event] = [:]
    for event in score.events { last[event.name] = event }
    let told = last.values.sorted { ($1.date, $0.name) < ($0.date, $1.name) }.prefix(4).map {
      "\(phrase.date($0.date)) \(language.text($0.label))"
    }
    guard !told.isEmpty else { return "" }
    return language.pick("What happened last: ", "最近发生:")
      + told.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
  }

  private var charged: String {
    guard let last = score.charges.last else { return "" }
    let total = score.charges.reduce(0) { $0 + $1.fen }
    let sum = phrase.yuan(Double(total) / 100, digits: 9)
    let latest = phrase.yuan(Double(last.fen) / 100, digits: 9)
    return language.pick(
      "\(language.text(last.label)): \(sum) in all, last \(latest) on "
        + "\(phrase.date(last.date)).",
      "\(language.text(last.label)):合计 \(sum),最近一次 \(phrase.date(last.date)) \(latest)。"
    )
  }

  /// What the history lacks and what was assumed.
  private var gaps: [String] {
    var gaps: [String] = []
    if !score.missing.isEmpty {
      let columns = ColumnNames.text(of: score.missing)
      let open = score.measures.filter { $0.value == nil }.map { language.text($0.measure.label) }
      gaps.append(
        language.pick("Not in the history: \(columns).", "历史里没有:\(columns)。")
          + (open.isEmpty
            ? ""
            : language.pick(
              " Without a value: \(open.joined(separator: "; ")).",
              "算不出的指标:\(open.joined(separator: "、"))。"
            ))
      )
    }
    let partial = score.indicators.compactMap { indicator -> (ScoredIndicator, InputSpan)? in
      guard let span = indicator.span, !indicator.isMissing, span.daysObserved < span.days else {
        return nil
      }
      return (indicator, span)
    }
    if let worst = partial.min(by: { $0.1.daysObserved * $1.1.days < $1.1.daysObserved * $0.1.days }
    ) {
      let name = language.text(worst.0.label)
      let (seen, days) = (worst.1.daysObserved, worst.1.days)
      gaps.append(
        language.pick(
          "\(seen) of \(days) days observed for \(name)"
            + (partial.count > 1 ? "; \(partial.count - 1) more numbers have gaps." : "."),
          "\(name) \(days) 天中只观测到 \(seen) 天"
            + (partial.count > 1 ? ";另有 \(partial.count - 1) 项有缺。" : "。")
        )
      )
    }
    if score.readsBeforeHistory { gaps.append(before) }
    if !score.gatesByChance.isEmpty {
      let gates = score.gatesByChance.map(language.text)
        .joined(separator: language.pick(", ", "、"))
      gaps.append(
        language.pick(
          "Left to chance by the rules: \(gates). The likelier outcome is taken; tell the real one with "
            + "--standing.",
          "\(gates):平台是否处理带有偶然性,这里取可能性大的一种;实际情况请用 --standing 写明。"
        )
      )
    }
    return gaps
  }

  private var before: String {
    let first = Phrase(language: language, start: score.asOf).fullDate(answer.history.first)
    return score.hasLifetimeBase
      ? language.pick(
        "What counts since the store began: before \(first) only the console's score and number of "
          + "ratings are known.",
        "按开店以来统计的:\(first) 以前只知道后台的分数和评价数。"
      )
      : language.pick(
        "What counts since the store began is counted from \(first) on; nothing is known of the time "
          + "before.",
        "按开店以来统计的,只能从 \(first) 算起,此前的情况不明。"
      )
  }
}
