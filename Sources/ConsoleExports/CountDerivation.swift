import InputFiles
import StoreModel

/// Turns what columns say into counts of days, as far as that leaves one value possible.
struct CountDerivation {
  /// A counter's total over some days up to one, where it is known though its days are not.
  struct WindowTotal: Hashable {
    var counters: [DayCounter]
    var days: Int
    var day: CalendarDay
    var total: Int
  }

  /// Counts by day.
  private(set) var days: [CalendarDay: [DayCounter: Int]] = [:]
  /// Columns that contradict counts at hand.
  private(set) var contradicted: [(column: Int, days: Int, first: CalendarDay)] = []
  /// What could not be derived.
  private(set) var gaps: [ImportAccount.Gap] = []
  /// Amounts known to a tolerance.
  private(set) var tolerances: [ImportAccount.Tolerance] = []
  /// Totals over windows that end on the last day.
  private(set) var totals: [WindowTotal] = []
  /// A pair of counts of which one should be part of the other, where it is not.
  private(set) var excess: (part: DayCounter, whole: DayCounter, day: CalendarDay)?

  /// Largest half width over an amount that is taken in its middle.
  private static let tolerance = 0.01

  private let columns: [ExportColumn]
  private let firstDay: CalendarDay
  private let dayCount: Int
  private let counters: [DayCounter]
  private let positions: [DayCounter: Int]
  /// Sums of counters that columns speak of; each has a number of its own beside its counters, for a
  /// sum is often known where its parts are not.
  private let groups: [[DayCounter]]
  private var bounds: CountBounds

