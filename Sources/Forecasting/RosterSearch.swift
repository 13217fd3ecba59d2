/// The fewest slots in each hour of a day with which chats are taken up in time.
///
/// First answer: Erlang C with the hour's load, as if it lasted for ever. Then the day is lived through
/// (``DeskCourse``), and an hour that misses the target, because a queue came with it, gets more slots.
/// Messages of the night are worked off in the clearing hours: these get so many slots that the first
/// hour behind them reaches the target.
package struct RosterSearch: Sendable {
  /// Beyond this many chats a day one in c is followed on 1/c of the slots, as the simulation does.
  static let greatestExactCount = 20_000.0

  /// Slots of each hour while the desk is open, at least 0; 0 in hours in which it never is.
  package private(set) var slotsByHour: [Int] = []
  /// How the desk does with them, hour by hour.
  package private(set) var hours: [DeskHour] = []

  private let load: DeskDayLoad
  private let isOpen: [Bool]
  private let target: Double

  /// Plans a day.
  ///
  /// - Parameters:
  ///   - load: What the desk has to carry.
  ///   - isOpen: Whether the desk is open in each of the 1,440 minutes.
  ///   - target: Share of chats to take up in time in each hour, more than 0 and less than 1.
  ///   - clearingHours: Hours in which the messages of a closed spell are worked off, at least 0.
  ///   - dayBefore: The plan of the day before; `nil` takes the same slots.
  package init(
    _ load: DeskDayLoad,
    isOpen: [Bool],
    target: Double,
    clearingHours: Int,
    dayBefore: RosterSearch? = nil
  ) {
    let scale = Self.scale(of: load)
    self.load = load.thinned(scale)
    self.isOpen = isOpen
    self.target = target
    var slots = [Int](repeating: 0, count: 24)
    for hour in 0..<24 {
      let rates = (hour * 60..<hour * 60 + 60).filter { isOpen[$0] }
        .map { self.load.arrivals[$0] * 60 }
      slots[hour] = Self.erlangSlots(self.load, perHour: rates.max() ?? 0, target: target)
    }
    let evening = dayBefore.map { $0.slotsByHour.map { max(1, $0 / scale) } }
    var search = DeskCourse(self.load, evening: expand(evening ?? slots))
    var hour = 0
    while hour < 24 {
      let end = Self.clearingEnd(from: hour, isOpen: isOpen, hours: clearingHours)
      let raised = hour..<(end ?? hour + 1)
      // The hour that shows whether it was enough: the first open one behind the clearing hours.
      let judged = end.flatMap { end in (end..<24).first { slots[$0] > 0 } } ?? hour
      slots = self.raise(raised, judgedBy: judged, slots, from: search)
      for passed in raised { _ = search.live(hour: passed, slots: expand(slots)) }
      hour = raised.upperBound
    }
    let pattern = expand(slots)
    var course = DeskCourse(self.load, evening: expand(evening ?? slots))
    hours = (0..<24).map { course.live(hour: $0, slots: pattern).multiplied(by: scale) }
    slotsByHour = slots.map { $0 * scale }
  }

  /// How the desk does with slots that are given by minute.
  package static func hours(_ load: DeskDayLoad, slots: [Int]) -> [DeskHour] {
    let scale = scale(of: load)
    let pattern = slots.map { $0 > 0 ? max(1, $0 / scale) : 0 }
    var course = DeskCourse(load.thinned(scale), evening: pattern)
    return (0..<24).map { course.live(hour: $0, slots: pattern).multiplied(by: scale) }
  }

  private static func scale(of load: DeskDayLoad) -> Int {
    let chats = max(load.arrivals.reduce(0, +), load.dayBefore.reduce(0, +))
    return max(1, Int((chats / greatestExactCount).rounded(.up)))
  }

  /// Slots of a steady desk; 0 where nobody comes.
  private static func erlangSlots(_ load: DeskDayLoad, perHour: Double, target: Double) -> Int {
    guard perHour > 0 else { return 0 }
    let steady = StaffingLoad(
      contactsPerHour: perHour,
      handleSeconds: load.slotSeconds,
      patienceSeconds: nil,
      withinSeconds: load.withinSeconds
    )
    let required = StaffingAnswer.agentsRequired(for: steady, target: target, concurrency: 1)
    return required ?? steady.serversForStability
  }

  /// The end of the clearing hours that begin in an hour; `nil` where the desk does not open in it.
  private static func clearingEnd(from hour: Int, isOpen: [Bool], hours: Int) -> Int? {
    let day = isOpen.count
    let opening = (hour * 60..<hour * 60 + 60).first {
      isOpen[$0] && !isOpen[($0 + day - 1) % day]
    }
    guard hours > 0, let opening else { return nil }
    return min(24, (opening + hours * 60 - 1) / 60 + 1)
  }

  private func expand(_ slots: [Int]) -> [Int] {
    isOpen.indices.map { isOpen[$0] ? slots[$0 / 60] : 0 }
  }

  /// Raises hours to the least common number of slots with which the judged hour reaches the target.
  private func raise(
    _ hours: Range<Int>,
    judgedBy judged: Int,
    _ slots: [Int],
    from start: DeskCourse
  ) -> [Int] {
    func raised(to least: Int) -> [Int] {
      var slots = slots
      for hour in hours where slots[hour] > 0 { slots[hour] = max(slots[hour], least) }
      return slots
    }
    func share(_ least: Int) -> Double {
      var course = start
      let pattern = expand(raised(to: least))
      let outcomes = (hours.lowerBound...max(judged, hours.upperBound - 1)).map {
        course.live(hour: $0, slots: pattern)
      }
      return outcomes[judged - hours.lowerBound].openWithinShare ?? 1
    }
    let working = hours.map { slots[$0] }.filter { $0 > 0 }
    guard var low = working.min(), share(low) < target else { return slots }
    // Enough for all that waits and comes, and what no staff in these hours can mend is not asked for.
    let chats = load.arrivals.reduce(0, +) + load.dayBefore.reduce(0, +)
    let most = low + Int(chats.rounded(.up)) + 1
    let wanted = min(target, share(most) - 1e-3)
    var high = low
    repeat {
      low = high
      high = min(most, high * 2)
    } while high < most && share(high) < wanted
    while high - low > 1 {
      let middle = (low + high) / 2
      if share(middle) < wanted { low = middle } else { high = middle }
    }
    return raised(to: high)
  }
}

extension DeskHour {
  /// The hour of a desk that is `scale` times as large.
  func multiplied(by scale: Int) -> DeskHour {
    let factor = Double(scale)
    var hour = self
    hour.arrivals *= factor
    hour.inTime *= factor
    hour.openArrivals *= factor
    hour.openInTime *= factor
    hour.waitSeconds *= factor
    hour.waitingAtStart *= factor
    hour.slotSeconds *= factor
    hour.busySeconds *= factor
    return hour
  }
}
