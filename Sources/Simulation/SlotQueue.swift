/// The slots of a desk during a day, the one that is free first in front.
protocol SlotQueue {
  /// When the slot that is free first stops taking chats.
  var firstEnd: Double { get }

  /// When the first slot takes a chat that waits from `arrival` on; `nil` when none does any more.
  ///
  /// Arrivals must ascend: slots that are over by then leave.
  mutating func start(from arrival: Double) -> Double?

  /// Lets the first slot hold a chat until a time, which is not before it is free.
  mutating func holdFirst(until time: Double)
}

/// Slots that all stop at the same time, in the order in which they are free.
///
/// The next one is known before the one that was taken has found its new place, which a heap must wait for.
struct SlotLine: SlotQueue {
  /// Up to so many slots, passing through all of them costs less than halving.
  private static let fewSlots = 128

  let firstEnd: Double
  private let count: Int

  /// The times two by two, followed by times that never come.
  private let pairs: UnsafeMutablePointer<SIMD2<Double>>
  private let lastPair: UnsafeMutablePointer<SIMD2<Double>>

  /// Lends the slots of a morning, when they all have one end; `nil` where they do not.
  static func lend<Result>(_ spans: [DeskSpan], _ body: (inout SlotLine) -> Result) -> Result? {
    let count = spans.reduce(0) { $0 + $1.slots }
    guard count > 0, let end = spans.first?.to, spans.allSatisfy({ $0.to == end }) else {
      return nil
    }
    let last = (count + 1) / 2
    return withUnsafeTemporaryAllocation(of: SIMD2<Double>.self, capacity: last + 1) { pairs in
      pairs.initialize(repeating: SIMD2(repeating: .infinity))
      guard let first = pairs.baseAddress else { return nil }
      var slot = 0
      for span in spans.sorted(by: { $0.from < $1.from }) {
        for _ in 0..<span.slots {
          pairs[slot / 2][slot % 2] = span.from
          slot += 1
        }
      }
      var line = SlotLine(firstEnd: end, count: count, pairs: first, lastPair: first + last)
      return body(&line)
    }
  }

  @inline(__always)
  func start(from arrival: Double) -> Double? {
    let first = pairs.pointee.x
    let start = first > arrival ? first : arrival
    return start < firstEnd ? start : nil
  }

  /// Lets every slot in front of the new place move up by one.
  ///
  /// What stands at a place then is the greater of what stood there and of the lesser of what stood behind
  /// it and the new time. That asks nothing whose answer no processor foresees, and all that is read was
  /// written in pairs as it is read.
  @inline(__always)
  func holdFirst(until time: Double) {
    guard count <= Self.fewSlots else {
      holdFirstOfMany(until: time)
      return
    }
    var place = pairs
    var pair = place.pointee
    while place < lastPair {
      let next = place[1]
      let x = time < pair.y ? time : pair.y
      let y = time < next.x ? time : next.x
      place.pointee = SIMD2(x > pair.x ? x : pair.x, y > pair.y ? y : pair.y)
      pair = next
      place += 1
    }
  }

  private func holdFirstOfMany(until time: Double) {
    UnsafeMutableRawPointer(pairs).withMemoryRebound(to: Double.self, capacity: count) { times in
      var low = 1
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if times[middle] <= time { low = middle + 1 } else { high = middle }
      }
      times.update(from: times + 1, count: low - 1)
      times[low - 1] = time
    }
  }
}
