package import Calibration
import Foundation
package import StoreModel

/// The answer of `fit`: what the history tells, what stays assumed, and what would tell more.
package struct FitAnswer: Sendable {
  /// An input that the template gives itself.
  package struct Given: Sendable {
    /// What the history says.
    package var input: LearntInput
    /// What the template says.
    package var text: String
    /// Whether that lies outside the history's 95 % interval.
    package var disagrees: Bool

    /// Creates an entry.
    package init(input: LearntInput, text: String, disagrees: Bool) {
      (self.input, self.text, self.disagrees) = (input, text, disagrees)
    }
  }

  /// What became of the scenario's first day.
  package enum Start: Hashable, Sendable {
    /// The template's own, with days of history left out from it on.
    case kept(daysLeftOut: Int)
    /// The day after the history, as the template's lies before all of it.
    case moved(from: CalendarDay)
  }

  private let fit: HistoryFit
  private let written: [LearntInput]
  private let given: [Given]
  private let refused: [(path: String, why: String)]
  private let kept: [String]
  private let start: CalendarDay
  private let change: Start
  private let file: String
  private let words: FitWords
  private let isColored: Bool

  private var language: ReportLanguage { words.language }

  /// Tells a fit.
  ///
  /// - Parameters:
  ///   - fit: what the history says.
  ///   - written: what was written into the scenario.
  ///   - given: what the template gives itself.
  ///   - refused: what the history says and cannot stand in the scenario, with the reason.
  ///   - kept: dotted names of inputs that stay assumed.
  ///   - start: the scenario's first day.
  ///   - change: what became of it.
  ///   - file: the scenario written.
  ///   - language: the language.
  ///   - isColored: whether headings are bold.
  package init(
    fit: HistoryFit,
    written: [LearntInput],
    given: [Given],
    refused: [(path: String, why: String)],
    kept: [String],
    start: CalendarDay,
    change: Start,
    file: String,
    language: ReportLanguage,
    isColored: Bool
  ) {
    self.fit = fit
    self.written = written
    self.given = given
    self.refused = refused
    self.kept = kept
    self.start = start
    self.change = change
    self.file = file
    words = FitWords(language: language)
    self.isColored = isColored
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
    var parts = [plain(opening), plain(startSentence)] + levels.map(plain)
    parts += grid.map(AnswerPart.row)
    parts += (disagreements + untold + refusals).map(plain)
    parts.append(plain(language.pick("Written to \(file).", "已写入 \(file)。")))
    parts.append(plain(language.pick("Next: ", "下一步:") + "storecast run \(file)"))
    return AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  private var opening: String {
    let span = fit.span.map { " (\($0.lowerBound)…\($0.upperBound))" } ?? ""
    let own = given.isEmpty ? "" : language.pick(", \(given.count) yours", ",\(given.count) 个由你给定")
    return language.pick(
      "From \(fit.days) days of history\(span): \(written.count) inputs learnt\(own), \(kept.count) kept as assumed.",
      "根据 \(fit.days) 天历史\(span):学到 \(written.count) 个输入\(own),\(kept.count) 个仍按默认。"
    )
  }

  private var startSentence: String {
    switch change {
    case .moved(let old):
      language.pick(
        "The forecast begins on \(start), the day after the history; the template's \(old) has none before it.",
        "预测从历史的次日 \(start) 开始;模板的 \(old) 之前没有历史。"
      )
    case .kept(0):
      language.pick(
        "The forecast begins on \(start), as the template says.",
        "预测按模板从 \(start) 开始。"
      )
    case .kept(let days):
      language.pick(
        "The forecast begins on \(start), as the template says; \(days) days of history from it on were not looked at.",
        "预测按模板从 \(start) 开始;该日起的 \(days) 天历史没有参与。"
      )
    }
  }

  /// Where orders and stars begin, which the history itself tells at every run.
  private var levels: [String] {
    var sentences: [String] = []
    func number(_ value: Double) -> String {
      value.formatted(.number.precision(.significantDigits(3)).grouping(.never))
    }
    if let orders = fit.learning.orders {
      let factors = fit.learning.weekdayFactors.map { number($0) }.joined(separator: " ")
      let (level, share) = (number(exp(orders.mean)), number(orders.standardDeviation * 100))
      sentences.append(
        language.pick(
          "Orders of an ordinary day: \(level) ± \(share) %; weekdays from Monday: \(factors).",
          "平日订单量 \(level) ± \(share)%;周一至周日系数:\(factors)。"
        )
      )
    }
    let ratings = fit.recentStars.reduce(0, +)
    if let stars = fit.learning.stars, ratings > 0 {
      let shares = fit.recentStars.reversed().map { number(Double($0) * 100 / Double(ratings)) }
      let (level, deviation) = (number(stars.mean), number(stars.standardDeviation))
      sentences.append(
        language.pick(
          "Mean star: \(level) ± \(deviation); in the last 90 days \(ratings) ratings, five stars first: "
            + shares.joined(separator: ", ") + " %.",
          "平均星级 \(level) ± \(deviation);近 90 天 \(ratings) 条评价,五星起:"
            + shares.joined(separator: "、") + "%。"
        )
      )
    }
    guard !sentences.isEmpty else { return [] }
    if given.contains(where: { $0.input.method == .level }) {
      sentences.append(
        language.pick(
          "Orders start where the template says; without demand.orders_per_day they would start here.",
          "订单量按模板开始;删掉 demand.orders_per_day 即从这里开始。"
        )
      )
      return sentences
    }
    return sentences + [
      language.pick(
        "The history starts these at every run (history:), with how they wander, so no line is written for them.",
        "这些每次运行都从历史(history:)推断,连同波动,因此不另写。"
      )
    ]
  }

  private var grid: [String] {
    let rows = written + given.map(\.input)
    guard !rows.isEmpty else { return [] }
    let headings = language.pick(
      ["assumed", "learnt", "80 % range", "n", "method"],
      ["默认", "估计", "八成范围", "n", "方法"]
    )
    return TextGrid(
      headings: headings,
      rows: rows.map { input in
        (
          input.path,
          [
            FitText.brief(input.assumed, input.unit), FitText.estimate(input),
            FitText.brief(input), words.size(input), words.briefMethod(input),
          ]
        )
      }
    ).lines(width: AnswerLayout.width, keepsLast: false)
  }

  private var disagreements: [String] {
    given.map { given in
      let says = "\(given.input.path): \(given.text)"
      let history = words.comment(given.input)
      return given.disagrees
        ? language.pick(
          "Yours, and the history disagrees: \(says); the history says \(history).",
          "由你给定但与历史不符:\(says);历史为 \(history)。"
        )
        : language.pick("Yours, left as it is: \(says).", "由你给定,未改动:\(says)。")
    }
  }

  private var untold: [String] {
    var reasons: [UntoldInput.Reason] = []
    for input in fit.untold where !reasons.contains(input.reason) { reasons.append(input.reason) }
    return reasons.map { reason in
      let paths = fit.untold.filter { $0.reason == reason }.map(\.path).joined(separator: ", ")
      return language.pick(
        "Not told: \(paths) (\(words.reason(reason))).",
        "历史没有说明:\(paths)(\(words.reason(reason)))。"
      )
    }
  }

  private var refusals: [String] {
    refused.map {
      language.pick("Not written: \($0.path): \($0.why)", "未写入:\($0.path):\($0.why)")
    }
  }

  /// The document of `--format json`.
  package var json: JSONText {
    let sentences = [opening, startSentence] + levels + disagreements + untold + refusals
    let own = given.map { item in
      FitJSON.learnt(item.input, words, written: false, given: item.text, item.disagrees)
    }
    return .object([
      ("answer", .list(sentences.map(JSONText.text))),
      ("days", .integer(fit.days)),
      ("from", fit.span.map { .text($0.lowerBound.description) } ?? .null),
      ("to", fit.span.map { .text($0.upperBound.description) } ?? .null),
      ("start", .text(start.description)),
      (
        "learnt",
        .list(written.map { FitJSON.learnt($0, words, written: true, given: nil, false) } + own)
      ),
      ("not_told", .list(fit.untold.map { FitJSON.untold($0, words) })),
      ("kept_as_assumed", .list(kept.map(JSONText.text))),
      (
        "not_written",
        .list(refused.map { .object([("input", .text($0.path)), ("why", .text($0.why))]) })
      ),
      ("files", .list([.text(file)])),
    ])
  }
}

extension ReportLanguage {
  /// One of two lists.
  fileprivate func pick(_ english: [String], _ chinese: [String]) -> [String] {
    self == .zh ? chinese : english
  }
}
