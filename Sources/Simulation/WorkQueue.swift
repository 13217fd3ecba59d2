import Glibc

/// The after-sales work that waits for somebody, all kinds in one line (`docs/model.md` §7).
///
/// Work is begun in the order of arrival, each piece when what lies ahead of it has been done at the
/// pace of the people: Lindley's recursion (1952) on a clock that runs at that pace. It is exact up to
/// ``greatestExactCount`` pieces a day. Beyond, one in c is followed, counted c times and as long as c.
struct WorkQueue: Sendable {
  /// Most pieces of a day that are followed one by one.
  static let greatestExactCount = 20_000

  private static let day = 86_400.0

  /// Pieces that nobody has begun, in the order of their arrival.
  private(set) var waiting = WorkLine()

  /// Pieces that ended on the day that was served last.
  private(set) var finished = FinishedWork()

  /// Pieces that each followed piece stands for.
  private(set) var scale = 1

  /// Pieces of each kind that no followed piece stands for yet.
  private var left = WorkPiece.Kind.allCases.map { _ in 0 }

  /// The pieces of the day that is served next, as they were drawn.
  private var fresh = WorkLine()

  // Buffers of one day; their contents mean nothing between days.
  private var sort = BucketSort()
  private var ends: [Double] = []

  /// Forgets everything.
  mutating func clear() {
    waiting.clear()
    scale = 1
    for kind in left.indices { left[kind] = 0 }
  }

  /// Forgets the audits that wait.
  mutating func removeAudits() {
    waiting.filter(first: waiting.count) { $1.kind != .refund && $1.kind != .returned }
  }

  /// Makes ready for the pieces of a day; of too many only some are followed from here on.
  mutating func expect(_ count: Int) {
    let needed = max(1, (count + Self.greatestExactCount - 1) / Self.greatestExactCount)
    guard needed > scale else { return }
    let scale = scale
    waiting.filter(first: waiting.count) { place, _ in
      (place + 1) * scale / needed > place * scale / needed
    }
    self.scale = needed
  }

  /// Lets service orders wait that were open on the morning of day 1, those with return evenly among
  /// those without.
  mutating func insert(_ open: OpenServiceOrders, work: ResolvedWork, draws: inout Draws) {
    guard open.count > 0 else { return }
    let arrival = OpenServiceOrders.arrival
    let later = waiting.arrivals.firstIndex { $0 > arrival } ?? waiting.count
    let followed = max(1, open.count / scale)
    let returns = Int((Double(open.returns) * Double(followed) / Double(open.count)).rounded())
    draws.sequence(Process.openServiceOrder, 0)
    let orders = (1...followed).map { number in
      let isReturn = number * returns / followed > (number - 1) * returns / followed
      return WorkPiece(
        arrival: arrival,
        handleTime: work.handleTime(atScore: draws.nextNormal()),
        kind: isReturn ? .returned : .refund
      )
    }
    waiting.insert(orders, at: later)
  }

  /// Draws the pieces of a day.
  mutating func receive(
    _ incoming: IncomingWork,
    on day: Int,
    work: ResolvedWork,
    draws: inout Draws
  ) {
    receive(incoming.refunds, .refund, on: day, work: work, draws: &draws)
    receive(incoming.returns, .returned, on: day, work: work, draws: &draws)
    receive(
      incoming.goods,
      .goods,
      slow: incoming.goodsAfterSlowAudit,
      on: day,
      work: work,
      draws: &draws
    )
    receive(incoming.tickets, .ticket, on: day, work: work, draws: &draws)
    receive(incoming.mails, .mail, on: day, work: work, draws: &draws)
  }

  /// Draws pieces of a kind by their index; the first of the goods are those after a slow audit, for
  /// their arrivals are independent of it.
  private mutating func receive(
    _ all: Int,
    _ kind: WorkPiece.Kind,
    slow: Int = 0,
    on day: Int,
    work: ResolvedWork,
    draws: inout Draws
  ) {
    let count = followed(of: all, kind)
    guard count > 0 else { return }
    let slow = Int((Double(slow) * Double(count) / Double(all)).rounded())
    let midnight = Double(day - 1) * Self.day
    fresh.append(count, kind, slow: slow) { arrivals, handleTimes in
      draws.sequence(kind.process, kind.firstCall)
      draws.nextUniforms(into: arrivals)
      work.spread(arrivals, of: kind, over: midnight)
      draws.sequence(kind.process, kind.firstCall + 1)
      draws.nextLogNormals(zeta: work.handleZeta, sigma: work.handleSigma, into: handleTimes)
    }
  }

  /// Lets a piece come on the day that is served next.
  mutating func add(_ piece: WorkPiece) { fresh.append(piece) }

  /// How many pieces to follow of those that come; what is left over counts with the next ones.
  private mutating func followed(of count: Int, _ kind: WorkPiece.Kind) -> Int {
    guard scale > 1 else { return count }
    let all = left[kind.rawValue] + count
    left[kind.rawValue] = all % scale
    return all / scale
  }

  /// Does the work of a day: ``finished`` says of each piece that is begun when it ends, and of each
  /// that the system closes at the end of the day, when that was; the rest waits for the next day.
  mutating func serve(on day: Int, pace: WorkPace) {
    let midnight = Double(day - 1) * Self.day
    waiting.append(sorting: fresh, from: midnight, with: &sort)
    fresh.clear()
    let count = waiting.count
    if ends.count < count { ends = Array(repeating: 0, count: count + count / 4) }
    let begun = pace.serve(waiting, from: midnight, scale: Double(scale), ends: &ends)
    finished.take(begun, of: waiting, ends: ends)
    waiting.removeFirst(begun)
    close(by: midnight + Self.day)
  }

  /// Closes what has waited too long at the end of a day.
  private mutating func close(by midnight: Double) {
    func mayWait(_ piece: WorkPiece) -> Bool {
      midnight - piece.arrival < piece.kind.greatestWait
    }
    let old = waiting.arrivals.prefix { midnight - $0 >= WorkPiece.Kind.leastWait }.count
    guard old > 0 else { return }
    for place in 0..<old where !mayWait(waiting[place]) {
      finished.close(waiting[place])
    }
    waiting.filter(first: old) { mayWait($1) }
  }
}
