/// A small table of a terminal: names on the left, values on the right of their columns.
struct TextGrid {
  /// Headings of the value columns.
  var headings: [String]
  /// Name and values of each row.
  var rows: [(name: String, values: [String])]

  /// The rows with their heading, at most `width` columns wide.
  ///
  /// Names are cut before values; columns are dropped but for two when even that is too wide: the
  /// first ones where the last matter most, as with dates, else the last.
  func lines(width: Int, keepsLast: Bool = true) -> [String] {
    var kept = Array(headings.indices)
    func widths() -> [Int] {
      kept.map { column in
        max(
          DisplayWidth.columns(of: headings[column]),
          rows.map { DisplayWidth.columns(of: $0.values[column]) }.max() ?? 0
        ) + 2
      }
    }
    let shortestName = 16
    while kept.count > 2, widths().reduce(2, +) + shortestName > width {
      if keepsLast { kept.removeFirst() } else { kept.removeLast() }
    }
    let columns = widths()
    let longest = rows.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    let name = min(longest, max(shortestName, width - 2 - columns.reduce(0, +)))
    let heading = line(name: "", values: kept.map { headings[$0] }, nameWidth: name, columns)
    return [heading]
      + rows.map { row in
        line(name: row.name, values: kept.map { row.values[$0] }, nameWidth: name, columns)
      }
  }

  private func line(
    name: String,
    values: [String],
    nameWidth: Int,
    _ columns: [Int]
  ) -> String {
    let cells = zip(values, columns).map { DisplayWidth.padded($0, to: $1, alignRight: true) }
    return "  "
      + DisplayWidth.padded(DisplayWidth.fitted(name, to: nameWidth), to: nameWidth)
      + cells.joined()
  }
}
