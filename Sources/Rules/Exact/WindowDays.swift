import StoreModel

/// The days that an input's window holds on a morning; day 1 is the start.
struct WindowDays {
  let graph: RuleGraph
  let parameters: ParameterValues
  let start: CalendarDay

  /// The window with its days, none where it is empty; `nil` where parameters give no window.
  ///
  /// - Parameters:
  ///   - input: the input.
  ///   - morning: index of the morning.
  ///   - standing: since when ladders are in their states.
  ///   - earliest: the first day with records, where a lifetime begins.
  ///   - reachesBeforeRecords: whether a window since a change may begin before them.
  /// - Returns: the window and its days.
  func days(
    of input: RuleInput,
    on morning: Int,
    standing: ExactStanding,
    earliest: Int,
    reachesBeforeRecords: Bool
  ) -> (window: Window, days: ClosedRange<Int>?)? {
    guard let window = input.window.resolved(with: parameters) else { return nil }
    var since = earliest
    if case .sinceChange(let ladder) = window,
      let index = graph.ladders.firstIndex(where: { $0.name == ladder })
    {
      since = standing.ladders[index].since
    }
    let days = window.days(
      before: morning,
      date: start + (morning - 1),
      since: since,
      earliest: reachesBeforeRecords && window != .lifetime ? min(since, earliest) : earliest
    )
    return (window, days)
  }
}
