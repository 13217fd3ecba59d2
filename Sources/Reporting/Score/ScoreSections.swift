import Rules
import StoreModel

/// The tables under the sentences about one pack.
struct ScoreSections {
  let score: PackScore
  let answer: ScoreAnswer

  /// Assumptions named in the text; a pack of industry curves has a hundred, which the JSON all holds.
  private static let assumptionsTold = 6

  private var language: ReportLanguage { answer.language }
  private var sentences: ScoreSentences { ScoreSentences(score: score, answer: answer) }

  /// Every rate, mean and count with its days.
  var indicators: [AnswerPart] {
    guard !score.indicators.isEmpty else { return [] }
    let grid = TextGrid(
      headings: [
        language.pick("value", "数值"), language.pick("counted", "分子/分母"),
        language.pick("from", "自"), language.pick("to", "至"),
        language.pick("days seen", "观测天数"),
      ],
      rows: score.indicators.map { indicator in
        let counts = [indicator.numerator, indicator.denominator].compactMap {
          $0.map { sentences.text($0, unit: "count") }
        }
        return (
          language.text(indicator.label),
          [
            indicator.value.map { sentences.text($0, unit: indicator.unit) } ?? "–",
            counts.isEmpty ? "–" : counts.joined(separator: "/"),
            indicator.span?.first.description ?? "–", indicator.span?.last.description ?? "–",
            indicator.span.map {
              language.pick("\($0.daysObserved) of \($0.days)", "\($0.daysObserved)/\($0.days)")
            } ?? "–",
          ]
        )
      }
    )
    return [plain(language.pick("Indicators:", "指标:"))]
      + grid.lines(width: AnswerLayout.width, keepsLast: false).map(AnswerPart.row)
  }

  /// Room to every threshold.
  var rooms: [AnswerPart] {
    guard !score.rooms.isEmpty else { return [] }
    let words = RoomWords(language: language, start: score.asOf)
    return [plain(language.pick("Room left:", "余量:"))]
      + score.rooms.flatMap { room in
        LineWrap.lines("  " + words.sentence(room), width: AnswerLayout.width, indent: 4)
          .map(AnswerPart.row)
      }
  }

  /// Values that are set, and values that are assumed.
  var values: [AnswerPart] {
    var parts: [AnswerPart] = []
    if let told = OverrideWords(language: language).sentence(score.overrides) {
      parts.append(plain(told))
    }
    let assumed = score.assumptions.sorted { $0.required != nil && $1.required == nil }
    if !assumed.isEmpty {
      let told = assumed.prefix(Self.assumptionsTold).map {
        "\(language.text($0.label)) \($0.value) (\($0.name))"
      }
      let more = assumed.count - told.count
      let rest =
        more > 0
        ? language.pick(
          "; and \(more) more, as rules show lists them",
          ";另有 \(more) 项,见 rules show"
        ) : ""
      parts.append(
        plain(
          language.pick("Assumed: ", "假设值:")
            + told.joined(separator: language.pick("; ", ";")) + rest
            + language.pick(". Change with --set.", "。可用 --set 修改。")
        )
      )
    }
    if score.versions.count > 1 {
      let told = score.versions.map { "\($0.packID) \(language.pick("from", "自")) \($0.from)" }
      parts.append(
        plain(
          language.pick("Versions in force: ", "各时段适用的规则:")
            + told.joined(separator: language.pick("; ", ";")) + language.pick(".", "。")
        )
      )
    }
    if let caution = score.pack.caution {
      parts.append(plain(language.pick("Note: ", "注意:") + language.text(caution)))
    }
    return parts
  }

  /// How each number came about.
  var trace: [AnswerPart] {
    [plain(language.pick("How it came about:", "计算过程:"))]
      + TraceText(language: language).lines(score.trace).map(AnswerPart.row)
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
