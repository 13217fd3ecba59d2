import StoreModel

/// Facts read from what was observed of a real store.
///
/// A sum over days of which none was observed is absent, never 0.
struct HistoryFacts: ExactFacts {
  let graph: RuleGraph
  let parameters: ParameterValues
  let observed: ObservedDays
  /// Counts that lie before the first row.
  let lifetimeBase: [DayCounter: Int]
  let start: CalendarDay
  let firstMorning: Int

  var knowsGaps: Bool { true }

  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? {
    guard let (window, days) = days(of: input, on: morning, standing) else { return nil }
    let isLifetime = window == .lifetime
    var total: Int128 = 0
    for term in input.terms {
      let base = isLifetime ? lifetimeBase[term.counter] : nil
      guard observed.counters.contains(term.counter) || base != nil else { return nil }
      var count = base ?? 0
      if let days {
        let found = observed.total(of: term.counter, from: days.first, through: days.last)
        guard found.days > 0 || base != nil else { return nil }
        count += found.sum
      }
      total += Int128(count) * Int128(term.coefficient)
    }
    return Rational(total, over: Int128(input.unitsPerOne))
  }

  func span(of input: RuleInput, on morning: Int, standing: ExactStanding) -> InputSpan? {
    guard let (window, found) = days(of: input, on: morning, standing), let days = found else {
      return nil
    }
    let end = window.end(onMorningOf: start + (morning - 1))
    return InputSpan(
      first: days.first,
      last: days.last,
      daysObserved: input.terms.map {
        observed.total(of: $0.counter, from: days.first, through: days.last).days
      }.min() ?? 0,
      days: days.last - days.first + 1,
      until: end.until,
      isClosed: end.isClosed,
      isLifetime: window == .lifetime
    )
  }

  func recentSum(of input: RuleInput, days: Int, before morning: Int) -> Rational? {
    let end = start + (morning - 2)
    var total: Int128 = 0
    for term in input.terms {
      let found = observed.total(of: term.counter, from: end - (days - 1), through: end)
      guard found.days > 0 else { return nil }
      total += Int128(found.sum) * Int128(term.coefficient)
    }
    return Rational(total, over: Int128(input.unitsPerOne))
  }

  func mornings(after change: Int, until today: Int) -> [Int] {
    let first = max(change, observed.firstDay - start + 1) + 1
    return first <= today ? Array(first...today) : []
  }

  func date(of morning: Int) -> CalendarDay? { start + (morning - 1) }

  func knows(morning: Int) -> Bool { morning >= firstMorning }

  /// The window of an input and its days; no days where the window is empty.
  private func days(
    of input: RuleInput,
    on morning: Int,
    _ standing: ExactStanding
  ) -> (Window, (first: CalendarDay, last: CalendarDay)?)? {
    let windows = WindowDays(graph: graph, parameters: parameters, start: start)
    guard
      let (window, days) = windows.days(
        of: input,
        on: morning,
        standing: standing,
        earliest: observed.firstDay - start + 1,
        reachesBeforeRecords: true
      )
    else { return nil }
    return (window, days.map { (start + ($0.lowerBound - 1), start + ($0.upperBound - 1)) })
  }
}
