import Glibc
import StoreModel

/// What the desk did on one day.
struct DeskDay: Sendable {
  var answered = 0
  var slow = 0
  var firstReplyMilliseconds = 0

  /// Share of first replies that took more than three minutes.
  var slowShare: Double { answered > 0 ? Double(slow) / Double(answered) : 0 }
}

/// The chats in front of the human desk, served first come first served (`docs/model.md` §6).
///
/// Every chat is an event: the law is exact up to ``greatestExactCount`` chats a day. Beyond, one in
/// c chats is followed on 1/c of the slots and counted c times; such days are so large that their
/// waiting times hardly vary.
struct ServiceDeskQueue: Sendable {
  /// Most chats of a day that are followed one by one.
  static let greatestExactCount = 20_000

  /// Days after which a chat that nobody took up is closed without an answer.
  static let patienceInDays = 7

  private struct Chat {
    var arrival: Double
    var work: Double
    var patience: Double
    var waited: Double
    var day: Int
  }

  private struct Slot {
    var freeAt: Double
    var end: Double
  }

  private var waiting: [Chat] = []
  private var slots: [Slot] = []
  private var scale = 1

  /// Chats that wait for the next morning.
  var waitingCount: Int { waiting.count * scale }

  /// Forgets everything.
  mutating func clear() {
    waiting.removeAll(keepingCapacity: true)
    scale = 1
  }

  /// Lets a number of chats wait from the evening before, with typical work.
  mutating func fill(_ count: Int, desk: ResolvedDesk, day: Int) {
    waiting.removeAll(keepingCapacity: true)
    let work = exp(desk.handleZeta + desk.handleSigma * desk.handleSigma / 2)
    for _ in 0..<min(count, Self.greatestExactCount) {
      waiting.append(Chat(arrival: 0, work: work, patience: 0, waited: 0, day: day - 1))
    }
  }

  /// Serves a day's chats; what is not taken up stays for the next day.
  mutating func serve(_ count: Int, on day: Int, desk: ResolvedDesk, draws: inout Draws) -> DeskDay {
    let newScale = max(1, (count + Self.greatestExactCount - 1) / Self.greatestExactCount)
    if newScale > scale {
      waiting.removeLast(waiting.count - waiting.count * scale / newScale)
      scale = newScale
    }
    append(count / scale, on: day, desk: desk, draws: &draws)
    openSlots(desk)
    var result = DeskDay()
    var next = 0
    chats: while next < waiting.count {
      let chat = waiting[next]
      while let slot = slots.first, max(slot.freeAt, chat.arrival) >= slot.end { removeFirstSlot() }
      guard let slot = slots.first else { break chats }
      let start = max(slot.freeAt, chat.arrival)
      let wait = chat.waited + desk.clock(start) - desk.clock(chat.arrival)
      let reply = wait + desk.reaction
      result.answered += 1
      if reply > 180 { result.slow += 1 }
      result.firstReplyMilliseconds += Int((reply * 1000).rounded())
      let work = wait > chat.patience ? chat.work / 2 : chat.work
      replaceFirstSlot(freeAt: start + work * desk.slotFactor)
      next += 1
    }
    waiting.removeFirst(next)
    let endOfDay = desk.clock(86_400)
    for index in waiting.indices {
      waiting[index].waited += endOfDay - desk.clock(waiting[index].arrival)
      waiting[index].arrival = 0
    }
    if let first = waiting.first, first.day <= day - Self.patienceInDays {
      waiting.removeAll { $0.day <= day - Self.patienceInDays }
    }
    result.answered *= scale
    result.slow *= scale
    result.firstReplyMilliseconds *= scale
    return result
  }

  private mutating func append(
    _ count: Int, on day: Int, desk: ResolvedDesk, draws: inout Draws
  ) {
    let first = waiting.count
    waiting.reserveCapacity(first + count)
    draws.sequence(Process.chats, 2)
    for _ in 0..<count {
      let arrival = desk.arrivalTime(draws.nextUniform())
      waiting.append(Chat(arrival: arrival, work: 0, patience: 0, waited: 0, day: day))
    }
    draws.sequence(Process.chats, 3)
    for index in first..<waiting.count {
      waiting[index].work = exp(desk.handleZeta + desk.handleSigma * draws.nextNormal())
    }
    draws.sequence(Process.chats, 4)
    for index in first..<waiting.count {
      waiting[index].patience = draws.nextExponential(mean: desk.quietAfter)
    }
    waiting[first...].sort { $0.arrival < $1.arrival }
  }

  private mutating func openSlots(_ desk: ResolvedDesk) {
    slots.removeAll(keepingCapacity: true)
    for shift in desk.shifts {
      for _ in 0..<max(1, shift.slots / scale) {
        slots.append(Slot(freeAt: shift.from, end: shift.to))
      }
    }
    slots.sort { ($0.freeAt, $0.end) < ($1.freeAt, $1.end) }
  }

  private mutating func removeFirstSlot() {
    let last = slots.removeLast()
    if !slots.isEmpty {
      slots[0] = last
      sink()
    }
  }

  private mutating func replaceFirstSlot(freeAt: Double) {
    slots[0].freeAt = freeAt
    sink()
  }

  /// Restores the binary heap after its first slot changed.
  private mutating func sink() {
    let moved = slots[0]
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < slots.count else { break }
      if child + 1 < slots.count, slots[child + 1].freeAt < slots[child].freeAt { child += 1 }
      guard slots[child].freeAt < moved.freeAt else { break }
      slots[hole] = slots[child]
      hole = child
    }
    slots[hole] = moved
  }
}
