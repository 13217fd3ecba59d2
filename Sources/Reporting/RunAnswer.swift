package import Forecasting
import Rules
import StoreModel

/// The answer of `run`: sentences first, a small table, what to do next.
package struct RunAnswer: Sendable {
  let language: ReportLanguage
  let isColored: Bool
  let parts: [AnswerPart]

  /// Tells a forecast.
  package init(forecast: Forecast, context: AnswerContext) {
    language = context.language
    isColored = context.isColored
    let sections = AnswerSections(forecast: forecast, context: context)
    let closing = AnswerClosing(forecasts: [forecast], context: context)
    parts =
      sections.opening + sections.volume + sections.events + sections.heldBack + sections.money
      + closing.reconciliation + sections.table + closing.room + closing.ignorance + closing.inputs
      + closing.notes + closing.nextSteps
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  /// The sentences without layout.
  package var sentences: [String] {
    parts.compactMap { $0.sentence(language) }
  }

  /// The document of `--format json`.
  ///
  /// - Parameters:
  ///   - sentences: the answer's sentences.
  ///   - tables: the tables of the forecast folder.
  ///   - files: paths of the files written.
  ///   - manifest: the manifest as written.
  /// - Returns: the document; `comparison` stands last where there is one.
  package static func json(
    sentences: [String],
    tables: [Table],
    files: [String],
    manifest: Manifest
  ) -> JSONText {
    func rows(_ name: String) -> JSONText? { tables.first { $0.name == name }?.json }
    var pairs: [(key: String, value: JSONText)] = [
      ("answer", .list(sentences.map(JSONText.text))),
      ("events", rows("event_summary.csv") ?? .list([])),
      ("money", rows("money.csv") ?? .list([])),
      ("assumptions", rows("assumptions.csv") ?? .list([])),
      ("files", .list(files.map(JSONText.text))),
      ("manifest", manifest.json),
    ]
    if let comparison = rows("comparison.csv") { pairs.append(("comparison", comparison)) }
    return .object(pairs)
  }
}
