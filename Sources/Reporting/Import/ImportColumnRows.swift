import StoreModel

/// The table of columns: heading in the file → column of the history.
struct ImportColumnRows {
  let columns: [ImportAccount.Column]
  let words: ImportWords
  let isExplained: Bool

  /// Widest heading shown in full.
  private static let widest = 40

  /// Rows, each with a line of details where they are asked for.
  var parts: [AnswerPart] {
    let width = min(
      Self.widest,
      columns.map { DisplayWidth.columns(of: $0.heading) }.max() ?? 0
    )
    return columns.flatMap { column -> [AnswerPart] in
      let heading = DisplayWidth.padded(
        DisplayWidth.fitted(column.heading, to: width),
        to: width
      )
      let row = "  \(heading) → \(words.meaning(column))\(window(column))"
      let lines = LineWrap.lines(row, width: AnswerLayout.width, indent: width + 5)
      guard isExplained else { return lines.map(AnswerPart.row) }
      let details = LineWrap.lines(
        String(repeating: " ", count: width + 5) + words.details(column),
        width: AnswerLayout.width,
        indent: width + 5
      )
      return (lines + details).map(AnswerPart.row)
    }
  }

  private func window(_ column: ImportAccount.Column) -> String {
    guard column.windowInDays > 1 else { return "" }
    let days = column.windowInDays
    return words.language.pick(", over \(days) days", ",\(days) 天")
  }
}
