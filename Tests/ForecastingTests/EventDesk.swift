import Sampling

/// A desk followed chat by chat: what the solver's expectations are held against.
///
/// It shares nothing with the solver but the law: Poisson arrivals and exponential handle times that
/// are constant within a minute, first come first served, staff that leaves with its chats, waits on a
/// clock that stands still while nobody is at work.
struct EventDesk {
  /// Chats that begin in each minute of a day, means.
  let arrivals: [Double]
  /// Slots in each minute.
  let slots: [Int]
  let slotSeconds: Double
  let withinSeconds: Double

  private var busy = 0
  private var clock = 0.0
  private var waiting: [(hour: Int, clock: Double)] = []
  private var next = 0

  init(arrivals: [Double], slots: [Int], slotSeconds: Double, withinSeconds: Double) {
    self.arrivals = arrivals
    self.slots = slots
    self.slotSeconds = slotSeconds
    self.withinSeconds = withinSeconds
  }

  /// Lives through the minutes from `start` of the day before to the next noon; returns the chats of
  /// each hour of the day itself that were taken up in time.
  mutating func inTime(from start: Int, _ sampler: inout Sampler) -> [Int] {
    var result = Array(repeating: 0, count: 24)
    (busy, clock, next) = (0, 0, 0)
    waiting.removeAll(keepingCapacity: true)
    var working = 0
    for minute in (start - 1440)..<(1440 + 720) {
      let of = (minute + 1440) % 1440
      staff(from: working, to: slots[of], &sampler, &result)
      working = slots[of]
      var left = 60.0
      while true {
        let coming = arrivals[of] / 60
        let rate = coming + Double(busy) / slotSeconds
        let step = rate > 0 ? sampler.exponential(mean: 1 / rate) : left
        clock += working > 0 ? min(step, left) : 0
        guard step < left else { break }
        left -= step
        if sampler.uniform() * rate < coming {
          let isToday = (0..<1440).contains(minute)
          waiting.append((isToday ? minute / 60 : -1, clock))
        } else {
          busy -= 1
        }
        takeUp(working, &result)
      }
    }
    return result
  }

  private mutating func takeUp(_ working: Int, _ result: inout [Int]) {
    while busy < working, next < waiting.count {
      let chat = waiting[next]
      next += 1
      busy += 1
      if chat.hour >= 0, clock - chat.clock <= withinSeconds { result[chat.hour] += 1 }
    }
  }

  private mutating func staff(
    from old: Int,
    to new: Int,
    _ sampler: inout Sampler,
    _ result: inout [Int]
  ) {
    var present = old
    while present > new {
      if sampler.uniform() * Double(present) < Double(busy) { busy -= 1 }
      present -= 1
    }
    takeUp(new, &result)
  }
}