  /// Derives counts.
  ///
  /// - Parameters:
  ///   - columns: what columns say; columns of one kind do not contradict each other.
  ///   - rows: the days that have a row.
  init(_ columns: [ExportColumn], rows: Set<CalendarDay>) {
    self.columns = columns
    let reach = columns.map(\.windowInDays).max() ?? 1
    let first = (rows.min() ?? CalendarDay(ordinal: 0)) - (reach - 1)
    firstDay = first
    dayCount = (rows.max() ?? first) - first + 1
    let all = Set(columns.flatMap { $0.field.reading.counters + $0.field.reading.wholes })
    counters = DayCounter.allCases.filter(all.contains)
    positions = Dictionary(
      uniqueKeysWithValues: counters.enumerated().map { ($0.element, $0.offset) }
    )
    let sums = columns.flatMap { [$0.field.reading.counters, $0.field.reading.wholes] }
    groups = sums.filter { $0.count > 1 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let single = counters.map { $0.greatestDailyValue * $0.unitsPerOne }
    let greatest =
      single + groups.map { $0.reduce(0) { $0 + $1.greatestDailyValue * $1.unitsPerOne } }
    bounds = CountBounds(greatest: (0..<dayCount).flatMap { _ in greatest })
    addGroups()
    addColumns()
    addParts(rows)
    collect(rows)
  }

  private func position(_ counter: DayCounter, _ day: CalendarDay) -> Int? {
    let offset = day - firstDay
    guard (0..<dayCount).contains(offset), let position = positions[counter] else { return nil }
    return offset * (counters.count + groups.count) + position
  }

  /// The numbers whose sum is that of counters on the days up to one.
  private func positions(_ sum: [DayCounter], upTo day: CalendarDay, _ window: Int) -> [Int] {
    let group = groups.firstIndex(of: sum)
    return (0..<window).flatMap { back -> [Int] in
      let offset = day - back - firstDay
      guard let group, (0..<dayCount).contains(offset) else {
        return sum.compactMap { position($0, day - back) }
      }
      return [offset * (counters.count + groups.count) + counters.count + group]
    }
  }

  /// Each sum is that of its counters, and of a smaller sum and the rest.
  private mutating func addGroups() {
    var relations: [CountBounds.Relation] = []
    for offset in 0..<dayCount {
      let day = firstDay + offset
      for group in groups {
        let whole = positions(group, upTo: day, 1)
        let counters = group.compactMap { position($0, day) }
        relations.append(.linear(plus: counters, minus: whole, low: 0, high: 0))
        for part in groups where part.count < group.count && Set(part).isSubset(of: group) {
          let rest = group.filter { !part.contains($0) }.compactMap { position($0, day) }
          let parts = positions(part, upTo: day, 1) + rest
          relations.append(.linear(plus: parts, minus: whole, low: 0, high: 0))
        }
      }
    }
    _ = bounds.add(relations)
  }

  /// Surest columns first, so that the less sure one of two that contradict each other is dropped.
  private mutating func addColumns() {
    let order = columns.indices.sorted {
      (columns[$0].doubt, $0) < (columns[$1].doubt, $1)
    }
    for index in order {
      let column = columns[index]
      guard !column.evidence.isEmpty || !column.silentDays.isEmpty else { continue }
      let relations = column.evidence.map { relation(of: $0, column) }
      let impossible = relations.indices.filter { !bounds.allows(relations[$0]) }
      if let first = impossible.first {
        contradicted.append((index, impossible.count, column.evidence[first].day))
      } else if let failed = bounds.add(relations) {
        contradicted.append((index, 1, column.evidence[failed].day))
      } else {
        _ = bounds.add(silences(column))
      }
    }
    let used = order.filter { index in !contradicted.contains { $0.column == index } }
    for index in used where columns[index].windowInDays > 1 {
      _ = bounds.add(differences(columns[index]))
    }
  }

  private func relation(of evidence: Evidence, _ column: ExportColumn) -> CountBounds.Relation {
    let reading = column.field.reading
    let parts = positions(reading.counters, upTo: evidence.day, column.windowInDays)
    guard reading.isRate else {
      let (low, high) = evidence.span.wholes(times: 1, 1)
      return .linear(plus: parts, minus: [], low: Int(low), high: Int(high))
    }
    let wholes = positions(reading.wholes, upTo: evidence.day, column.windowInDays)
    return .rate(parts: parts, wholes: wholes, span: evidence.span)
  }

  /// A rate that is not shown: of none, there are none.
  private func silences(_ column: ExportColumn) -> [CountBounds.Relation] {
    let reading = column.field.reading
    guard reading.isRate else { return [] }
    let anything = Span(low: 0, high: Int128(1) << 62, over: 1)
    return column.silentDays.map { day in
      .rate(
        parts: positions(reading.counters, upTo: day, column.windowInDays),
        wholes: positions(reading.wholes, upTo: day, column.windowInDays),
        span: anything
      )
    }
  }

  /// Two windows that end on neighbouring days differ by the day that came and the day that went.
  private func differences(_ column: ExportColumn) -> [CountBounds.Relation] {
    let reading = column.field.reading
    let totals = Dictionary(
      column.evidence.map { ($0.day, total(of: $0, column)) },
      uniquingKeysWith: { first, _ in first }
    )
    return totals.keys.sorted().compactMap { day in
      guard let here = totals[day], let before = totals[day - 1] else { return nil }
      return .linear(
        plus: positions(reading.counters, upTo: day, 1),
        minus: positions(reading.counters, upTo: day - column.windowInDays, 1),
        low: here.low - before.high,
        high: here.high - before.low
      )
    }
  }

  /// The total that a cell speaks of.
  private func total(of evidence: Evidence, _ column: ExportColumn) -> (low: Int, high: Int) {
    let reading = column.field.reading
    let parts = bounds.sum(positions(reading.counters, upTo: evidence.day, column.windowInDays))
    var possible = evidence.span.wholes(times: 1, 1)
    if reading.isRate {
      let whole = bounds.sum(positions(reading.wholes, upTo: evidence.day, column.windowInDays))
      possible = evidence.span.wholes(times: whole.low, whole.high)
    }
    return (
      Int(max(possible.low, Int128(parts.low))), Int(min(possible.high, Int128(parts.high)))
    )
  }

  /// What holds by definition: the shipped in time are among the shipped.
  private mutating func addParts(_ rows: Set<CalendarDay>) {
    for (part, whole) in DayCounter.partsOfWholes {
      guard positions[part] != nil, positions[whole] != nil else { continue }
      let order = rows.sorted()
      let relations = order.map { day -> CountBounds.Relation in
        let (all, some) = (positions([whole], upTo: day, 1), positions([part], upTo: day, 1))
        return .linear(plus: all, minus: some, low: 0, high: bounds.sum(all).high)
      }
      if let failed = bounds.add(relations) { excess = excess ?? (part, whole, order[failed]) }
    }
  }

  /// The bounds of a counter on a day.
  func range(_ counter: DayCounter, _ day: CalendarDay) -> ClosedRange<Int>? {
    position(counter, day).map { bounds.low[$0]...bounds.high[$0] }
  }

  /// The value of a counter on a day, where it is known: one number, or an amount to a tolerance.
  private func value(_ counter: DayCounter, _ day: CalendarDay) -> (value: Int, width: Double)? {
    guard let range = range(counter, day) else { return nil }
    let half = Double(range.upperBound - range.lowerBound) / 2
    if half == 0 { return (range.lowerBound, 0) }
    let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
    guard counter.unitsPerOne > 1, middle > 0, half <= Self.tolerance * Double(middle) else {
      return nil
    }
    return (middle, half / Double(middle))
  }

  private mutating func collect(_ rows: Set<CalendarDay>) {
    for counter in counters {
      var widths: [Double] = []
      for day in rows {
        guard let (value, width) = value(counter, day) else { continue }
        days[day, default: [:]][counter] = value
        if width > 0 { widths.append(width) }
      }
      if let greatest = widths.max() {
        tolerances.append(
          ImportAccount.Tolerance(counter: counter, days: widths.count, greatest: greatest)
        )
      }
    }
    for (index, column) in columns.enumerated() {
      if contradicted.contains(where: { $0.column == index }) { continue }
      if let gap = gap(of: column) { gaps.append(gap) }
      if let total = windowTotal(of: column, last: rows.max()) { totals.append(total) }
    }
  }

  private func gap(of column: ExportColumn) -> ImportAccount.Gap? {
    let reading = column.field.reading
    let told = Set(column.evidence.map(\.day))
    let missing = told.filter { day in
      reading.counters.contains { days[day]?[$0] == nil }
    }
    guard !missing.isEmpty else { return nil }
    let unknown = reading.counters.filter { counter in
      missing.contains { days[$0]?[counter] == nil }
    }
    return ImportAccount.Gap(
      source: column.source,
      heading: column.heading,
      counters: unknown,
      days: missing.count,
      daysTold: told.count,
      obstacle: obstacle(column, missing)
    )
  }

  private func obstacle(
    _ column: ExportColumn,
    _ missing: Set<CalendarDay>
  ) -> ImportAccount.Obstacle {
    let reading = column.field.reading
    if reading.isRate {
      let absent = reading.wholes.filter { counter in
        missing.contains { day in
          (0..<column.windowInDays).contains { back in
            range(counter, day - back).map { $0.lowerBound < $0.upperBound } ?? true
          }
        }
      }
      let areInWindow = column.windowInDays > 1
      let hasSome = reading.wholes.contains { counter in days.values.contains { $0[counter] != nil }
      }
      if !absent.isEmpty, !(areInWindow && hasSome) { return .noDenominator(absent) }
    }
    if column.windowInDays > 1 { return .windowOnly(column.windowInDays) }
    if reading.counters.count > 1 { return .sumOnly }
    let widths = missing.compactMap { day in
      reading.counters.first.flatMap { range($0, day) }.map { $0.upperBound - $0.lowerBound + 1 }
    }
    return .severalFit(widths.max() ?? 0)
  }

  /// The total of the last window, where its days are not all known.
  private func windowTotal(of column: ExportColumn, last: CalendarDay?) -> WindowTotal? {
    guard column.windowInDays > 1, let last,
      let evidence = column.evidence.first(where: { $0.day == last })
    else { return nil }
    let counters = column.field.reading.counters
    let isKnown = (0..<column.windowInDays).allSatisfy { back in
      counters.allSatisfy { days[last - back]?[$0] != nil }
    }
    let (low, high) = total(of: evidence, column)
    guard !isKnown, low == high else { return nil }
    return WindowTotal(counters: counters, days: column.windowInDays, day: last, total: low)
  }
}

extension AliasTable.Reading {
  /// The counters that cells speak of.
  var counters: [DayCounter] {
    switch self {
    case .sum(let counters), .share(let counters, _): counters
    case .mean(let total, _): [total]
    default: []
    }
  }

  /// The counters that cells are rates of.
  var wholes: [DayCounter] {
    switch self {
    case .share(_, let wholes), .mean(_, let wholes): wholes
    default: []
    }
  }

  /// Whether cells are rates.
  var isRate: Bool { !wholes.isEmpty }
}

extension ExportColumn {
  /// How unsure a column is, beside others: sums of a day, then rates of a day, then windows.
  fileprivate var doubt: Int {
    let reading = field.reading
    return (windowInDays > 1 ? 4 : 0) + (reading.isRate ? 2 : 0)
      + (reading.counters.count > 1 ? 1 : 0)
  }
}
