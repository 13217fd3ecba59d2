/// A desk with changing staff through a day: chats waiting and in hand, hour after hour.
///
/// The queue is an M(t)/M/s(t) solved minute by minute (``TransientQueue``). What comes while nobody is
/// on shift waits for the opening; waits are on the desk's clock, which stands still meanwhile
/// (`docs/model.md` §6). A chat that finds n others is taken up in time when n + 1 ≤ s + J + D: s slots
/// now, J more that come within the time, D ~ Poisson chats ended by then, all slots being busy.
struct DeskCourse {
  private let load: DeskDayLoad
  private var queue = TransientQueue()

  /// Slots of the minute that the course has reached.
  private var working = 0

  /// Longest stretch of the evening before that is lived through, in minutes.
  private static let eveningInMinutes = 360

  /// An empty desk at the last closing before the day, or six hours before it where that is later,
  /// lived through to midnight.
  ///
  /// - Parameters:
  ///   - load: What the desk has to carry.
  ///   - evening: Slots by minute of the day before.
  init(_ load: DeskDayLoad, evening: [Int]) {
    self.load = load
    let minutes = ShiftPattern.minutes
    let closing = (1...minutes).last { evening[$0 - 1] > 0 && evening[$0 % minutes] == 0 }
    for minute in max(closing ?? 0, minutes - Self.eveningInMinutes)..<minutes {
      pass(minute, arrivals: load.dayBefore[minute], slots: evening)
    }
  }

  /// Lives through one hour and says how it went.
  mutating func live(hour: Int, slots: [Int]) -> DeskHour {
    var result = DeskHour()
    let before = working
    result.waitingAtStart = queue.state.expectation { Double(max(0, $0 - before)) }
    for minute in (hour * 60)..<(hour * 60 + 60) {
      let arrivals = load.arrivals[minute]
      let state = pass(minute, arrivals: arrivals, slots: slots)
      let now = slots[minute]
      result.slotSeconds += Double(now) * 60
      result.busySeconds += 60 * state.expectation { Double(min($0, now)) }
      guard arrivals > 0 else { continue }
      let most = state.first + state.probabilities.count - now
      let ahead = TakeUp(from: minute, slots: slots, load: load, most: most)
      let inTime = arrivals * state.expectation { ahead.probability(behind: $0) }
      result.arrivals += arrivals
      result.inTime += inTime
      result.waitSeconds += arrivals * state.expectation { ahead.meanWait(behind: $0) }
      if now > 0 {
        result.openArrivals += arrivals
        result.openInTime += inTime
      }
    }
    return result
  }

  @discardableResult
  private mutating func pass(_ minute: Int, arrivals: Double, slots: [Int]) -> TransientQueue.State
  {
    queue.change(from: working, to: slots[minute])
    working = slots[minute]
    return queue.advance(
      seconds: 60,
      arrivalRate: arrivals / 60,
      serviceRate: 1 / load.slotSeconds,
      servers: working
    )
  }
}

/// When a chat that comes in the middle of a minute is taken up, given how many are before it.
private struct TakeUp {
  /// Slots now and those that come within the time.
  private var slots: Int
  /// Chats that end within the time while all slots are busy.
  private let ended: PoissonTail
  /// Slots on shift now.
  private let working: Int
  /// The desk's clock, and how many waiting chats are taken up by then on average: pieces of a line.
  private var course: [(clock: Double, taken: Double)] = [(0, 0)]

  /// Looks ahead until `most` waiting chats are taken up, a day at most.
  init(from minute: Int, slots: [Int], load: DeskDayLoad, most: Int) {
    let day = slots.count
    working = slots[minute]
    self.slots = working
    var (last, busy, clock, taken) = (working, 0.0, 0.0, 0.0)
    var next = minute
    var length = 30.0
    while next <= minute + day, clock <= load.withinSeconds || taken < Double(most) {
      let now = slots[next % day]
      if now > 0 {
        // Slots that come begin with a waiting chat each.
        taken += Double(max(0, now - last))
        course.append((clock, taken))
        let left = max(0, load.withinSeconds - clock)
        if clock <= load.withinSeconds { self.slots += max(0, now - last) }
        busy += min(left, length) * Double(now)
        clock += length
        taken += length * Double(now) / load.slotSeconds
        course.append((clock, taken))
      }
      last = now
      length = 60
      next += 1
    }
    ended = PoissonTail(mean: busy / load.slotSeconds)
  }

  /// Probability that a chat behind `count` others is taken up within the time.
  func probability(behind count: Int) -> Double {
    ended.beyond(count - slots)
  }

  /// Its mean wait, in seconds of the desk's clock: until as many are taken up on average.
  func meanWait(behind count: Int) -> Double {
    let ahead = Double(count + 1 - working)
    guard ahead > 0, let end = course.last, end.taken > 0 else { return 0 }
    guard ahead < end.taken else { return end.clock * ahead / end.taken }
    var (low, high) = (0, course.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if course[middle].taken < ahead { low = middle } else { high = middle }
    }
    let (from, to) = (course[low], course[high])
    return from.clock
      + (to.clock - from.clock) * (ahead - from.taken) / (to.taken - from.taken)
  }
}
