import InputFiles
import StoreModel

/// What a cell says of a day, or of the days up to it.
struct Evidence: Hashable {
  /// The day.
  var day: CalendarDay
  /// What the number may have been: a sum in stored units, or a rate.
  var span: Span
  /// The cell as written.
  var text: String
  /// Where it stands.
  var place: SourceLocation
}

/// A column of an export with what its cells say.
struct ExportColumn {
  /// The table that it stands in.
  var source: String
  /// The file that it stands in.
  var file: String
  /// Its heading as written.
  var heading: String
  /// What kind it is.
  var field: AliasTable.Field
  /// Days that a cell covers.
  var windowInDays: Int
  /// What its cells say of counts.
  var evidence: [Evidence] = []
  /// Scores that its cells show.
  var scores: [(day: CalendarDay, value: Double)] = []
  /// Levels that its cells show.
  var states: [(day: CalendarDay, name: String)] = []
  /// The unit its cells were read in.
  var unit = ""
  /// Digits that they were rounded to.
  var roundedDigits: Int?
  /// Days with a row and without a number.
  var silentDays: [CalendarDay] = []
  /// Whether it is a share without a word on its unit.
  var isUnclear = false
}

/// Reads the cells of a column.
struct ColumnReader {
  let match: ColumnMatch
  let heading: String
  let file: String
  let absent: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(_ match: ColumnMatch, heading: String, file: String, absent: Set<String>) {
    self.match = match
    self.heading = heading
    self.file = file
    self.absent = absent
  }

  /// The column's numbers.
  mutating func read(
    _ cells: [(day: CalendarDay, cell: ExportCell)],
    into column: inout ExportColumn
  ) {
    switch match.field.reading {
    case .nothing: return
    case .state:
      column.states = cells.compactMap { isAbsent($0.cell) ? nil : ($0.day, $0.cell.text) }
      return
    default: break
    }
    var numbers: [(day: CalendarDay, cell: ExportCell, number: CellNumber)] = []
    for (day, cell) in cells where !isAbsent(cell) {
      if let number = CellNumber(cell.content) {
        numbers.append((day, cell, number))
      } else {
        report("is no number", cell)
      }
    }
    guard !numbers.isEmpty else { return }
    switch match.field.reading {
    case .displayed:
      for (day, cell, number) in numbers {
        let value = Double(number.mantissa) / Double(Span.power(number.digits))
        if (0...1000).contains(value) {
          column.scores.append((day, value))
        } else {
          report("is no score from 0 to 1000", cell)
        }
      }
    case .share: readShares(numbers, into: &column)
    case .sum(let counters):
      readAmounts(numbers, counters.first ?? .orders, isMean: false, into: &column)
    case .mean(let total, _): readAmounts(numbers, total, isMean: true, into: &column)
    default: break
    }
  }

  private func isAbsent(_ cell: ExportCell) -> Bool {
    absent.contains(Heading.normalised(cell.text))
  }

  /// Rates: with a percent sign, a unit in the heading, a format of the spreadsheet or a unit in the
  /// table; else in hundredths where one of them is above 1, and unclear where none is.
  private mutating func readShares(
    _ numbers: [(day: CalendarDay, cell: ExportCell, number: CellNumber)],
    into column: inout ExportColumn
  ) {
    let bare = numbers.filter { $0.number.unit == nil }.map(\.number)
    var bareUnit = match.unit?.unit
    if match.field.unit != .count { bareUnit = bareUnit ?? match.field.unit }
    if bareUnit == nil, !bare.isEmpty {
      guard bare.contains(where: { Int128($0.mantissa) > Span.power($0.digits) }) else {
        column.isUnclear = true
        return
      }
      bareUnit = .percent
    }
    let shares = numbers.map { entry -> (CellNumber, Int)? in
      switch entry.number.unit ?? bareUnit {
      case .percent: (entry.number, entry.number.digits + 2)
      case .fraction: (entry.number, max(entry.number.digits, entry.number.shownDigits ?? 0))
      default: nil
      }
    }
    let digits = shares.compactMap { $0?.1 }.max() ?? 0
    guard digits <= 12 else {
      column.isUnclear = true
      return
    }
    column.unit = digits >= 2 ? "%" : "1"
    column.roundedDigits = max(0, digits - 2)
    for (entry, share) in zip(numbers, shares) {
      guard let share, share.0.tens == 0 else {
        report("has a unit that is none of a share", entry.cell)
        continue
      }
      let own = share.0.unit == .percent || share.0.unit == nil && bareUnit == .percent
      let mantissa =
        Int128(share.0.mantissa) * Span.power(digits - share.0.digits - (own ? 2 : 0))
      guard mantissa >= 0 else {
        report("is below 0", entry.cell)
        continue
      }
      column.evidence.append(
        Evidence(
          day: entry.day,
          span: possibleShare(mantissa, digits),
          text: entry.cell.text,
          place: entry.cell.place
        )
      )
    }
  }

