package import StoreModel

/// A sum of day counters over a window of days.
package struct RuleInput: Hashable, Sendable {
  /// One counter with its coefficient.
  package struct Term: Hashable, Sendable {
    /// The counter.
    package var counter: DayCounter
    /// How often it counts: stars count one to five times in a sum of stars.
    package var coefficient: Int

    /// Creates a term.
    package init(counter: DayCounter, coefficient: Int) {
      self.counter = counter
      self.coefficient = coefficient
    }
  }

  /// Name, unique among inputs, nodes, fields and parameters.
  package var name: String
  /// What is summed; all counters share one unit.
  package var terms: [Term]
  /// Over which days.
  package var window: WindowRule

  /// Creates an input.
  package init(name: String, terms: [Term], window: WindowRule) {
    self.name = name
    self.terms = terms
    self.window = window
  }

  /// Stored integer units per one of the input's unit: 100 fen a yuan.
  package var unitsPerOne: Int { terms.first?.counter.unitsPerOne ?? 1 }
}

/// A window as a pack writes it; parameters may decide it.
package indirect enum WindowRule: Hashable, Sendable {
  /// A window without parameters.
  case fixed(Window)
  /// The number of days that a parameter tells, up to the evening before.
  case parameter(String)
  /// The window that belongs to the value of a text parameter.
  case option(parameter: String, windows: [String: WindowRule])
}

/// The days that count on the morning of day D.
package enum Window: Hashable, Sendable {
  /// D − `farthest` … D − `nearest`.
  case trailing(nearest: Int, farthest: Int)
  /// Every day before D.
  case lifetime
  /// From the first day in the ladder's present state to D − 1.
  case sinceChange(ladder: String)
  /// The last whole week before D, Monday to Sunday.
  case week
  /// The last whole calendar month before D.
  case month
  /// The last six whole calendar months before D.
  case sixMonths
  /// The calendar month of D − 1 up to D − 1: on a 1st the whole month that has just closed.
  case monthToDate

  /// Days of a finite look-back; `nil` for the others.
  package var lookBackInDays: Int? {
    switch self {
    case .trailing(_, let farthest): farthest
    case .week: 13
    case .month: 62
    case .monthToDate: 31
    case .sixMonths: 215
    case .lifetime, .sinceChange: nil
    }
  }

  /// The days that count on the morning of `day`, or `nil` where none does.
  ///
  /// - Parameters:
  ///   - day: index of the morning.
  ///   - date: its date.
  ///   - since: first day index in the state of the window's ladder.
  ///   - earliest: where a lifetime begins.
  /// - Returns: day indices.
  func days(before day: Int, date: CalendarDay, since: Int, earliest: Int) -> ClosedRange<Int>? {
    let bounds: (Int, Int)
    switch self {
    case .trailing(let nearest, let farthest): bounds = (day - farthest, day - nearest)
    case .lifetime: bounds = (earliest, day - 1)
    case .sinceChange: bounds = (Swift.max(since, earliest), day - 1)
    case .week:
      let monday = day - date.weekday
      bounds = (monday - 7, monday - 1)
    case .month:
      let end = date.startOfMonth
      bounds = (day + ((end - 1).startOfMonth - date), day + (end - date) - 1)
    case .sixMonths:
      let end = date.startOfMonth
      var begin = end
      for _ in 0..<6 { begin = (begin - 1).startOfMonth }
      bounds = (day + (begin - date), day + (end - date) - 1)
    case .monthToDate: bounds = (day + ((date - 1).startOfMonth - date), day - 1)
    }
    return bounds.0 <= bounds.1 ? bounds.0...bounds.1 : nil
  }
}
