import Forecasting
import Rules
import StoreModel

/// What follows the sentences and the table: room, inputs to find out, notes, what to do next.
struct AnswerClosing {
  /// The forecasts told; the first is the unchanged store.
  let forecasts: [Forecast]
  let context: AnswerContext

  private var language: ReportLanguage { context.language }

  /// How what was given agrees with what the platform shows.
  var reconciliation: [AnswerPart] { context.reconciliation.map(plain) }

  /// Room left to thresholds.
  var room: [AnswerPart] {
    guard !context.roomLines.isEmpty else { return [] }
    return [
      plain(
        language.pick("Room left today: ", "今天的余量:")
          + context.roomLines.joined(separator: language.pick("; ", ";"))
      )
    ]
  }

  /// How much better numbers could settle, for the first headline of which pairs of futures can tell.
  var ignorance: [AnswerPart] {
    guard let forecast = forecasts.first else { return [] }
    let told = ToldEvents(forecast).indices.lazy.map { forecast.events[$0] }.first { entry in
      entry.ignorance.map { $0.interval.halfWidth <= 0.2 } ?? false
    }
    guard let told, let known = told.ignorance else { return [] }
    let label = language.text(told.event.label)
    let margin = max(1, Int((known.interval.halfWidth * 100).rounded(.up)))
    let share = Int((known.share * 100).rounded())
    return [
      plain(
        language.pick(
          "Luck or not knowing: of the uncertainty about \"\(label)\", \(share) % (±\(margin)) is what is not"
            + " known of the store today; the rest is luck, which no number settles.",
          "运气还是不知情:“\(label)”的不确定性里,约 \(share)%(±\(margin))是店铺现状没摸清,补数可减;其余是运气,补数无用。"
        )
      )
    ]
  }

  /// The three uncertain inputs that move a headline most.
  var inputs: [AnswerPart] {
    let named = strongestInputs().prefix(3).map { influence, event in
      let name =
        context.inputLabels[influence.input]
        ?? context.assumptions.first { $0.path == influence.input }?.label ?? ""
      let points = Int((influence.effect.magnitude * 100).rounded())
      let shown = name.isEmpty ? influence.input : name
      return language.pick(
        "\(shown) (moves \"\(event)\" by \(points) points between its lowest and highest third)",
        "\(shown)(取值最低与最高的三分之一之间,\"\(event)\"相差约 \(points) 个百分点)"
      )
    }
    guard !named.isEmpty else { return [] }
    return [
      plain(
        language.pick("Find out first: ", "最该补的数:")
          + named.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
      )
    ]
  }

  /// Packs outside their dates, the user's notes, the number of assumptions, what no interval holds.
  var notes: [AnswerPart] {
    var notes = context.notes
    if let forecast = forecasts.first {
      notes += context.packs.compactMap { datesNote($0, forecast) }
    }
    let count = context.assumptions.count { $0.origin != Assumption.overridden }
    if count > 0 {
      notes.append(
        language.pick(
          count == 1
            ? "1 value is the program's assumption, listed in assumptions.csv."
            : "\(count) values are the program's assumptions, listed in assumptions.csv.",
          "\(count) 项默认值见 assumptions.csv。"
        )
      )
    }
    notes.append(
      language.pick(
        "± and ranges hold chance and the stated ranges of the inputs; model error is in no interval.",
        "±和范围只含偶然和所给的不确定范围,不含模型本身的误差。"
      )
    )
    return notes.map { plain(language.pick("Note: ", "注意:") + $0) }
  }

  /// The next command and the files.
  var nextSteps: [AnswerPart] {
    var parts: [AnswerPart] = []
    if !context.nextStep.isEmpty {
      parts.append(plain(language.pick("Next: ", "下一步:") + context.nextStep))
    }
    if !context.folder.isEmpty {
      parts.append(
        plain(
          language.pick(
            "Files: \(context.folder) · day by day daily.csv · events event_summary.csv",
            "文件:\(context.folder) · 每日走势 daily.csv · 事件汇总 event_summary.csv"
          )
        )
      )
    }
    return parts
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }

  /// Inputs with a clear effect of two points or more, each with the headline it moves most.
  private func strongestInputs() -> [(InputInfluence, String)] {
    let strongest = forecasts.first?.strongestInfluences {
      $0.isClear && $0.effect.magnitude >= 0.02
    }
    return (strongest ?? []).map { ($0.influence, language.text($0.event.label)) }
  }

  private func datesNote(_ pack: AnswerContext.PackDates, _ forecast: Forecast) -> String? {
    let phrase = Phrase(language: language, start: forecast.start)
    let name = language.text(pack.label)
    if let to = pack.to, to < forecast.end {
      return language.pick(
        "\(name) was in force until \(phrase.fullDate(to)); the forecast goes on to"
          + " \(phrase.fullDate(forecast.end)).",
        "\(name)只施行到 \(phrase.fullDate(to)),预测到 \(phrase.fullDate(forecast.end))。"
      )
    }
    if let from = pack.from, from > forecast.start {
      return language.pick(
        "\(name) is in force only from \(phrase.fullDate(from)).",
        "\(name)从 \(phrase.fullDate(from)) 起才施行。"
      )
    }
    return nil
  }
}
