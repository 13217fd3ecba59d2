package import StoreModel

/// A history as read, with what is worth saying about it.
package struct HistoryReading: Sendable {
  /// The observed days before the start.
  package var history: StoreHistory
  /// Notices and warnings, by position.
  package var notices: [Diagnostic]
}

/// Reads a history CSV: one row a calendar day, `date` first, columns named as ``DayCounter``.
package struct HistoryReader {
  private let file: String
  private let start: CalendarDay?
  private var diagnostics: [Diagnostic] = []

  private enum Column {
    case counter(DayCounter)
    case displayed(String)
    case campaign
    case ignored
  }

  private init(file: String, start: CalendarDay?) {
    self.file = file
    self.start = start
  }

  /// Reads a history.
  ///
  /// - Parameters:
  ///   - text: UTF-8 text, LF or CR LF; a byte order mark is skipped.
  ///   - file: The file's name in messages.
  ///   - start: Day 1 of a scenario; rows on or after it are left out with a notice.
  /// - Returns: The days before the start, and what is worth saying about the file.
  /// - Throws: ``InputErrors`` with HI1xx (columns, dates) and HI2xx (cells).
  package static func history(
    fromCSV text: String,
    file: String,
    start: CalendarDay? = nil
  ) throws(InputErrors) -> HistoryReading {
    var reader = HistoryReader(file: file, start: start)
    let days = reader.days(of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    let found = reader.diagnostics
    guard found.allSatisfy({ $0.severity != .error }) else { throw InputErrors(found) }
    return HistoryReading(
      history: StoreHistory(days: days),
      notices: InputErrors(found).diagnostics
    )
  }

  private mutating func days(of text: String) -> [StoreHistory.Day] {
    let rows: [[CSVCell]]
    do throws(CSVText.Fault) {
      rows = try CSVText.rows(of: text)
    } catch {
      report("HI101", error.location, "this is not valid CSV: \(error.message)", hint: error.hint)
      return []
    }
    guard let header = rows.first else {
      report(
        "HI102",
        SourceLocation(line: 1, column: 1),
        "the history is empty",
        hint: "its first line names the columns: date, orders, …"
      )
      return []
    }
    let columns = columns(of: header)
    var days: [StoreHistory.Day] = []
    var lastRead: CalendarDay?
    var left: (count: Int, first: SourceLocation)?
    for row in rows.dropFirst() {
      guard let day = day(of: row, columns: columns, after: lastRead) else { continue }
      lastRead = day.date
      if let start, day.date >= start {
        left = ((left?.count ?? 0) + 1, left?.first ?? row[0].location)
      } else {
        noteGap(before: day.date, after: days.last?.date, at: row[0].location)
        days.append(day)
      }
    }
    if let left, let start {
      report(
        "HI107",
        left.first,
        "\(left.count) rows from \(start) on are left out",
        severity: .notice
      )
    }
    if rows.count == 1 {
      report("HI102", header[0].location, "the history has columns and no days")
    }
    return days
  }

  private mutating func columns(of header: [CSVCell]) -> [Column] {
    var seen: Set<String> = []
    return header.enumerated().map { index, cell in
      let name = cell.text.trimmed
      if index == 0 {
        if name != "date" {
          report(
            "HI103",
            cell.location,
            "the first column must be 'date', found '\(name.clipped)'",
            hint: "columns are separated by commas; docs/csv-format.md lists them"
          )
        }
        return .ignored
      }
      guard seen.insert(name).inserted, name != "date" else {
        report("HI105", cell.location, "the column '\(name.clipped)' stands twice")
        return .ignored
      }
      if let counter = DayCounter(name: name) { return .counter(counter) }
      if name == StoreHistory.campaignColumn { return .campaign }
      let prefix = "displayed_"
      if name.hasPrefix(prefix), name.count > prefix.count {
        return .displayed(String(name.dropFirst(prefix.count)))
      }
      let known = DayCounter.allCases.map(\.name) + [StoreHistory.campaignColumn]
      let nearest = NearestName.nearest(to: name, among: known)
      report(
        "HI104",
        cell.location,
        "unknown column '\(name.clipped)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        hint: "docs/csv-format.md lists the columns; delete what is not among them"
      )
      return .ignored
    }
  }

  private mutating func day(
    of row: [CSVCell],
    columns: [Column],
    after last: CalendarDay?
  ) -> StoreHistory.Day? {
    guard row.count <= columns.count else {
      report(
        "HI106",
        row[columns.count].location,
        "the row has \(row.count) cells, the first line names \(columns.count) columns"
      )
      return nil
    }
    let text = row[0].text.trimmed
    guard let date = CalendarDay(iso: text), (1970...2199).contains(date.civil.year) else {
      report(
        "HI201",
        row[0].location,
        "a row must begin with a date YYYY-MM-DD, found '\(text.clipped)'",
        hint: "for example 2026-09-30"
      )
      return nil
    }
    if let last, date <= last {
      report(
        "HI202",
        row[0].location,
        date == last ? "the day \(date) stands twice" : "the day \(date) comes after \(last)",
        hint: "one row a day, in order of date"
      )
      return nil
    }
    var day = StoreHistory.Day(date: date, counts: [:])
    for (cell, column) in zip(row, columns).dropFirst() where !cell.text.trimmed.isEmpty {
      switch column {
      case .counter(let counter):
        if let value = value(of: cell, counter) { day.counts[counter] = value }
      case .displayed(let score):
        if let value = displayedValue(of: cell) { day.displayed[score] = value }
      case .campaign: day.beginsCampaign = isMarked(cell)
      case .ignored: break
      }
    }
    checkParts(of: day, row: row, columns: columns)
    return day
  }

  private mutating func value(of cell: CSVCell, _ counter: DayCounter) -> Int? {
    let text = cell.text.trimmed
    let limit = counter.greatestDailyValue
    let value = DecimalText.integer(text, times: counter.unitsPerOne, atMost: limit)
    let isWhole = counter.unitsPerOne > 1 || DecimalText.isWhole(text)
    guard let value, value >= 0, isWhole else {
      report(
        "HI203",
        cell.location,
        "\(counter.name) must be a \(counter.unitsPerOne > 1 ? "" : "whole ")number from 0 to "
          + "\(limit), found '\(text.clipped)'",
        hint: "empty is not observed, 0 is observed and none; no separators within numbers"
      )
      return nil
    }
    return value
  }

  private mutating func displayedValue(of cell: CSVCell) -> Double? {
    let text = cell.text.trimmed
    guard let units = DecimalText.integer(text, times: 1_000_000, atMost: 1000), units >= 0 else {
      report(
        "HI203",
        cell.location,
        "a displayed score must be a number from 0 to 1000, found '\(text.clipped)'"
      )
      return nil
    }
    return Double(units) / 1_000_000
  }

  private mutating func isMarked(_ cell: CSVCell) -> Bool {
    let text = cell.text.trimmed
    if text != "0", text != "1" {
      report(
        "HI203",
        cell.location,
        "\(StoreHistory.campaignColumn) must be 1 on the day a campaign to invite ratings begins, "
          + "else 0 or empty, found '\(text.clipped)'"
      )
    }
    return text == "1"
  }

  private mutating func checkParts(of day: StoreHistory.Day, row: [CSVCell], columns: [Column]) {
    for (part, whole) in DayCounter.partsOfWholes {
      guard let some = day.counts[part], let all = day.counts[whole], some > all else { continue }
      let index = columns.firstIndex { column in
        if case .counter(part) = column { true } else { false }
      }
      report(
        "HI204",
        row[index ?? 0].location,
        "\(part.name) cannot exceed \(whole.name): found \(some) of \(all) on \(day.date)"
      )
    }
  }

  private mutating func noteGap(
    before date: CalendarDay,
    after last: CalendarDay?,
    at location: SourceLocation
  ) {
    guard let last, date - last > 1 else { return }
    report(
      "HI108",
      location,
      date - last == 2
        ? "the day \(last + 1) is missing and read as not observed"
        : "\(date - last - 1) days from \(last + 1) to \(date - 1) are missing and read as not "
          + "observed",
      severity: .notice
    )
  }

  private mutating func report(
    _ code: String,
    _ location: SourceLocation,
    _ message: String,
    hint: String = "",
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        file: file,
        location: location,
        severity: severity,
        code: code,
        message: message,
        hint: hint
      )
    )
  }
}
