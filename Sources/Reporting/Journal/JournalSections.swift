import Calibration
import Foundation
import Journal
import StoreModel

/// The tables under what `journal check` says.
struct JournalSections {
  let answer: JournalAnswer

  /// Rows of a table on a screen; the JSON holds all.
  private static let rows = 16

  private var language: ReportLanguage { answer.language }
  private var review: JournalReview { answer.review }

  /// What was said beside how often it came true.
  var reliability: [AnswerPart] {
    guard !review.reliability.isEmpty else { return [] }
    return titled(
      language.pick("What was said, and what came true:", "说的与实际的:"),
      ClaimWords(language: language)
        .reliability(review.reliability, apart: review.reliabilityApart)
    )
  }

  /// Scores by event.
  var events: [AnswerPart] {
    table(language.pick("By event:", "按事件:"), review.byEvent)
  }

  /// Scores by store, by number of days, by month.
  var groups: [AnswerPart] {
    (review.byStore.count > 1 ? table(language.pick("By store:", "按店铺:"), review.byStore) : [])
      + (review.byDay.count > 1
        ? table(language.pick("By day:", "按预测天数:"), review.byDay) : [])
      + (review.byMonth.count > 1
        ? table(language.pick("By month of the forecast:", "按预测月份:"), review.byMonth) : [])
  }

  /// How often measures lay where they were said to.
  var coverage: [AnswerPart] {
    guard !review.coverage.isEmpty else { return [] }
    let grid = TextGrid(
      headings: [
        language.pick("claims", "条数"), language.pick("in half", "半数范围内"),
        language.pick("in 90 %", "九成范围内"), language.pick("below", "偏低"),
        language.pick("above", "偏高"),
      ],
      rows: review.coverage.prefix(Self.rows).map { one in
        (
          language.pick(one.english, one.chinese),
          [one.count, one.inHalf, one.inNinety, one.below, one.above].map(String.init)
        )
      }
    )
    return titled(
      language.pick("Ranges of measures:", "指标范围:"),
      grid.lines(width: AnswerLayout.width) + rest(review.coverage.count)
    )
  }

  private func table(_ title: String, _ groups: [JournalReview.Group]) -> [AnswerPart] {
    guard !groups.isEmpty else { return [] }
    let grid = TextGrid(
      headings: [
        language.pick("claims", "条数"), language.pick("came true", "发生"),
        language.pick("expected", "应有"), "Brier", language.pick("base rate", "按发生率"),
        language.pick("log score", "对数分"),
      ],
      rows: groups.suffix(Self.rows).map { group in
        let scores = group.scores
        return (
          language.pick(group.english, group.chinese),
          [
            "\(scores.count)", "\(scores.hits)", fixed(scores.expectedHits, 1),
            fixed(scores.brier, 3), fixed(scores.baseRateBrier, 3), fixed(scores.logScore, 3),
          ]
        )
      }
    )
    return titled(title, grid.lines(width: AnswerLayout.width) + rest(groups.count))
  }

  private func rest(_ count: Int) -> [String] {
    count > Self.rows
      ? [
        language.pick(
          "  … and \(count - Self.rows) more (--format json)",
          "  … 另有 \(count - Self.rows) 行(--format json)"
        )
      ] : []
  }

  private func titled(_ title: String, _ lines: [String]) -> [AnswerPart] {
    [.sentence(heading: "", text: title)] + lines.map(AnswerPart.row)
  }

  private func fixed(_ number: Double, _ digits: Int) -> String {
    number.formatted(.number.precision(.fractionLength(digits)).grouping(.never))
  }
}
