import Calibration
package import Journal
package import StoreModel

/// The answer of `journal check`: what we said, what came true, how good that was.
package struct JournalAnswer: Sendable {
  let review: JournalReview
  let store: String?
  let asOf: CalendarDay?
  let lastRow: CalendarDay?
  let language: ReportLanguage
  let files: [String]
  private let isColored: Bool

  /// Tells a review.
  ///
  /// - Parameters:
  ///   - review: the claims and their scores.
  ///   - store: the store they are about; `nil` of all.
  ///   - asOf: the morning judged; `nil` where nothing was judged anew.
  ///   - lastRow: the last day of the history.
  ///   - language: the language.
  ///   - files: the files written.
  ///   - isColored: whether headings are bold.
  package init(
    review: JournalReview,
    store: String?,
    asOf: CalendarDay?,
    lastRow: CalendarDay?,
    language: ReportLanguage,
    files: [String],
    isColored: Bool
  ) {
    self.review = review
    self.store = store
    self.asOf = asOf
    self.lastRow = lastRow
    self.language = language
    self.files = files
    self.isColored = isColored
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    let sections = JournalSections(answer: self)
    var parts = sentences.map { AnswerPart.sentence(heading: "", text: $0) }
    parts += sections.reliability + sections.events + sections.groups + sections.coverage
    if !files.isEmpty {
      parts.append(
        .sentence(
          heading: "",
          text: language.pick("Files: ", "文件:") + files.joined(separator: " · ")
        )
      )
    }
    return AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  /// The sentences, what happened last first.
  package var sentences: [String] { JournalSentences(answer: self).all }

  /// The document of `--format json`.
  package var json: JSONText {
    func groups(_ groups: [JournalReview.Group]) -> JSONText {
      .list(
        groups.map { group in
          .object(
            [
              ("name", .text(group.name)),
              ("label", .text(language.pick(group.english, group.chinese))),
            ] + group.scores.pairs
          )
        }
      )
    }
    func bins(_ bins: [ReliabilityBinText]) -> JSONText { .list(bins.map(\.json)) }
    return .object([
      ("answer", .list(sentences.map(JSONText.text))),
      ("store", store.map(JSONText.text) ?? .null),
      ("as_of", asOf.map { .text($0.description) } ?? .null),
      ("last_row", lastRow.map { .text($0.description) } ?? .null),
      ("scores", review.all.map { .object($0.pairs) } ?? .null),
      ("scores_without_overlap", review.apart.map { .object($0.pairs) } ?? .null),
      ("reliability", bins(review.reliability.map(ReliabilityBinText.init))),
      ("reliability_without_overlap", bins(review.reliabilityApart.map(ReliabilityBinText.init))),
      ("by_event", groups(review.byEvent)), ("by_store", groups(review.byStore)),
      ("by_month", groups(review.byMonth)), ("by_day", groups(review.byDay)),
      ("coverage", .list(review.coverage.map { $0.json(language) })),
      (
        "undecided",
        .list(
          review.undecided.map {
            .object([
              ("reason", .text($0.reason.kind.rawValue)), ("detail", .text($0.reason.detail)),
              ("claims", .integer($0.count)),
            ])
          }
        )
      ),
      ("nearly_sure", .integer(review.nearlySure)), ("pending", .integer(review.pending)),
      ("stores", .integer(review.stores)),
      ("forecasts", .integer(review.forecasts)), ("weeks", .integer(review.weeks)),
    ])
  }
}
