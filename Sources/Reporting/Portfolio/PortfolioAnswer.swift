import Rules

/// The answer of `run` for many stores: how many are in danger, the ten most at risk, what was left out.
package struct PortfolioAnswer: Sendable {
  /// How the stores came to be ranked.
  package struct Course: Sendable {
    /// Files that could not be read or written, as the user named them.
    package var failed: [String] = []
    /// Stores whose forecast was there already, from the same inputs.
    package var reused = 0
    /// Stores that an interruption left undone.
    package var unfinished = 0
    /// Stores that the added rules are not for.
    package var unconcerned = 0
    /// Names of the added rules.
    package var addedPacks: [String] = []
    /// Paths of what was written; the list first.
    package var files: [String] = []

    /// A course in which nothing happened yet.
    package init() {}
  }

  private static let shown = 10

  private let stores: [StoreRisk]
  private let course: Course
  private let words: PortfolioWords
  private let isColored: Bool
  private var language: ReportLanguage { words.language }

  /// Tells a portfolio.
  ///
  /// - Parameters:
  ///   - stores: the rows, most at risk first.
  ///   - course: how they came about.
  ///   - language: the language.
  ///   - isColored: whether headings are bold.
  package init(
    stores: [StoreRisk],
    course: Course,
    language: ReportLanguage,
    isColored: Bool = false
  ) {
    self.stores = stores
    self.course = course
    self.isColored = isColored
    words = PortfolioWords(stores: stores, language: language)
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    AnswerLayout(language: language, isColored: isColored).text(opening + table + closing)
  }

  /// The sentences without layout.
  package var sentences: [String] {
    (opening + closing).compactMap { $0.sentence(language) }
  }

  /// The document of `--format json`.
  ///
  /// - Parameter findings: what is wrong with the files that could not be read, an object each.
  /// - Returns: the document; what was not done or could not be read stands last.
  package func json(findings: [JSONText]) -> JSONText {
    .object([
      ("answer", .list(sentences.map(JSONText.text))),
      ("portfolio", Table.portfolio(stores).json),
      ("files", .list(course.files.map(JSONText.text))),
      ("failed", .list(course.failed.map(JSONText.text))),
      ("findings", .list(findings)),
      ("reused", .integer(course.reused)),
      ("unfinished", .integer(course.unfinished)),
      ("unconcerned", .integer(course.unconcerned)),
    ])
  }

  private var opening: [AnswerPart] {
    var lines: [String] = []
    if !course.addedPacks.isEmpty { lines.append(words.asked(of: course.addedPacks)) }
    lines.append(words.danger)
    if let already = words.alreadySo { lines.append(already) }
    if let change = words.change { lines.append(change) }
    return lines.map(plain)
  }

  /// The stores most at risk, each with what stands in the way on a line of its own.
  private var table: [AnswerPart] {
    let shown = stores.prefix(Self.shown)
    guard !shown.isEmpty else { return [] }
    let grid = TextGrid(
      headings: words.headings,
      rows: shown.map { ($0.store, words.cells(of: $0)) }
    )
    let lines = grid.lines(width: AnswerLayout.width, keepsLast: false)
    return [.row(lines[0])]
      + zip(lines.dropFirst(), shown).flatMap { line, store in
        [AnswerPart.row(line)]
          + words.obstacle(of: store).map {
            .row("    " + DisplayWidth.fitted($0, to: AnswerLayout.width - 4))
          }
      }
  }

  private var closing: [AnswerPart] {
    var lines: [String] = []
    if !course.failed.isEmpty { lines.append(words.failed(course.failed)) }
    if course.unconcerned > 0 { lines.append(words.unconcerned(course.unconcerned)) }
    if course.unfinished > 0 { lines.append(words.unfinished(course.unfinished)) }
    if course.reused > 0 { lines.append(words.reused(course.reused)) }
    if let worst = stores.first {
      let added =
        course.addedPacks.isEmpty ? "" : " --rules " + course.addedPacks.joined(separator: ",")
      lines.append(language.pick("Next: ", "下一步:") + "storecast run \(worst.path)" + added)
    }
    if let list = course.files.first {
      lines.append(
        language.pick(
          "Files: \(list) · every store's own folder beside it",
          "文件:\(list) · 每家店的预测文件夹在其旁"
        )
      )
    }
    return lines.map(plain)
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
