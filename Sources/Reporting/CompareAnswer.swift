package import Forecasting
import Rules
package import StoreModel

/// The answer of `compare`: one sentence for each option, and a small table of them.
package struct CompareAnswer: Sendable {
  /// An option with what it changes.
  package struct Option: Sendable {
    /// First day of the change; `nil` is day 1.
    package var from: CalendarDay?
    /// Its forecast.
    package var forecast: Forecast
    /// Its comparison with the unchanged store.
    package var comparison: Comparison

    /// Creates an option.
    package init(from: CalendarDay?, forecast: Forecast, comparison: Comparison) {
      self.from = from
      self.forecast = forecast
      self.comparison = comparison
    }
  }

  let language: ReportLanguage
  let isColored: Bool
  let parts: [AnswerPart]

  /// Tells the options against the unchanged store.
  package init(baseline: Forecast, options: [Option], context: AnswerContext) {
    language = context.language
    isColored = context.isColored
    let sentences = OptionSentences(
      phrase: Phrase(language: context.language, start: baseline.start)
    )
    let sections = AnswerSections(forecast: baseline, context: context)
    let closing = AnswerClosing(
      forecasts: [baseline] + options.map(\.forecast),
      context: context
    )
    parts =
      sections.opening + options.map(sentences.sentence)
      + sentences.table(baseline: baseline, options: options)
      + closing.reconciliation + closing.inputs + closing.notes + closing.nextSteps
  }

  /// The answer for a terminal, at most 100 columns wide.
  package var text: String {
    AnswerLayout(language: language, isColored: isColored).text(parts)
  }

  /// The sentences without layout.
  package var sentences: [String] {
    parts.compactMap { $0.sentence(language) }
  }
}
