import Foundation
package import InputFiles
import Rules
import StoreModel

/// Turns a console's exports into a history: reads the files, finds their columns in the platform's
/// table of aliases, merges what they say by day, and derives counts where one value is possible.
package struct ConsoleImport {
  private let table: AliasTable
  private let year: Int?
  private let isChinese: Bool
  private var diagnostics: [Diagnostic] = []
  private var account = ImportAccount()
  private var columns: [ExportColumn] = []
  private var rows: Set<CalendarDay> = []

  private init(table: AliasTable, year: Int?, isChinese: Bool) {
    self.table = table
    self.year = year
    self.isChinese = isChinese
  }

  /// Reads exports.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - table: What the platform's console calls its columns.
  ///   - year: The year of days that are shown without one.
  ///   - isChinese: Whether the account's texts are Chinese.
  /// - Returns: The history, and what became of each column.
  /// - Throws: ``InputErrors`` with every finding: SC106, SC107, IM2xx of files, IM3xx of cells.
  package static func history(
    ofFilesAt paths: [String],
    table: AliasTable,
    year: Int?,
    isChinese: Bool
  ) throws(InputErrors) -> ImportedHistory {
    var reader = ConsoleImport(table: table, year: year, isChinese: isChinese)
    for path in paths {
      do throws(InputErrors) {
        reader.read(try ExportFile.book(at: path))
      } catch {
        reader.diagnostics += error.diagnostics
      }
    }
    return try reader.derived(file: paths.first ?? "")
  }

  /// Reads the sheets of a file that have headings the table knows.
  private mutating func read(_ book: ExportBook) {
    let index = HeadingIndex(table)
    var isUsed = false
    for sheet in book.sheets where !sheet.rows.isEmpty {
      let name = book.sheets.count > 1 ? book.name(of: sheet) : book.file
      guard let layout = ExportLayout(sheet, index) else {
        account.sources.append(
          ImportAccount.Source(name: name, form: book.form, headingLine: nil, days: 0)
        )
        leaveOut(.table, name)
        continue
      }
      isUsed = true
      read(sheet, layout, name, book, index)
    }
    if !isUsed {
      diagnostics +=
        ImportFinding.noHeadings(dates: table.dateHeadings).failure(in: book.file)
        .diagnostics
    }
  }

  private mutating func read(
    _ sheet: ExportSheet,
    _ layout: ExportLayout,
    _ name: String,
    _ book: ExportBook,
    _ index: HeadingIndex
  ) {
    let found = RowDays(sheet, layout: layout, table: table, file: book.file, year: year)
    diagnostics += found.diagnostics
    let days = Set(found.rows.map(\.day))
    rows.formUnion(days)
    account.sources.append(
      ImportAccount.Source(
        name: name,
        form: book.form,
        headingLine: sheet.rows[layout.headingRow].cells.first?.place.line,
        days: days.count
      )
    )
    let counts: [(Int, (Int) -> ImportAccount.Omission)] = [
      (found.totals, { .totals($0) }), (found.remarks, { .remarks($0) }),
      (found.spans, { .spans($0) }), (found.rows.count - days.count, { .repeated($0) }),
    ]
    for (count, omission) in counts where count > 0 { leaveOut(omission(count), name) }
    for column in layout.columns {
      guard let match = column.match else {
        leaveOut(.unknownHeading(column.heading, nearest: index.nearest(to: column.heading)), name)
        continue
      }
      if case .nothing(let why) = match.field.reading {
        leaveOut(
          .meaningless(column.heading, why: isChinese ? why.chinese : why.english),
          name
        )
        continue
      }
      read(column, match, found.rows, name, book.file)
    }
  }

  private mutating func read(
    _ column: ExportLayout.Column,
    _ match: ColumnMatch,
    _ rows: [(day: CalendarDay, row: ExportRow)],
    _ name: String,
    _ file: String
  ) {
    var reader = ColumnReader(
      match,
      heading: column.heading,
      file: file,
      absent: Set(table.absent.map(Heading.normalised))
    )
    var result = ExportColumn(
      source: name,
      file: file,
      heading: column.heading,
      field: match.field,
      windowInDays: match.windowInDays
    )
    let cells = rows.compactMap { day, row in row[column.column].map { (day: day, cell: $0) } }
    reader.read(cells, into: &result)
    diagnostics += reader.diagnostics
    if result.isUnclear {
      leaveOut(.unclearShare(column.heading), name)
    } else if result.evidence.isEmpty, result.scores.isEmpty, result.states.isEmpty {
      if reader.diagnostics.isEmpty { leaveOut(.emptyColumn(column.heading), name) }
    } else {
      let told = Set(result.evidence.map(\.day))
      result.silentDays = Array(Set(rows.map(\.day)).subtracting(told))
      columns.append(result)
    }
  }

  private mutating func leaveOut(_ omission: ImportAccount.Omission, _ source: String) {
    account.omissions.append(ImportAccount.LeftOut(source: source, omission: omission))
  }

  /// The history, where nothing is wrong.
  private mutating func derived(file: String) throws(InputErrors) -> ImportedHistory {
    diagnostics += ColumnAgreement(columns).diagnostics
    if diagnostics.isEmpty, rows.isEmpty {
      throw ImportFinding.nothingRead.failure(in: file)
    }
    guard diagnostics.isEmpty else { throw InputErrors(diagnostics) }
    let derivation = CountDerivation(columns, rows: rows)
    if let excess = derivation.excess { throw failure(excess, derivation) }
    for (index, days, first) in derivation.contradicted {
      leaveOut(
        .contradicted(columns[index].heading, days: days, first: first),
        columns[index].source
      )
    }
    account.gaps = derivation.gaps
    account.tolerances = derivation.tolerances
    account.columns = columns.enumerated().compactMap { index, column in
      derivation.contradicted.contains { $0.column == index }
        ? nil : self.account(of: column, derivation)
    }
    let shown = ShownStanding(columns)
    let days = rows.sorted().map { day in
      StoreHistory.Day(
        date: day,
        counts: derivation.days[day] ?? [:],
        displayed: shown.scores[day] ?? [:]
      )
    }
    return ImportedHistory(
      history: StoreHistory(days: days),
      account: account,
      displayed: shown.lastItems,
      levels: shown.levels,
      totals: derivation.totals.compactMap { total in
        total.counters.count == 1
          ? ImportedHistory.WindowTotal(
            counter: total.counters[0],
            days: total.days,
            total: total.total
          ) : nil
      }
    )
  }

  private func failure(
    _ excess: (part: DayCounter, whole: DayCounter, day: CalendarDay),
    _ derivation: CountDerivation
  ) -> InputErrors {
    let evidence = columns.lazy.filter { $0.field.reading.counters.contains(excess.part) }
      .compactMap { column in
        column.evidence.first { $0.day == excess.day }.map { (column.file, $0.place) }
      }.first
    return InputErrors([
      ImportFinding.partExceedsWhole(
        part: excess.part.name,
        whole: excess.whole.name,
        day: excess.day.description,
        some: derivation.range(excess.part, excess.day)?.lowerBound ?? 0,
        all: derivation.range(excess.whole, excess.day)?.upperBound ?? 0
      ).diagnostic(
        in: evidence?.0 ?? "",
        at: evidence?.1 ?? SourceLocation(line: 1, column: 1)
      )
    ])
  }

  private func account(
    of column: ExportColumn,
    _ derivation: CountDerivation
  ) -> ImportAccount.Column {
    let reading = column.field.reading
    let role: ImportAccount.Role =
      switch reading {
      case .share(_, let wholes): .share(among: wholes)
      case .mean(_, let wholes): .mean(over: wholes)
      case .displayed(let score, let item): .displayed(score == item ? score : "\(score).\(item)")
      case .state(let ladder): .state(ladder)
      default: .sum
      }
    let told = Set(column.evidence.map(\.day))
    let known = told.count { day in
      reading.counters.allSatisfy { derivation.days[day]?[$0] != nil }
    }
    return ImportAccount.Column(
      source: column.source,
      heading: column.heading,
      counters: reading.counters,
      role: role,
      windowInDays: column.windowInDays,
      unit: column.unit,
      roundedDigits: column.roundedDigits,
      cells: column.evidence.count + column.scores.count + column.states.count,
      daysKnown: known,
      origin: column.field.origin,
      reference: isChinese ? column.field.source.chinese : column.field.source.english
    )
  }
}