  /// A share of things that contains its part: never above 1, unless it is shown so.
  private func possibleShare(_ mantissa: Int128, _ digits: Int) -> Span {
    let one = 2 * Span.power(digits)
    var span = rounded(mantissa, over: one / 2)
    if 2 * mantissa <= one { span.high = min(span.high, one) }
    span.low = max(span.low, 0)
    guard match.field.isComplement else { return span }
    return Span(low: max(0, one - span.high), high: max(0, one - span.low), over: span.over)
  }

  /// Numbers of things, amounts, and means of them, in stored units of the counter.
  private mutating func readAmounts(
    _ numbers: [(day: CalendarDay, cell: ExportCell, number: CellNumber)],
    _ counter: DayCounter,
    isMean: Bool,
    into column: inout ExportColumn
  ) {
    func tens(_ number: CellNumber) -> Int {
      number.unit == nil && number.tens == 0 ? match.unit?.tens ?? 0 : number.tens
    }
    // Numbers of one multiplier are rounded alike, and zeros at their end may be missing.
    let digits = Dictionary(grouping: numbers, by: { tens($0.number) })
      .mapValues { $0.map(\.number.digits).max() ?? 0 }
    for (day, cell, number) in numbers {
      let unit = number.unit ?? match.unit.map(\.unit) ?? match.field.unit
      guard let factor = Self.stored(unit == .count ? match.field.unit : unit, counter) else {
        report("has a unit that does not fit", cell)
        continue
      }
      let shown = digits[tens(number)] ?? 0
      let mantissa = Int128(number.mantissa) * Span.power(shown - number.digits)
      let isRounded = isMean || tens(number) > 0
      let scale = Int128(factor) * Span.power(tens(number))
      var span = isRounded ? rounded(mantissa, over: Span.power(shown)) : exact(mantissa, shown)
      span.low *= scale
      span.high *= scale
      if number.mantissa < 0 {
        report("is below 0", cell)
        continue
      }
      span.low = max(0, span.low)
      if !isMean {
        if counter.unitsPerOne > 1 { span = span.outward }
        let whole = span.wholes(times: 1, 1)
        let limit = Int128(counter.greatestDailyValue) * Int128(counter.unitsPerOne)
        guard whole.low <= whole.high else {
          report("has a fraction where things are counted", cell)
          continue
        }
        guard whole.low <= limit * Int128(match.windowInDays) else {
          report("is more than a day can have", cell)
          continue
        }
      }
      if isRounded { column.roundedDigits = max(column.roundedDigits ?? 0, shown) }
      column.unit = Self.name(unit, tens(number), counter)
      column.evidence.append(Evidence(day: day, span: span, text: cell.text, place: cell.place))
    }
  }

  private func exact(_ mantissa: Int128, _ digits: Int) -> Span {
    Span(low: mantissa, high: mantissa, over: Span.power(digits))
  }

  /// What may have been rounded to a number of `mantissa` over `over`, half a unit to each side; or
  /// up to a whole unit above where the console cuts digits off.
  private func rounded(_ mantissa: Int128, over: Int128) -> Span {
    match.field.isCutOff
      ? Span(low: 2 * mantissa, high: 2 * mantissa + 2, over: 2 * over)
      : Span(low: 2 * mantissa - 1, high: 2 * mantissa + 1, over: 2 * over)
  }

  /// Stored units of a counter in one of a unit; `nil` where the unit is of another kind.
  private static func stored(_ unit: ExportUnit, _ counter: DayCounter) -> Int? {
    switch counter.unitsPerOne {
    case 1: unit == .count ? 1 : nil
    case 100: unit == .yuan || unit == .count ? 100 : nil
    case 1000: unit.seconds.map { $0 * 1000 }
    default: unit.seconds
    }
  }

  private static func name(_ unit: ExportUnit, _ tens: Int, _ counter: DayCounter) -> String {
    let name =
      switch unit {
      case .yuan: "yuan"
      case .seconds: "s"
      case .minutes: "min"
      case .hours: "h"
      case .days: "days"
      default: counter.unitsPerOne == 100 ? "yuan" : ""
      }
    return tens == 0 ? name : "10^\(tens) " + name
  }

  private mutating func report(_ why: String, _ cell: ExportCell) {
    diagnostics.append(
      ImportFinding.noNumber(cell.text, heading: heading, why: why)
        .diagnostic(in: file, at: cell.place)
    )
  }
}
