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
  private(set) var waiting: [WorkPiece] = []

  /// Pieces that each followed piece stands for.
  private(set) var scale = 1

  /// Pieces of each kind that no followed piece stands for yet.
  private var left = WorkPiece.Kind.allCases.map { _ in 0 }

  /// The pieces of the day that is served next, as they were drawn.
  private var fresh: [WorkPiece] = []

  // Buffers of one day; their contents mean nothing between days.
  private var buckets: [Int32] = []
  private var starts: [Int32] = []
  private var numbers: [Double] = []

  /// Forgets everything.
  mutating func clear() {
    waiting.removeAll(keepingCapacity: true)
    scale = 1
    for kind in left.indices { left[kind] = 0 }
  }

  /// Forgets the audits that wait.
  mutating func removeAudits() {
    waiting.removeAll { $0.kind == .refund || $0.kind == .returned }
  }

  /// Makes ready for the pieces of a day; of too many only some are followed from here on.
  mutating func expect(_ count: Int) {
    let needed = max(1, (count + Self.greatestExactCount - 1) / Self.greatestExactCount)
    guard needed > scale else { return }
    var kept = 0
    for index in waiting.indices
    where (index + 1) * scale / needed > index * scale / needed {
      waiting[kept] = waiting[index]
      kept += 1
    }
    waiting.removeLast(waiting.count - kept)
    scale = needed
  }

  /// Lets service orders wait that were open on the morning of day 1, those with return evenly among
  /// those without.
  mutating func insert(_ open: OpenServiceOrders, work: ResolvedWork, draws: inout Draws) {
    guard open.count > 0 else { return }
    let arrival = OpenServiceOrders.arrival
    let later = waiting.firstIndex { $0.arrival > arrival } ?? waiting.endIndex
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
    waiting.insert(contentsOf: orders, at: later)
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
    let first = fresh.count
    fresh.append(contentsOf: repeatElement(WorkPiece(kind: kind), count: count))
    if numbers.count < 2 * count { numbers = Array(repeating: 0, count: 2 * (count + count / 4)) }
    numbers.withUnsafeMutableBufferPointer { numbers in
      let shares = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
      let handleTimes = UnsafeMutableBufferPointer(rebasing: numbers[count..<(2 * count)])
      draws.sequence(kind.process, kind.firstCall)
      draws.nextUniforms(into: shares)
      draws.sequence(kind.process, kind.firstCall + 1)
      draws.nextLogNormals(zeta: work.handleZeta, sigma: work.handleSigma, into: handleTimes)
      fresh.withUnsafeMutableBufferPointer { fresh in
        let pieces = UnsafeMutableBufferPointer(rebasing: fresh[first...])
        for index in 0..<count {
          pieces[index].arrival = midnight + work.arrival(of: kind, atShare: shares[index])
          pieces[index].handleTime = handleTimes[index]
          pieces[index].auditWasSlow = index < slow
        }
      }
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

  /// Does the work of a day, saying of each piece that is begun when it ends, and of each that the
  /// system closes at the end of the day, when that was; the rest waits for the next day.
  mutating func serve(
    on day: Int,
    pace: WorkPace,
    finish: (_ piece: WorkPiece, _ end: Double, _ byPeople: Bool) -> Void
  ) {
    lineUp(on: day)
    let midnight = Double(day - 1) * Self.day
    var (arrivals, begins) = (0, 0)
    var occupied = 0.0
    var next = 0
    while next < waiting.count {
      let piece = waiting[next]
      let arrival = max(0, piece.arrival - midnight)
      let ahead = max(pace.done(by: arrival, from: &arrivals), occupied)
      guard let begin = pace.time(after: ahead, from: &begins) else { break }
      occupied = ahead + piece.handleTime * Double(scale)
      finish(piece, midnight + max(arrival, begin) + piece.handleTime, true)
      next += 1
    }
    waiting.removeFirst(next)
    close(by: midnight + Self.day, finish)
  }

  /// Closes what has waited too long at the end of a day.
  private mutating func close(
    by midnight: Double,
    _ finish: (WorkPiece, Double, Bool) -> Void
  ) {
    var (kept, old) = (0, 0)
    while old < waiting.count, midnight - waiting[old].arrival >= WorkPiece.Kind.leastWait {
      let piece = waiting[old]
      if midnight - piece.arrival >= piece.kind.greatestWait {
        finish(piece, piece.arrival + piece.kind.greatestWait, false)
      } else {
        waiting[kept] = piece
        kept += 1
      }
      old += 1
    }
    waiting.removeSubrange(kept..<old)
  }

  /// Puts the day's pieces behind those that wait, in the order of their arrival: a bucket pass and an
  /// insertion pass, linear for times that spread over the day.
  private mutating func lineUp(on day: Int) {
    let count = fresh.count
    guard count > 0 else { return }
    let midnight = Double(day - 1) * Self.day
    // Two buckets a piece: fewer pieces are out of order among those of a bucket.
    let last = 2 * count - 1
    let perSecond = Double(2 * count) / Self.day
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: last + 2))
    buckets.removeAll(keepingCapacity: true)
    buckets.append(contentsOf: repeatElement(0, count: count))
    let first = waiting.count
    waiting.append(contentsOf: fresh)
    fresh.withUnsafeBufferPointer { fresh in
      starts.withUnsafeMutableBufferPointer { starts in
        buckets.withUnsafeMutableBufferPointer { buckets in
          for index in 0..<count {
            let bucket = min(last, Int((fresh[index].arrival - midnight) * perSecond))
            buckets[index] = Int32(bucket)
            starts[bucket + 1] += 1
          }
          for bucket in 0...last { starts[bucket + 1] += starts[bucket] }
          waiting.withUnsafeMutableBufferPointer { waiting in
            let line = UnsafeMutableBufferPointer(rebasing: waiting[first...])
            for index in 0..<count {
              let bucket = Int(buckets[index])
              line[Int(starts[bucket])] = fresh[index]
              starts[bucket] += 1
            }
            for place in 1..<count where line[place - 1].arrival > line[place].arrival {
              let piece = line[place]
              var hole = place
              while hole > 0, line[hole - 1].arrival > piece.arrival {
                line[hole] = line[hole - 1]
                hole -= 1
              }
              line[hole] = piece
            }
          }
        }
      }
    }
    fresh.removeAll(keepingCapacity: true)
  }
}
