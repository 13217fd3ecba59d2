import Glibc

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

  /// A chat that nobody took up on the day on which it began.
  private struct Chat {
    var work: Double
    var patience: Patience
    var waited: Double
    var day: Int
  }

  private var waiting: [Chat] = []
  private var scale = 1
  private var arrivals = ChatArrivals()

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
      waiting.append(Chat(work: work, patience: Patience(mean: 0, u: 0), waited: 0, day: day - 1))
    }
  }

  /// Mean time of the waiting chats on the desk's clock so far, in seconds; 0 without any.
  var meanWait: Double {
    waiting.isEmpty ? 0 : waiting.reduce(0) { $0 + $1.waited } / Double(waiting.count)
  }

  /// Hands over the waiting chats where all of them came on a day after the desk had closed.
  ///
  /// - Returns: their number; `nil`, with nothing changed, where an earlier chat waits too.
  mutating func takeEvening(of day: Int) -> Int? {
    guard waiting.allSatisfy({ $0.day == day && $0.waited == 0 }) else { return nil }
    defer { clear() }
    return waitingCount
  }

  /// Lets chats wait that came on a day and have waited some seconds of the desk's clock, behind
  /// those that wait already; their work and patience are the draws of two calls.
  mutating func wait(
    _ count: Int,
    from day: Int,
    waited: Double,
    desk: ResolvedDesk,
    at address: (process: UInt32, call: Int),
    draws: inout Draws
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { numbers in
      numbers.initialize(repeating: 0)
      let works = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
      let uniforms = UnsafeMutableBufferPointer(rebasing: numbers[count...])
      draws.sequence(address.process, address.call)
      draws.nextLogNormals(zeta: desk.handleZeta, sigma: desk.handleSigma, into: works)
      draws.sequence(address.process, address.call + 1)
      draws.nextUniforms(into: uniforms)
      for (work, u) in zip(works, uniforms) {
        let patience = Patience(mean: desk.quietAfter, u: u)
        waiting.append(Chat(work: work, patience: patience, waited: waited, day: day))
      }
    }
  }

  /// Serves the chats of a day that come by a profile; what is not taken up stays for the next.
  ///
  /// `process` is where their draws are addressed.
  mutating func serve(
    _ count: Int,
    on day: Int,
    profile: DayProfile,
    desk: ResolvedDesk,
    process: UInt32 = Process.chats,
    draws: inout Draws
  ) -> DeskDay {
    let newScale = max(1, (count + Self.greatestExactCount - 1) / Self.greatestExactCount)
    if newScale > scale {
      waiting.removeLast(waiting.count - waiting.count * scale / newScale)
      scale = newScale
    }
    arrivals.draw(
      count / scale,
      profile: profile,
      desk: desk,
      process: process,
      draws: &draws
    )
    if tracksPace { paceOfDay.clear() }
    let spans = desk.spans(oneIn: scale)
    var result = DeskDay()
    func serveAll(_ slots: inout some SlotQueue) -> Int {
      serveWaiting(&slots, desk: desk, into: &result)
      return serveNew(&slots, desk: desk, into: &result)
    }
    let taken =
      SlotLine.lend(spans) { serveAll(&$0) }
      ?? {
        var heap = SlotHeap(spans)
        return serveAll(&heap)
      }()
    if tracksPace { paceOfDay.finish(desk, scale: scale) }
    let endOfDay = desk.clock(86_400)
    for rank in taken..<arrivals.count {
      waiting.append(
        Chat(
          work: arrivals.work(rank),
          patience: arrivals.patience(rank),
          waited: endOfDay - desk.clock(arrivals.time(rank)),
          day: day
        )
      )
    }
    if let first = waiting.first, first.day <= day - Self.patienceInDays {
      waiting.removeAll { $0.day <= day - Self.patienceInDays }
    }
    return result.scaled(by: scale)
  }

  /// Serves the chats of the days before; those not taken up have waited another day.
  private mutating func serveWaiting(
    _ slots: inout some SlotQueue,
    desk: ResolvedDesk,
    into result: inout DeskDay
  ) {
    var taken = 0
    while taken < waiting.count, let start = slots.start(from: 0) {
      let chat = waiting[taken]
      let wait = chat.waited + desk.clock(start)
      result.count(1, reply: wait + desk.reaction)
      hold(
        &slots,
        from: start,
        work: chat.patience.isExceeded(by: wait) ? chat.work / 2 : chat.work,
        desk: desk
      )
      taken += 1
    }
    waiting.removeFirst(taken)
    let day = desk.clock(86_400)
    for index in waiting.indices { waiting[index].waited += day }
  }

  /// Serves the chats of the day; returns how many of them were taken up.
  private mutating func serveNew(
    _ slots: inout some SlotQueue,
    desk: ResolvedDesk,
    into result: inout DeskDay
  ) -> Int {
    let arrivals = arrivals
    var (first, rank) = (0, 0)
    for part in DeskDay.Part.allCases {
      let end = arrivals.count(before: part.endHour * 3600)
      var immediate = 0
      while rank < end {
        let time = arrivals.time(rank)
        guard let start = slots.start(from: time) else { break }
        var work = arrivals.work(rank)
        if start == time {
          immediate += 1
        } else {
          let wait = desk.clock(start) - desk.clock(time)
          if arrivals.patience(rank).isExceeded(by: wait) { work /= 2 }
          result.count(1, reply: wait + desk.reaction)
          result.count(1, begunIn: part, reply: start - time + desk.reaction)
        }
        hold(&slots, from: start, work: work, desk: desk)
        rank += 1
      }
      result.count(immediate, reply: desk.reaction)
      result.count(immediate, begunIn: part, reply: desk.reaction)
      result.count(unanswered: end - max(rank, first), of: end - first, begunIn: part)
      first = end
    }
    return rank
  }

  @inline(__always)
  private mutating func hold(
    _ slots: inout some SlotQueue,
    from start: Double,
    work: Double,
    desk: ResolvedDesk
  ) {
    let end = start + work * desk.slotFactor
    if tracksPace { paceOfDay.hold(from: start, to: min(end, slots.firstEnd)) }
    slots.holdFirst(until: end)
  }
}
