import Glibc
import StoreModel

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

  // Buffers of one day; their contents mean nothing between days.
  private var arrivals: [Double] = []
  private var order: [Int] = []
  private var positions: [Int] = []
  private var buckets: [Int] = []

  /// Whether days note the time that chats leave the desk's people for other work.
  var tracksPace = false
  private var paceOfDay = DeskPace()

  /// Where ``tracksPace`` is set, how many people are free on average in each of the 144 ten minutes
  /// of the day that was served last.
  var pace: [Double] { paceOfDay.people }

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

  /// Serves the chats of a day, a weekday with Monday = 0; what is not taken up stays for the next.
  mutating func serve(
    _ count: Int,
    on day: Int,
    weekday: Int,
    desk: ResolvedDesk,
    draws: inout Draws
  ) -> DeskDay {
    let newScale = max(1, (count + Self.greatestExactCount - 1) / Self.greatestExactCount)
    if newScale > scale {
      waiting.removeLast(waiting.count - waiting.count * scale / newScale)
      scale = newScale
    }
    append(
      count / scale,
      on: day,
      profile: desk.humanProfile(on: weekday),
      desk: desk,
      draws: &draws
    )
    openSlots(desk)
    if tracksPace { paceOfDay.clear() }
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
      if chat.day == day {
        result.note(begun: chat.arrival, reply: start - chat.arrival + desk.reaction)
      }
      let work = wait > chat.patience ? chat.work / 2 : chat.work
      let end = start + work * desk.slotFactor
      if tracksPace { paceOfDay.hold(from: start, to: min(end, slot.end)) }
      replaceFirstSlot(freeAt: end)
      next += 1
    }
    waiting.removeFirst(next)
    if tracksPace { paceOfDay.finish(desk, scale: scale) }
    let endOfDay = desk.clock(86_400)
    for index in waiting.indices {
      if waiting[index].day == day { result.note(begun: waiting[index].arrival, reply: nil) }
      waiting[index].waited += endOfDay - desk.clock(waiting[index].arrival)
      waiting[index].arrival = 0
    }
    if let first = waiting.first, first.day <= day - Self.patienceInDays {
      waiting.removeAll { $0.day <= day - Self.patienceInDays }
    }
    return result.scaled(by: scale)
  }

  /// Draws the day's new chats by index and appends them in the order of their arrival.
  private mutating func append(
    _ count: Int,
    on day: Int,
    profile: DayProfile,
    desk: ResolvedDesk,
    draws: inout Draws
  ) {
    let first = waiting.count
    let new = Chat(arrival: 0, work: 0, patience: 0, waited: 0, day: day)
    waiting.append(contentsOf: repeatElement(new, count: count))
    drawArrivals(count, &draws)
    var piece = 0
    for (rank, index) in order.enumerated() {
      positions[index] = first + rank
      waiting[first + rank].arrival = profile.time(arrivals[index], from: &piece)
    }
    draws.sequence(Process.chats, 3)
    for index in 0..<count {
      waiting[positions[index]].work = exp(
        desk.handleZeta + desk.handleSigma * draws.nextNormal()
      )
    }
    draws.sequence(Process.chats, 4)
    for index in 0..<count {
      waiting[positions[index]].patience = draws.nextExponential(mean: desk.quietAfter)
    }
  }

  /// Draws `arrivals` and their ascending `order`.
  ///
  /// Uniform numbers spread evenly over as many buckets as there are numbers, so a bucket pass and an
  /// insertion pass sort them in linear time.
  private mutating func drawArrivals(_ count: Int, _ draws: inout Draws) {
    arrivals.removeAll(keepingCapacity: true)
    draws.sequence(Process.chats, 2)
    for _ in 0..<count { arrivals.append(draws.nextUniform()) }
    buckets.removeAll(keepingCapacity: true)
    buckets.append(contentsOf: repeatElement(0, count: count + 1))
    for arrival in arrivals { buckets[Int(arrival * Double(count)) + 1] += 1 }
    for bucket in 0..<count { buckets[bucket + 1] += buckets[bucket] }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: repeatElement(0, count: count))
    positions = order
    for index in 0..<count {
      let bucket = Int(arrivals[index] * Double(count))
      order[buckets[bucket]] = index
      buckets[bucket] += 1
    }
    for rank in 1..<max(1, count) {
      let index = order[rank]
      var hole = rank
      while hole > 0, arrivals[order[hole - 1]] > arrivals[index] {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = index
    }
  }

  private mutating func openSlots(_ desk: ResolvedDesk) {
    slots.removeAll(keepingCapacity: true)
    for span in desk.spans(oneIn: scale) {
      for _ in 0..<span.slots {
        slots.append(Slot(freeAt: span.from, end: span.to))
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
