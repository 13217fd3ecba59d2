import Rules
package import StoreModel

/// The answer of `import`: what became a history, what was left out and why, what cannot be known.
package struct ImportAnswer: Sendable {
  let account: ImportAccount
  let history: StoreHistory
  let draft: DraftAccount?
  let language: ReportLanguage
  let isExplained: Bool
  private let files: [String]
  private let isColored: Bool

  /// Tells an import.
  ///
  /// - Parameters:
  ///   - account: what became of each column.
  ///   - history: the days.
  ///   - draft: what the scenario written says; `nil` where none was asked for.
  ///   - language: the language.
  ///   - isExplained: whether to tell each column's unit, conversion and source.
  ///   - files: the files written, the history first.
  ///   - isColored: whether headings are bold.
  package init(
    account: ImportAccount,
    history: StoreHistory,
    draft: DraftAccount?,
    language: ReportLanguage,
    isExplained: Bool,
    files: [String],
    isColored: Bool
  ) {
    self.account = account
    self.history = history
    self.draft = draft
    self.language = language
    self.isExplained = isExplained
    self.files = files
    self.isColored = isColored
  }

  private var words: ImportWords { ImportWords(language: language) }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    var parts = [plain(opening)]
    parts +=
      ImportColumnRows(columns: account.columns, words: words, isExplained: isExplained).parts
    parts += account.sources.map { plain(words.reading(of: $0)) }.filter { _ in isExplained }
    parts += gaps.map(plain) + tolerances.map(plain) + omissions.map(plain)
    if let draft { parts += draft.sentences(language).map(plain) }
    if let next { parts.append(plain(next)) }
    return AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  /// `122 days, 2026-06-01 to 2026-09-30, 23 columns: history.csv`.
  var opening: String {
    let counters = DayCounter.allCases.filter(history.observedCounters.contains)
    let count = counters.count + Set(history.days.flatMap(\.displayed.keys)).count
    guard let first = history.days.first?.date, let last = history.days.last?.date else {
      return language.pick("No day was read.", "没有读到任何一天。")
    }
    let missing = last - first + 1 - history.days.count
    let gap =
      missing == 0
      ? ""
      : language.pick(
        " (\(missing) days between them are missing and stay not observed)",
        "(其间缺 \(missing) 天,按未观测处理)"
      )
    let target = files.first.map { language.pick(", written to \($0)", ",写入 \($0)") } ?? ""
    return language.pick(
      "Imported \(history.days.count) days from \(first) to \(last)\(gap), \(count) columns\(target).",
      "导入 \(history.days.count) 天,\(first) 至 \(last)\(gap),\(count) 列\(target)。"
    )
  }

  /// What could not be derived, and why.
  var gaps: [String] { account.gaps.map(words.gap) }

  /// Amounts known to a tolerance.
  var tolerances: [String] { account.tolerances.map(words.tolerance) }

  /// What was left out: headings of one table in one sentence, the rest one by one.
  var omissions: [String] { words.omissions(account.omissions, isExplained: isExplained) }

  private var next: String? {
    guard let history = files.first else {
      return language.pick(
        "Nothing was written; name a file with --out HISTORY.csv.",
        "没有写文件;用 --out HISTORY.csv 指定。"
      )
    }
    let scenario = files.dropFirst().first
    let command = scenario.map { "storecast run \($0)" } ?? "storecast check \(history)"
    return language.pick("Next: ", "下一步:") + command
  }

  /// The document of `--format json`.
  package var json: JSONText {
    let sentences =
      [opening] + gaps + tolerances + omissions + (draft?.sentences(language) ?? [])
    var pairs: [(key: String, value: JSONText)] = [
      ("answer", .list(sentences.map(JSONText.text))),
      ("days", .integer(history.days.count)),
      ("from", history.days.first.map { .text($0.date.description) } ?? .null),
      ("to", history.days.last.map { .text($0.date.description) } ?? .null),
      ("tables", .list(account.sources.map(ImportJSON.table))),
      ("columns", .list(account.columns.map(ImportJSON.column))),
      ("left_out", .list(account.omissions.map { ImportJSON.omission($0, words) })),
      ("not_derived", .list(account.gaps.map { ImportJSON.gap($0, words) })),
      ("approximate", .list(account.tolerances.map(ImportJSON.tolerance))),
    ]
    if let draft { pairs.append(("scenario", draft.json)) }
    pairs.append(("files", .list(files.map(JSONText.text))))
    return .object(pairs)
  }

  private func plain(_ text: String) -> AnswerPart { .sentence(heading: "", text: text) }
}
