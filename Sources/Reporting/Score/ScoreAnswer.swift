package import Rules
package import StoreModel

/// The answer of `score`: how a store stands under its rules, what is nearest to breaking, what to do.
package struct ScoreAnswer: Sendable {
  let scores: [PackScore]
  let history: (first: CalendarDay, last: CalendarDay)
  let language: ReportLanguage
  let isTraced: Bool
  private let files: [String]
  private let isColored: Bool

  /// Tells scores.
  ///
  /// - Parameters:
  ///   - scores: one a pack, of one history.
  ///   - history: the days that the history spans.
  ///   - language: the language.
  ///   - isTraced: whether to tell how each number came about.
  ///   - files: the files written.
  ///   - isColored: whether headings are bold.
  package init(
    scores: [PackScore],
    history: (first: CalendarDay, last: CalendarDay),
    language: ReportLanguage,
    isTraced: Bool,
    files: [String],
    isColored: Bool
  ) {
    self.scores = scores
    self.history = history
    self.language = language
    self.isTraced = isTraced
    self.files = files
    self.isColored = isColored
  }

  /// The document of `--format json`: a list, one entry a pack.
  package var json: JSONText { .list(scores.map { $0.json(self) }) }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    var parts = scores.flatMap { score -> [AnswerPart] in
      let sections = ScoreSections(score: score, answer: self)
      return sentences(of: score).map(plain) + sections.indicators + sections.rooms
        + sections.values + (isTraced ? sections.trace : []) + [.row("")]
    }
    if !files.isEmpty {
      parts.append(plain(language.pick("Files: ", "文件:") + files.joined(separator: " · ")))
    }
    if parts.last == .row("") { parts.removeLast() }
    return AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  /// The sentences about a pack, the most consequential first.
  func sentences(of score: PackScore) -> [String] {
    ScoreSentences(score: score, answer: self).all
  }

  /// The console's figure beside ours: 4.57 computed, 4.58 shown.
  func reconciliation(_ figure: PackScore.Displayed) -> String {
    let words = ScoreSentences.number
    let name = language.text(figure.label)
    guard let computed = figure.computed, let difference = figure.difference else {
      return language.pick(
        "\(name): the console showed \(words(figure.displayed)) on \(figure.date); nothing to compute.",
        "\(name):后台 \(figure.date) 显示 \(words(figure.displayed)),按历史数据算不出。"
      )
    }
    let sign = difference > .zero ? "+" : ""
    return language.pick(
      "\(name): we compute \(words(computed)), the console showed \(words(figure.displayed)) on "
        + "\(figure.date) (difference \(sign)\(words(difference))).",
      "\(name):按历史数据算是 \(words(computed)),后台 \(figure.date) 显示 \(words(figure.displayed))"
        + "(相差 \(sign)\(words(difference)))。"
    )
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
