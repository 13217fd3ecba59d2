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
      let ahead = TakeUp(from: minute, slots: slots, load: load)
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
  private let slots: Int
  /// Chats that end within the time while all slots are busy.
  private let ended: PoissonTail
  /// Slots that the mean wait is reckoned with: now, or at the opening.
  private let working: Int
  private let slotSeconds: Double

  init(from minute: Int, slots: [Int], load: DeskDayLoad) {
    let day = slots.count
    var last = slots[minute]
    var (left, coming, busy) = (load.withinSeconds, last, 0.0)
    var opening = last
    var next = minute
    var length = 30.0
    repeat {
      let now = slots[next % day]
      if now > 0 {
        coming += max(0, now - last)
        if opening == 0 { opening = now }
        let part = min(left, length)
        busy += part * Double(now)
        left -= part
      }
      last = now
      length = 60
      next += 1
    } while (left > 0 || opening == 0) && next <= minute + day
    self.slots = coming
    slotSeconds = load.slotSeconds
    ended = PoissonTail(mean: busy / load.slotSeconds)
    working = opening
  }

  /// Probability that a chat behind `count` others is taken up within the time.
  func probability(behind count: Int) -> Double {
    ended.beyond(count - slots)
  }

  /// Its mean wait, in seconds of the desk's clock, at the slots on shift.
  func meanWait(behind count: Int) -> Double {
    working > 0 ? Double(max(0, count + 1 - working)) * slotSeconds / Double(working) : 0
  }
}
