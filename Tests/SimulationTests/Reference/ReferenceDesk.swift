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

  /// What the day's chats came to.
  struct Day {
    var bot = 0
    var fast = 0
    var slow = 0
    var replyMilliseconds = 0
    /// Share of slow replies among replies.
    var slowShare: Double { fast + slow == 0 ? 0 : Double(slow) / Double(fast + slow) }
  }

  private struct Slot {
    var from: Double
    var to: Double
    var freeAt: Double
  }

  private let desk: ServiceDesk
  private let inputs: ReferenceInputs
  private let faults: Faults
  private let openings: [Slot]
  /// Chats that nobody has taken up yet, oldest first.
  private(set) var waiting: [Chat] = []

  init(desk: ServiceDesk, inputs: ReferenceInputs, faults: Faults) {
    self.desk = desk
    self.inputs = inputs
    self.faults = faults
    openings = desk.shifts.flatMap { shift in
      let chairs = Double(shift.agents * desk.concurrency) * (1 - desk.shrinkage)
      let slots = shift.agents == 0 ? 0 : max(1, Int(chairs.rounded()))
      let opening = Slot(
        from: shift.fromHour * 3600,
        to: shift.toHour * 3600,
        freeAt: shift.fromHour * 3600
      )
      return Array(repeating: opening, count: slots)
    }
  }

  /// Staffed seconds between midnight and `time`.
  func staffed(until time: Double) -> Double {
    var total = 0.0
    var covered = 0.0
    for slot in openings.sorted(by: { $0.from < $1.from }) {
      let from = max(slot.from, covered)
      let to = min(slot.to, time)
      if to > from { total += to - from }
      covered = max(covered, slot.to)
    }
    return total
  }

  /// Runs a day with `count` new chats.
  mutating func run(chats count: Int, _ generator: inout ReferenceGenerator) -> Day {
    var day = Day()
    let sigma = desk.handleTimeSigma
    var arrivals: [Chat] = []
    for _ in 0..<count {
      if generator.happens(inputs.bot) {
        day.bot += 1
        continue
      }
      let hour = Double(generator.choice(desk.hourlyProfile)) + generator.uniform()
      let mu = log(inputs.handleMean) - sigma * sigma / 2
      arrivals.append(
        Chat(
          arrival: hour * 3600,
          waited: 0,
          handle: generator.logNormal(mu: mu, sigma: sigma),
          patience: generator.exponential(mean: inputs.patience)
        )
      )
    }
    let queue = waiting + arrivals.sorted { $0.arrival < $1.arrival }
    waiting = []
    var slots = openings
    let wholeDay = staffed(until: 24 * 3600)
    for chat in queue {
      take(chat, &slots, wholeDay, &day)
    }
    if faults.contains(.carryOverLost) { waiting = [] }
    return day
  }

  private mutating func take(
    _ chat: Chat,
    _ slots: inout [Slot],
    _ wholeDay: Double,
    _ day: inout Day
  ) {
    var best: (slot: Int, start: Double)?
    for (index, slot) in slots.enumerated() {
      let start = max(slot.freeAt, chat.arrival)
      guard start < slot.to else { continue }
      if start < best?.start ?? .infinity { best = (index, start) }
    }
    guard let best else {
      var later = chat
      later.waited += wholeDay - staffed(until: max(0, chat.arrival))
      later.arrival = chat.arrival - 24 * 3600
      waiting.append(later)
      return
    }
    let wait = chat.waited + staffed(until: best.start) - staffed(until: max(0, chat.arrival))
    let quiet = wait > chat.patience
    if quiet, faults.contains(.quietChatsDropped) { return }
    let work = chat.handle * Double(desk.concurrency) / desk.efficiency
    slots[best.slot].freeAt = best.start + (quiet ? work / 2 : work)
    let measured = faults.contains(.nightCountsAsWaiting) ? best.start - chat.arrival : wait
    let reply = measured + desk.reactionInSeconds
    if reply > 180 { day.slow += 1 } else { day.fast += 1 }
    day.replyMilliseconds += Int((reply * 1000).rounded())
  }
}
