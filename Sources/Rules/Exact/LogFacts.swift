import StoreModel

/// Facts read straight from a log, without running sums.
struct LogFacts: ExactFacts {
  let graph: RuleGraph
  let parameters: ParameterValues
  let log: TallyLog
  /// Counts that lie before the log's first day.
  let lifetimeBase: [DayCounter: Int]
  let start: CalendarDay
  /// The first morning that is looked back at, as the compiled program does.
  let firstMorning: Int

  func sum(of input: RuleInput, on morning: Int, standing: ExactStanding) -> Rational? {
    let windows = WindowDays(graph: graph, parameters: parameters, start: start)
    guard
      let (window, days) = windows.days(
        of: input,
        on: morning,
        standing: standing,
        earliest: log.firstDay,
        reachesBeforeRecords: false
      )
    else { return nil }
    var total: Int128 = 0
    for term in input.terms {
      var count = days.map { log.sum(of: term.counter, over: $0) } ?? 0
      if window == .lifetime { count += lifetimeBase[term.counter] ?? 0 }
      total += Int128(count) * Int128(term.coefficient)
    }
    return Rational(total, over: Int128(input.unitsPerOne))
  }

  func mornings(after change: Int, until today: Int) -> [Int] {
    let first = max(change, log.firstDay) + 1
    return first <= today ? Array(first...today) : []
  }

  func date(of morning: Int) -> CalendarDay? { start + (morning - 1) }

  func knows(morning: Int) -> Bool { morning >= firstMorning }
}

extension WindowRule {
  /// The window under a run's parameters; `nil` where a parameter has no such value.
  func resolved(with parameters: ParameterValues) -> Window? {
    switch self {
    case .fixed(let window): window
    case .parameter(let name):
      parameters.number(name).flatMap { days in
        let farthest = Int(days.floor)
        return farthest >= 1 ? .trailing(nearest: 1, farthest: farthest) : nil
      }
    case .option(let name, let windows):
      parameters.texts[name].flatMap { windows[$0]?.resolved(with: parameters) }
    }
  }
}
