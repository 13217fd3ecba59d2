/// The counts of consecutive days, one row a day and one column a ``DayCounter``.
///
/// Day 1 is the first day of the forecast; days 0, −1, … lie before it. The log is the only memory
/// that scoring windows read, so a window over real history and one over simulated days are the
/// same thing. Rows are allocated once: ``clear()`` makes the log ready for the next replication.
package struct TallyLog: Sendable {
  /// The earliest day with a row.
  package let firstDay: Int

  /// The latest day with a row.
  package let lastDay: Int

  private var cells: [Int]

  /// Creates a log of zeros for the days `firstDay...lastDay`.
  package init(firstDay: Int, lastDay: Int) {
    precondition(firstDay <= lastDay, "a log needs at least one day")
    self.firstDay = firstDay
    self.lastDay = lastDay
    cells = Array(repeating: 0, count: (lastDay - firstDay + 1) * DayCounter.count)
  }

  /// The count of one day; a day outside the log reads 0.
  package subscript(day: Int, counter: DayCounter) -> Int {
    get {
      guard day >= firstDay, day <= lastDay else { return 0 }
      return cells[(day - firstDay) * DayCounter.count + counter.rawValue]
    }
    set {
      precondition(day >= firstDay && day <= lastDay, "day \(day) has no row")
      cells[(day - firstDay) * DayCounter.count + counter.rawValue] = newValue
    }
  }

  /// How a sum over days changes when one day enters it and another leaves.
  package func change(of counter: DayCounter, entering: Int, leaving: Int) -> Int {
    self[entering, counter] - self[leaving, counter]
  }

  /// Adds to the count of one day.
  package mutating func add(_ amount: Int, to counter: DayCounter, on day: Int) {
    precondition(day >= firstDay && day <= lastDay, "day \(day) has no row")
    cells[(day - firstDay) * DayCounter.count + counter.rawValue] += amount
  }

  /// Adds to the five counts of a star stream, of which `first` counts one star.
  package mutating func add(stars: InlineArray<5, Int>, to first: DayCounter, on day: Int) {
    precondition(day >= firstDay && day <= lastDay, "day \(day) has no row")
    let cell = (day - firstDay) * DayCounter.count + first.rawValue
    for star in stars.indices { cells[cell + star] += stars[star] }
  }

  /// Sets the five counts of a star stream to those of another, each named by its count of one star.
  package mutating func copyStars(of first: DayCounter, to other: DayCounter, on day: Int) {
    precondition(day >= firstDay && day <= lastDay, "day \(day) has no row")
    let row = (day - firstDay) * DayCounter.count
    for star in 0..<5 { cells[row + other.rawValue + star] = cells[row + first.rawValue + star] }
  }

  /// The sum of a counter over `days`; days without a row count 0.
  package func sum(of counter: DayCounter, over days: ClosedRange<Int>) -> Int {
    guard days.overlaps(firstDay...lastDay) else { return 0 }
    let span = days.clamped(to: firstDay...lastDay)
    let width = DayCounter.count
    var cell = (span.lowerBound - firstDay) * width + counter.rawValue
    var sum = 0
    for _ in span {
      sum += cells[cell]
      cell += width
    }
    return sum
  }

  /// Copies the rows of some days from a log of the same span.
  package mutating func copyRows(_ days: Range<Int>, from other: TallyLog) {
    precondition(other.firstDay == firstDay && other.lastDay == lastDay, "logs differ in span")
    let rows = days.clamped(to: firstDay..<(lastDay + 1))
    let width = DayCounter.count
    for index in (rows.lowerBound - firstDay) * width..<(rows.upperBound - firstDay) * width {
      cells[index] = other.cells[index]
    }
  }

  /// Sets every count to zero.
  package mutating func clear() {
    for index in cells.indices { cells[index] = 0 }
  }
}
