package import StoreModel

/// A history ready for sums over windows: what was observed, and on how many days.
package struct ObservedDays: Sendable {
  /// First day with a row.
  package let firstDay: CalendarDay
  /// Last day with a row.
  package let lastDay: CalendarDay
  /// Columns with a value on at least one day, or with a total that the store told.
  package let counters: Set<DayCounter>

  /// Sums and numbers of observed days up to each day, with a 0 before the first.
  private struct Course {
    var sums: [Int]
    var days: [Int]
  }

  /// A total over days that were not observed one by one.
  private struct Block {
    var days: ClosedRange<Int>
    var count: Int
    var sum: Int
  }

  private let courses: [DayCounter: Course]
  private var blocks: [DayCounter: [Block]] = [:]

  /// Sums a history.
  ///
  /// - Parameters:
  ///   - history: at least one day.
  ///   - standing: totals of the days before `date` that the store told; they fill what the history
  ///     lacks, for windows that hold all of it.
  ///   - date: the day that the standing is told for.
  package init?(
    _ history: StoreHistory,
    standing: StoreStanding? = nil,
    on date: CalendarDay? = nil
  ) {
    guard let first = history.days.first?.date, let last = history.days.last?.date else {
      return nil
    }
    firstDay = first
    lastDay = last
    let length = last - first + 1
    var courses: [DayCounter: Course] = [:]
    for counter in history.observedCounters {
      var values = [Int?](repeating: nil, count: length)
      for day in history.days { values[day.date - first] = day.counts[counter] }
      var course = Course(sums: [0], days: [0])
      course.sums.reserveCapacity(length + 1)
      course.days.reserveCapacity(length + 1)
      for (index, value) in values.enumerated() {
        course.sums.append(course.sums[index] + (value ?? 0))
        course.days.append(course.days[index] + (value == nil ? 0 : 1))
      }
      courses[counter] = course
    }
    self.courses = courses
    var told: Set<DayCounter> = []
    if let standing, date != nil {
      told = Set(standing.monthToDate.keys).union(standing.lastThirtyDays.keys)
    }
    counters = Set(courses.keys).union(told)
    if let standing, let date { fill(from: standing, on: date) }
  }

  /// The sum of a counter over days and how many of them are known.
  package func total(
    of counter: DayCounter,
    from first: CalendarDay,
    through last: CalendarDay
  ) -> (sum: Int, days: Int) {
    guard first <= last else { return (0, 0) }
    var total = (sum: 0, days: 0)
    let low = max(first, firstDay) - firstDay
    let high = min(last, lastDay) - firstDay + 1
    if let course = courses[counter], low < high {
      total = (course.sums[high] - course.sums[low], course.days[high] - course.days[low])
    }
    for block in blocks[counter] ?? []
    where block.days.lowerBound >= first.ordinal && block.days.upperBound <= last.ordinal {
      total.sum += block.sum
      total.days += block.count
    }
    return total
  }

  private func isObserved(_ counter: DayCounter, on day: CalendarDay) -> Bool {
    total(of: counter, from: day, through: day).days > 0
  }

  /// Settles the month first, then what is left of the thirty days.
  private mutating func fill(from standing: StoreStanding, on date: CalendarDay) {
    let month = (date.startOfMonth, standing.monthToDate)
    for (first, totals) in [month, (date - 30, standing.lastThirtyDays)] where first < date {
      for (counter, told) in totals {
        let inMonth = first == month.0 ? [] : (blocks[counter] ?? [])
        let open = (first.ordinal..<date.ordinal).filter { day in
          !isObserved(counter, on: CalendarDay(ordinal: day))
            && !inMonth.contains { $0.days.contains(day) }
        }
        guard let low = open.first, let high = open.last else { continue }
        let known = total(of: counter, from: first, through: date - 1).sum
        blocks[counter, default: []].append(
          Block(days: low...high, count: open.count, sum: max(0, told - known))
        )
      }
    }
  }
}
