import Glibc
import StoreModel

/// The service desk of one day as a loop over slots (model page, section 6).
struct ReferenceDesk {
  /// A chat that waits for a human.
  struct Chat {
    /// Seconds after midnight; before 0 for a chat of an earlier day.
    var arrival: Double
    /// Staffed seconds waited on earlier days.
    var waited: Double
    /// Seconds to handle it alone.
    var handle: Double
    /// Staffed seconds after which its buyer turns quiet.
    var patience: Double
  }

  /// Chats of a day that began in some hours, on the clock of the wall.
  struct WallClock {
    var asked = 0
    /// Replies within the limit on the day of the chat.
    var inTime = 0
    /// Milliseconds to the first reply, ten minutes for chats without one.
    var milliseconds = 0
  }

  /// What the day's chats came to.
  struct Day {
    var bot = 0
    var fast = 0
    var slow = 0
    var replyMilliseconds = 0
    var from8To23 = WallClock()
    var from9To23 = WallClock()
    var from8To24 = WallClock()
    var sameDay = 0
    /// Seconds in which slots hold a chat within their hours, in each ten minutes.
    var held = Array(repeating: 0.0, count: 144)
    /// Share of slow replies among replies.
    var slowShare: Double { fast + slow == 0 ? 0 : Double(slow) / Double(fast + slow) }
  }

  let desk: ServiceDesk
  private let inputs: ReferenceInputs
  private let faults: Faults
  private let shifts: ReferenceShifts
  /// Chats that nobody has taken up yet, oldest first.
  private(set) var waiting: [Chat] = []

  private struct Slot {
    var hours: ReferenceShifts.Stretch
    var freeAt: Double
  }

  init(desk: ServiceDesk, inputs: ReferenceInputs, faults: Faults) {
    self.desk = desk
    self.inputs = inputs
    self.faults = faults
    shifts = ReferenceShifts(desk: desk, faults: faults)
  }

  /// Seconds of all slots on shift in each ten minutes of the day.
  var slotSeconds: [Double] {
    var seconds = Array(repeating: 0.0, count: 144)
    for slot in shifts.slots { Self.spread(from: slot.from, to: slot.to, over: &seconds) }
    return seconds
  }

  /// Runs a day with `count` new chats, which come in `hours`.
  mutating func run(
    chats count: Int,
    in hours: ReferenceHours,
    _ generator: inout ReferenceGenerator
  ) -> Day {
    var day = Day()
    let botHours = faults.contains(.botHoursIgnored) ? [0...24] : desk.botHours
    let resolved = inputs.bot * hours.share(of: botHours)
    let sigma = desk.handleTimeSigma
    let mu = log(inputs.handleMean) - sigma * sigma / 2
    var arrivals: [Chat] = []
    for _ in 0..<count {
      if generator.happens(resolved) {
        day.bot += 1
        continue
      }
      var hour = hours.draw(&generator)
      while botHours.contains(where: { $0.contains(hour) }),
        generator.happens(desk.botResolves.median)
      {
        hour = hours.draw(&generator)
      }
      arrivals.append(
        Chat(
          arrival: hour * 3600,
          waited: 0,
          handle: generator.logNormal(mu: mu, sigma: sigma),
          patience: generator.exponential(mean: inputs.patience)
        )
      )
    }
    serve(arrivals, &day)
    return day
  }

  /// Serves what waits and what arrives on a day, in any order.
  mutating func serve(_ arrivals: [Chat], _ day: inout Day) {
    waiting.removeAll { $0.arrival <= -7 * 86_400 }
    let queue = waiting + arrivals.sorted { $0.arrival < $1.arrival }
    waiting = []
    var slots = shifts.slots.map { Slot(hours: $0, freeAt: $0.from) }
    for chat in queue { take(chat, &slots, &day) }
    if faults.contains(.carryOverLost) { waiting = [] }
  }

  private mutating func take(_ chat: Chat, _ slots: inout [Slot], _ day: inout Day) {
    var best: (slot: Int, start: Double)?
    for (index, slot) in slots.enumerated() {
      let start = max(slot.freeAt, chat.arrival)
      guard start < slot.hours.to else { continue }
      if start < best?.start ?? .infinity { best = (index, start) }
    }
    let before = shifts.staffed(until: max(0, chat.arrival))
    guard let best else {
      var later = chat
      later.waited += shifts.staffed(until: 86_400) - before
      later.arrival = chat.arrival - 86_400
      waiting.append(later)
      note(chat, wait: nil, &day)
      return
    }
    let wait = chat.waited + shifts.staffed(until: best.start) - before
    let quiet = wait > chat.patience
    if quiet, faults.contains(.quietChatsDropped) { return }
    let work = chat.handle * Double(desk.concurrency) / desk.efficiency
    let end = best.start + (quiet ? work / 2 : work)
    let hours = slots[best.slot].hours
    slots[best.slot].freeAt = end
    Self.spread(from: best.start, to: min(end, hours.to), over: &day.held)
    let measured = faults.contains(.nightCountsAsWaiting) ? best.start - chat.arrival : wait
    let reply = measured + desk.reactionInSeconds
    if reply > 180 { day.slow += 1 } else { day.fast += 1 }
    day.replyMilliseconds += Int((reply * 1000).rounded())
    note(chat, wait: best.start - chat.arrival, &day)
  }

  /// Counts a chat on the clock of the wall, if it began today.
  private func note(_ chat: Chat, wait: Double?, _ day: inout Day) {
    guard chat.arrival >= 0 || (faults.contains(.earlierChatsCountAsSameDay) && wait != nil) else {
      return
    }
    let hour = chat.arrival / 3600
    let reply = wait.map { $0 + desk.reactionInSeconds }
    if reply != nil { day.sameDay += 1 }
    func count(_ clock: inout WallClock, until end: Double, within limit: Double) {
      guard hour < end else { return }
      clock.asked += 1
      if let reply, reply <= limit { clock.inTime += 1 }
      let seconds = reply ?? (faults.contains(.unansweredTakeNoTime) ? 0 : 600)
      clock.milliseconds += Int((seconds * 1000).rounded())
    }
    if hour >= 8 { count(&day.from8To23, until: 23, within: .infinity) }
    if hour >= 9 { count(&day.from9To23, until: 23, within: 30) }
    if hour >= 8 { count(&day.from8To24, until: 24, within: 180) }
  }

  /// Adds the part of a stretch that falls into each ten minutes of the day.
  private static func spread(from: Double, to: Double, over cells: inout [Double]) {
    guard to > from else { return }
    for cell in Int(from / 600)...min(143, Int(to / 600)) {
      let overlap = min(to, Double(600 * (cell + 1))) - max(from, Double(600 * cell))
      cells[cell] += max(0, overlap)
    }
  }
}
